"""A row as text, for a mail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.source import SourceForm
from tests.ui.walk import press


def test_a_row_is_copied_as_text(qtbot: QtBot, window: MainWindow) -> None:
    copy = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, Qt.Key.Key_C, copy)
    assert QApplication.clipboard().text() == "“Flood closes bridge”"
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    claim = window.bench.case.claims[0].id
    window.row.go(RowKind.CLAIM, claim)
    press(qtbot, Qt.Key.Key_3)
    window.rooms.claim.edit_field(claim, "rationale", "The ledger says 12.")
    window.rooms.claim.add_source(claim, SourceForm(title="Ledger", locator="p. 4", excerpt="12 million"), "")
    press(qtbot, Qt.Key.Key_C, copy)
    assert QApplication.clipboard().text() == (
        "1. “The wall of 1911 cost 11 million euros, and nobody said what became of the rest.”\n"
        "Δ Fix · proposed\nThe ledger says 12.\n+ supports – Ledger, p. 4: “12 million”"
    )

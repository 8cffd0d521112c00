"""A desk is left and opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def test_a_desk_is_closed_with_what_was_typed_and_another_window_may_have_it(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    case, session = window.bench.case, window.bench.session
    assert case is not None and session is not None
    window.row.go(RowKind.CLAIM, case.claims[0].id)
    press(qtbot, Qt.Key.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "Only the council says so.")
    press(qtbot, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.bench.session is None
    assert window.pages.page is window.pages.welcome
    assert window.foot.standing.text() == ""
    window.desks.open(session.path)
    qtbot.waitUntil(lambda: window.bench.case is not None and bool(window.bench.case.claims))
    assert window.bench.case is not None
    assert window.bench.case.claims[0].rationale == "Only the council says so."

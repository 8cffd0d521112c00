"""Backups are listed newest first, and a restore says how it is taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.restore import RestoreDialog
from factdesk.work.backup import Backup
from tests.ui.walk import assert_walkable, press, show


def a_backup(path: Path, hour: int, reason: str = "") -> Backup:
    taken = datetime(2026, 3, 14, hour, tzinfo=UTC)
    return Backup(path=path, taken=taken, seq=7, head="", size=4096, articles=2, reason=reason)


def test_the_newest_backup_is_chosen_and_the_way_back_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [a_backup(tmp_path / "0", 9), a_backup(tmp_path / "1", 8, "before-restore")]
    dialog = RestoreDialog(rows, tmp_path)
    show(qtbot, dialog)
    assert dialog.answer() == tmp_path / "0"
    assert "undo does not go past a restore" in dialog.accessibleDescription()
    press(qtbot, Qt.Key.Key_Down)
    assert dialog.answer() == tmp_path / "1"
    row = dialog.table.currentItem()
    assert row is not None
    assert row.text(1) == "before a restore"
    assert_walkable(qtbot, dialog)


def test_without_backups_there_is_nothing_to_restore(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RestoreDialog([], tmp_path)
    show(qtbot, dialog)
    assert dialog.answer() is None
    assert not dialog.restore_button.isEnabled()
    assert any(str(tmp_path) in label.text() for label in dialog.findChildren(QLabel))

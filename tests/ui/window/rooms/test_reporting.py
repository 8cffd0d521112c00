"""The report as it follows the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def test_the_pages_of_the_report_follow_a_step_that_is_taken_back_while_they_are_looked_at(
    qtbot: QtBot, window: MainWindow
) -> None:
    for _ in range(3):
        press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    pane = window.rooms.reports.pane
    assert pane is not None
    qtbot.waitUntil(lambda: "2 new" in pane.view.accessibleDescription(), timeout=60_000)
    window.actions_by_id["undo"].trigger()
    assert "Undone" in window.foot.currentMessage()
    qtbot.waitUntil(lambda: "1 new" in pane.view.accessibleDescription(), timeout=60_000)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.pages.page is window.case_page
    assert window.foot.currentMessage() == "", "what was told of the report is not told of the article"

"""The checklist's own search, as it is used in the case."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.ui.controls.standing import StandingLine
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def test_who_searches_anew_writes_over_what_was_sought_before(qtbot: QtBot, window: MainWindow) -> None:
    checklist = window.case_page.checklist
    checklist.focus_search()
    qtbot.keyClicks(checklist.head.search, "1911")
    press(qtbot, Qt.Key.Key_Return)
    checklist.focus_search()
    qtbot.keyClicks(checklist.head.search, "1915")
    assert (checklist.head.filter.words, checklist.list.rows.rowCount()) == ("1915", 1)


def test_a_search_says_how_many_rows_it_found_and_escape_leads_back_to_them(qtbot: QtBot, window: MainWindow) -> None:
    checklist = window.case_page.checklist
    press(qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(checklist.head.search, "1942")

    def told() -> list[str]:
        return [line.text() for line in checklist.head.findChildren(StandingLine)]

    assert told() == ["1 row shown"]
    press(qtbot, Qt.Key.Key_Escape)
    assert checklist.head.search.text() == "" and checklist.head.search.hasFocus()
    assert not any("shown" in line for line in told())
    press(qtbot, Qt.Key.Key_Escape)
    assert checklist.list.hasFocus()

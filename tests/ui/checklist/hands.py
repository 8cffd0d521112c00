"""What a person does with the checklist, and what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factdesk.model.case import Case
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.pane import ChecklistPane
from tests.ui.claim import cases


def show(pane: ChecklistPane, case: Case) -> None:
    listed = Listed.of(case, numbers(case.claims), cases.ME)
    pane.show_case(listed, coverage(case.version.text, case.segments), cases.desk_check())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def shown(pane: ChecklistPane) -> list[str]:
    return [fact.id for fact in pane.list.rows.facts]


def click_row(pane: ChecklistPane, line: int) -> None:
    place = pane.list.visualRect(pane.list.rows.index(line)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

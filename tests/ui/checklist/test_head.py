"""The head of the checklist: the search, the filters and the order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.claim import ClaimKind
from factdesk.ui.checklist.choosing import Filter, Order, Which
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.checklist.progress import progress_of, summary
from factdesk.ui.controls.standing import StandingLine
from tests.ui.checklist.hands import press, shown


def test_typing_in_the_search_narrows_and_enter_goes_to_the_first_row(
    qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]
) -> None:
    pane.focus_search()
    focus = QApplication.focusWidget()
    assert focus is pane.head.search
    QTest.keyClicks(focus, "boats 2024")
    assert shown(pane) == ["c5"]
    press(Qt.Key.Key_Return)
    assert entered == [("claim", "c5")]
    assert pane.list.hasFocus()


def test_a_filter_set_from_outside_takes_the_words_and_their_cross_from_the_field(
    qtbot: QtBot, pane: ChecklistPane
) -> None:
    pane.head.search.setText("river")
    with qtbot.waitSignal(pane.head.search.textChanged):  # the cross that clears the field goes by it
        pane.head.set_filter(Filter())
    assert pane.head.filter == Filter()


def test_the_menu_filters_by_verdict_and_kind_and_shows_that_it_does(pane: ChecklistPane) -> None:
    def choose(text: str) -> None:
        next(action for action in pane.head.more.menu().actions() if action.text() == text).trigger()

    choose("Δ Fix")
    assert shown(pane) == ["c2"]
    assert pane.head.more.isChecked()
    choose("Any verdict")
    choose("quotation")
    assert shown(pane) == ["c3"]
    choose("Any kind")
    assert len(shown(pane)) == 11
    assert not pane.head.more.isChecked()


def ticked(pane: ChecklistPane) -> list[str]:
    return [action.text() for action in pane.head.more.menu().actions() if action.isChecked()]


def test_the_menu_ticks_what_is_filtered_by_however_it_was_chosen(pane: ChecklistPane) -> None:
    assert ticked(pane) == ["Any verdict", "Any kind"]
    pane.head.set_filter(Filter(verdict="fix", kind=ClaimKind.NUMBER))
    assert (ticked(pane), pane.head.more.isChecked()) == (["Δ Fix", "number"], True)
    pane.show_all()
    assert (ticked(pane), pane.head.more.isChecked()) == (["Any verdict", "Any kind"], False)


def test_the_search_says_which_key_leads_there(pane: ChecklistPane) -> None:
    pane.set_key_hint("search", "Ctrl+F")
    assert pane.head.search.placeholderText() == "Search  (Ctrl+F)"


def test_the_order_menu_sorts_and_keeps_the_current_row(pane: ChecklistPane) -> None:
    pane.set_current("claim", "c5")
    menu = pane.head.order.menu()
    next(action for action in menu.actions() if action.data() == Order.STATE).trigger()
    assert shown(pane)[0] == "c5"
    assert pane.list.line() == 0


@pytest.mark.parametrize("width", [250, 300, 360, 540])
def test_the_search_has_room_for_its_words_at_every_width(qapp: QApplication, pane: ChecklistPane, width: int) -> None:
    pane.resize(width, 620)
    qapp.processEvents()
    search = pane.head.search
    assert search.width() > search.fontMetrics().horizontalAdvance("Search") * 2
    assert pane.head.order.geometry().right() <= pane.head.width()


def test_a_filter_tells_its_count_and_moves_nothing_beside_it(pane: ChecklistPane) -> None:
    assert pane.listed is not None
    (told,), bar = pane.head.findChildren(StandingLine), pane.head.bar.geometry()
    assert told.text() == summary(progress_of(pane.listed.tally))
    pane.head.set_filter(Filter(which=Which.SUGGESTIONS))
    QApplication.processEvents()
    assert told.text() == f"{len(shown(pane))} rows shown"
    assert pane.head.bar.geometry() == bar

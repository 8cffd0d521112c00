"""The checklist in a real window, worked with keys and mouse."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.claim import Priority, State
from factdesk.model.event import Changes, RowKey
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.checklist.choosing import Filter, Order, Which
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.checklist.places import row_height
from tests.ui.checklist.hands import click_row, press, show, shown
from tests.ui.claim import cases


def test_arrows_home_and_end_walk_the_rows(qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]) -> None:
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up):
        press(key)
    assert entered == [("claim", "c1"), ("claim", "c2"), ("suggestion", "g4"), ("suggestion", "g3")]
    assert pane.current() == ("suggestion", "g3")


def test_a_click_enters_a_row_and_enter_activates_it(
    qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]
) -> None:
    click_row(pane, 3)
    assert entered == [("claim", "c4")]
    with qtbot.waitSignal(pane.row_activated) as activated:
        press(Qt.Key.Key_Return)
    assert activated.args == ["claim", "c4"]


def test_letters_are_no_search_in_the_list(qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]) -> None:
    press(Qt.Key.Key_T)
    assert entered == []


def test_a_current_row_set_from_outside_tells_nobody(pane: ChecklistPane, entered: list[tuple[str, str]]) -> None:
    pane.set_current("claim", "c5")
    assert (pane.current(), pane.list.line(), entered) == (("claim", "c5"), 5, [])


def test_a_refresh_keeps_the_current_row_and_the_place_and_tells_nobody(
    qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]
) -> None:
    show(pane, cases.long_case(400))
    pane.set_current("claim", "c200")
    before = pane.list.verticalScrollBar().value()
    assert before > 0
    case = cases.long_case(400)
    changed = replace(case, claims=tuple(replace(one, state=State.NEW) for one in case.claims))
    show(pane, changed)
    assert (pane.current(), pane.list.line()) == (("claim", "c200"), 200)
    assert pane.list.verticalScrollBar().value() == before
    assert entered == []


def test_a_filter_that_hides_the_current_row_gives_it_back_when_it_goes(
    qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]
) -> None:
    pane.set_current("claim", "c6")
    QTest.mouseClick(pane.head.chips[Which.OPEN], Qt.MouseButton.LeftButton)
    assert shown(pane) == ["c3", "c4", "c5"]
    assert (pane.current(), pane.list.line()) == (("claim", "c6"), None)
    QTest.mouseClick(pane.head.chips[Which.ALL], Qt.MouseButton.LeftButton)
    assert (pane.list.line(), entered) == (6, [])


def test_stepping_goes_on_from_a_hidden_row_in_the_shown_order(
    qtbot: QtBot, pane: ChecklistPane, entered: list[tuple[str, str]]
) -> None:
    pane.set_current("suggestion", "g1")
    pane.head.set_filter(Filter(Which.OPEN))
    pane.step(-1)
    assert entered == [("claim", "c4")]
    pane.set_current("suggestion", "g1")
    pane.step(+1)
    pane.step(+1)  # there is nothing beyond the last one
    assert entered == [("claim", "c4"), ("claim", "c5")]


def test_the_walk_goes_on_where_a_row_vanished(qtbot: QtBot, pane: ChecklistPane) -> None:
    pane.set_current("suggestion", "g1")
    case = cases.case()
    show(pane, replace(case, suggestions=tuple(one for one in case.suggestions if one.id != "g1")))
    assert pane.current() is None
    assert pane.next_unchecked() == ("claim", "c5")
    pane.step(-1)
    assert pane.current() == ("claim", "c4")


def test_next_unchecked_follows_the_shown_order_and_goes_round(pane: ChecklistPane) -> None:
    assert pane.next_unchecked() == ("claim", "c3")
    pane.set_current("claim", "c4")
    assert pane.next_unchecked() == ("suggestion", "g1")
    pane.set_current("suggestion", "g4")
    assert pane.next_unchecked() == ("claim", "c3")
    pane.head.set_filter(Filter(Which.SUGGESTIONS))
    assert pane.next_unchecked() == ("suggestion", "g1")


def test_next_unchecked_is_none_when_everything_is_done(pane: ChecklistPane) -> None:
    done = tuple(replace(one, state=State.PROPOSED, waiting_for=None, set_aside_reason="") for one, _ in cases.CLAIMS)
    show(pane, cases.case(claims=done, suggestions=()))
    assert pane.next_unchecked() is None


def test_a_row_is_found_whichever_was_asked_for_before_it_and_not_once_it_is_filtered_away(pane: ChecklistPane) -> None:
    rows = pane.list.rows
    facts = list(rows.facts)
    for before in facts:
        for nth, fact in enumerate(facts):
            rows.line(before)
            assert rows.line(fact) == nth
    pane.head.set_filter(Filter(words="suggest nothing like this"))
    assert [rows.line(fact) for fact in facts] == [None] * len(facts)


def test_where_no_article_is_open_no_step_leads_to_a_row_of_before(
    pane: ChecklistPane, entered: list[tuple[str, str]]
) -> None:
    for left in (pane.show_nothing, lambda: pane.show_reading(7)):
        show(pane, cases.case())
        left()
        pane.step(+1)
        pane.step(-1)
        assert (entered, pane.current(), pane.next_unchecked()) == ([], None, None)


def test_a_filter_that_hides_everything_says_so_and_one_button_shows_all(qtbot: QtBot, pane: ChecklistPane) -> None:
    pane.head.search.setText("nowhere to be found")
    assert pane.empty.isVisible()
    QTest.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)
    assert len(shown(pane)) == 11
    assert pane.list.isVisible()
    assert pane.head.search.text() == ""


def test_without_rows_or_without_an_article_the_pane_says_what_to_do(pane: ChecklistPane) -> None:
    pane.set_key_hint("make-claim", "M")
    show(pane, cases.case(claims=(), segments=(), suggestions=(), evidence=()))
    assert pane.empty.isVisible()
    assert "press M" in pane.empty.words()
    assert not pane.empty.button.isVisible()
    pane.show_nothing()
    assert "No article is open" in pane.empty.words()
    assert not pane.head.isVisible()
    assert pane.current() is None


def test_a_pane_that_was_given_nothing_yet_says_so(qtbot: QtBot) -> None:
    pane = ChecklistPane()
    qtbot.addWidget(pane)
    pane.show()
    assert pane.empty.isVisible()
    assert not pane.head.isVisible()
    assert "No article is open" in pane.empty.words()


def test_tab_goes_from_the_order_to_the_button_that_shows_all(pane: ChecklistPane, qtbot: QtBot) -> None:
    beside = QPushButton("Beside")
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(pane)
    row.addWidget(beside)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane.head.search.setText("nowhere to be found")
    pane.head.order.setFocus()
    press(Qt.Key.Key_Tab)
    reached = QApplication.focusWidget()
    pane.setParent(None)
    assert reached is pane.empty.button


def test_a_context_menu_is_asked_for_by_mouse_and_by_key(qtbot: QtBot, pane: ChecklistPane) -> None:
    pane.set_current("claim", "c2")
    middle = pane.list.viewport().mapToGlobal(pane.list.visualRect(pane.list.currentIndex()).center())
    at = QPoint(5, 7)
    with qtbot.waitSignal(pane.context_asked, timeout=1000) as asked:
        QApplication.sendEvent(pane.list.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), at))
    assert asked.args == [at]
    with qtbot.waitSignal(pane.context_asked, timeout=1000) as asked:
        QApplication.sendEvent(pane.list, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), at))
    assert asked.args == [middle]


def test_every_row_and_every_control_has_a_name_for_screen_readers(pane: ChecklistPane) -> None:
    index = pane.list.rows.index(1)
    assert "Claim 2" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    for control in (pane.list, pane.head.search, pane.head.more, pane.head.order, pane.head.bar):
        assert control.accessibleName()


def test_no_row_is_entered_by_the_focus_alone(pane: ChecklistPane, entered: list[tuple[str, str]]) -> None:
    pane.head.search.setFocus()
    show(pane, cases.case())
    pane.setFocus()
    assert pane.list.hasFocus()
    assert (pane.list.line(), entered) == (None, [])


def test_a_claim_whose_priority_changes_goes_to_its_new_place(pane: ChecklistPane) -> None:
    before = cases.case()
    listed = Listed.of(before, numbers(before.claims), cases.ME)
    pane.show_case(listed, coverage("", ()), cases.desk_check())
    pane.head.order_changed.emit(Order.PRIORITY)
    assert shown(pane)[:7] == ["c2", "c1", "c3", "c4", "c5", "c6", "c7"]
    for claim, priority, order in (
        ("c2", Priority.LOW, ["c1", "c3", "c4", "c5", "c6", "c7", "c2"]),
        ("c7", Priority.HIGH, ["c7", "c1", "c3", "c4", "c5", "c6", "c2"]),
        ("c4", Priority.NONE, ["c7", "c1", "c3", "c5", "c6", "c2", "c4"]),
    ):
        claims = (replace(one, priority=priority) if one.id == claim else one for one in listed.case.claims)
        after, changes = listed.case.changed(claims=tuple(claims)), Changes(frozenset({RowKey("claim", claim)}))
        listed, difference = listed.after(after, numbers(after.claims), changes)
        pane.show_change(listed, difference, coverage("", ()))
        assert shown(pane)[:7] == order


def test_while_claims_are_read_it_is_said_how_many_and_the_shape_of_rows_fills_the_pane(pane: ChecklistPane) -> None:
    coming = pane.coming
    for count, said in ((0, "the claims"), (1, "the claims"), (2, "2 claims"), (1200, "1,200 claims")):
        pane.show_reading(count)
        assert coming.accessibleName() == f"Reading {said}…"
    picture = coming.grab().toImage()
    high = row_height(coming.font(), coming.width())
    lines = [range(top, min(top + high, picture.height())) for top in range(44, picture.height(), high)]
    shapes = [
        {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in line} - {themes.current().panel}
        for line in lines
    ]
    assert len(lines) > 3 and all(themes.current().chip in seen for seen in shapes[:-1]) and shapes[-1]


def test_words_that_look_like_html_are_shown_as_words(pane: ChecklistPane) -> None:
    gone = cases.claim("c1", restatement="<img src='file:///etc/hostname'> & more")
    show(pane, cases.case(claims=(gone,), segments=(), suggestions=()))
    tip = pane.list.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [250, 320, 400, 540, 900])
def test_rows_are_drawn_at_every_width_in_every_theme(
    qapp: QApplication, pane: ChecklistPane, name: str, width: int
) -> None:
    style.apply(qapp, name)
    pane.resize(width, 500)
    picture = pane.list.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, 200, 2)}
    assert len(colours) > 20  # text, not an empty ground


def test_ten_thousand_rows_are_filtered_while_one_types(pane: ChecklistPane) -> None:
    case = cases.long_case(10_000)
    show(pane, case)
    pane.head.search.setText("year 369963")
    assert shown(pane) == ["c9999"]
    assert pane.list.rows.index(0).data() == case.version.text.splitlines()[-1]

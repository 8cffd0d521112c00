"""In a window of 1024 × 700 what is worked on is in sight: tools, rows, the form of a source, an opened tab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State
from factdesk.settings import Preferences
from factdesk.ui.checklist.choosing import Which
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.claim.tabs import TELLINGS
from factdesk.ui.window.frame.panes import STEP
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press, show

LONG = (
    "The council spent 4.2 million euros on the wall that was to keep the river from the lower town in 2019, and as "
    "much again in the year after, the report of the ministry says, which nobody in the council had read until then."
)
TEXT = f"Flood closes bridge\n\n{LONG}\n\n" + "\n\n".join(f"The wall cost {n} million euros." for n in range(3, 40))


pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def small(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A small window with a claim of many words judged, and the focus in the checklist."""
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    window.resize(1024, 700)
    article = tmp_path / "flood.txt"
    article.write_text(TEXT, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=20_000)
    window.case_page.checklist.setFocus()
    for _ in range(4):
        press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    window.row.go(RowKind.CLAIM, window.bench.case.claims[0].id)
    yield window
    window.close()


def in_sight(window: MainWindow, part: QWidget) -> bool:
    """Whether a part of the claim pane is wholly inside what is seen of it."""
    pane = window.case_page.claim
    place = QRect(part.mapTo(pane.viewport(), QPoint()), part.size())
    return part.isVisible() and pane.viewport().rect().contains(place)


def test_no_tool_is_pushed_out_by_the_name_of_the_step_to_undo(small: MainWindow) -> None:
    small.actions_by_id["undo"].setText("Undo “Link what is told again and confirm its other wordings”")
    QApplication.processEvents()
    tools = [tool for tool in small.bars.tool_bar.findChildren(QToolButton) if tool.text()]
    assert [tool.text() for tool in tools if not tool.isVisible()] == []


def test_a_wide_window_shows_the_whole_name_of_the_step_to_undo(qtbot: QtBot, small: MainWindow) -> None:
    undo = small.actions_by_id["undo"]
    tool = next(one for one in small.bars.tool_bar.findChildren(QToolButton) if one.defaultAction() is undo)
    undo.setText("Undo “Change settings of the article and all its claims”")
    qtbot.waitUntil(lambda: tool.width() < tool.sizeHint().width())
    small.resize(1440, 700)
    qtbot.waitUntil(lambda: tool.width() == tool.sizeHint().width())
    assert tool.sizeHint().width() > tool.fontMetrics().horizontalAdvance(undo.text())


def test_the_form_of_a_source_is_in_sight_with_its_buttons(qtbot: QtBot, small: MainWindow) -> None:
    form = small.case_page.claim.claim.sources.form
    press(qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: in_sight(small, form.save) and in_sight(small, form.title))
    assert form.title.hasFocus()
    qtbot.keyClicks(form.title, "Port log")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sources = small.case_page.claim.claim.sources
    qtbot.waitUntil(lambda: len(sources.rows) == 1 and in_sight(small, sources.rows[0]))


def test_the_form_of_a_source_stays_in_sight_when_the_card_is_given_more_room(qtbot: QtBot, small: MainWindow) -> None:
    small.resize(1440, 900)
    form, bar = small.case_page.claim.claim.sources.form, small.case_page.claim.verticalScrollBar()
    press(qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: in_sight(small, form.save) and bar.value() > bar.maximum() - STEP)
    most = bar.maximum()
    small.actions_by_id["list-smaller"].trigger()
    qtbot.waitUntil(lambda: bar.maximum() < most)
    assert in_sight(small, form.save)


def test_a_tab_that_is_opened_shows_what_it_holds(qtbot: QtBot, small: MainWindow) -> None:
    page = small.case_page.claim.claim
    page.turn_to(TELLINGS)
    qtbot.waitUntil(lambda: in_sight(small, page.tabs) and in_sight(small, page.tellings))


def test_the_field_that_is_to_be_written_in_is_in_sight(qtbot: QtBot, small: MainWindow) -> None:
    page = small.case_page.claim.claim
    press(qtbot, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: in_sight(small, page.note.field) and page.note.field.hasFocus())
    small.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: in_sight(small, page.rationale.field))


def test_the_current_row_stays_in_sight_when_the_window_gets_lower(qtbot: QtBot, small: MainWindow) -> None:
    small.resize(1024, 900)
    rows = small.case_page.checklist.list
    small.case_page.checklist.setFocus()
    while rows.verticalScrollBar().value() == 0:
        press(qtbot, Qt.Key.Key_J)
    small.resize(1024, 600)
    qtbot.waitUntil(lambda: small.height() == 600)
    place = rows.visualRect(rows.currentIndex())
    assert rows.viewport().rect().contains(place), "it was the last but one in sight"


def test_the_head_of_the_checklist_leaves_two_rows_their_room(small: MainWindow) -> None:
    checklist = small.case_page.checklist
    row = checklist.list.verticalHeader().defaultSectionSize()
    assert checklist.head.height() < 2 * row
    head = checklist.head
    line = [part.geometry() for part in (head.heading, head.bar, head.coverage)]
    assert max(part.top() for part in line) < min(part.bottom() for part in line), (
        "progress is on the line of the count"
    )
    assert head.bar.geometry().right() > head.coverage.x() - 20, "and takes what that leaves"
    assert checklist.list.height() >= 2 * row


def test_nothing_of_the_head_is_lost_in_the_smallest_room(qtbot: QtBot, small: MainWindow) -> None:
    """A screen of 1280 × 1024 at 200 % leaves this much."""
    small.resize(640, 512)
    qtbot.waitUntil(lambda: small.height() == 512)
    checklist = small.case_page.checklist
    head = checklist.head
    for part in (head.heading, head.coverage, head.search, head.which, head.more, head.order):
        place = QRect(part.mapTo(head, QPoint()), part.size())
        assert part.isVisible()
        assert head.rect().contains(place), part.accessibleName()
    assert not any(chip.isVisible() for chip in head.chips.values()), "they are a menu"
    assert checklist.list.height() >= checklist.list.verticalHeader().defaultSectionSize(), "one row is seen whole"


def test_what_is_shown_is_chosen_from_a_menu_where_chips_have_no_room(qtbot: QtBot, small: MainWindow) -> None:
    small.resize(640, 512)
    head = small.case_page.checklist.head
    qtbot.waitUntil(head.which.isVisible)
    menu = head.which.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Suggestions").trigger()
    assert head.filter.which is Which.SUGGESTIONS and head.chips[Which.SUGGESTIONS].isChecked()
    small.case_page.checklist.show_all()
    assert head.which.value is Which.ALL


def test_the_head_of_a_claim_is_one_line_in_a_window_of_1280(qtbot: QtBot, small: MainWindow) -> None:
    small.resize(1280, 900)
    qtbot.waitUntil(lambda: small.width() == 1280)
    facts = small.case_page.claim.claim.facts
    parts = (facts.number, facts.kind, facts.priority, facts.high_risk, facts.claimant)
    QApplication.processEvents()
    middles = [part.mapTo(facts, part.rect().center()).y() for part in parts]
    assert max(middles) - min(middles) <= 4, middles


def test_the_verdicts_of_a_line_are_equally_high_where_a_label_breaks(qtbot: QtBot, small: MainWindow) -> None:
    small.resize(600, 900)
    qtbot.waitUntil(lambda: small.width() == 600)
    QApplication.processEvents()
    cards = small.case_page.claim.claim.verdicts.cards
    assert len({card.sizeHint().height() for card in cards}) > 1, "one label is longer than the others"
    for card in cards:
        assert {other.height() for other in cards if abs(other.y() - card.y()) < 20} == {card.height()}


def test_a_card_that_was_scrolled_shows_its_first_line_once_a_larger_window_has_room(
    qtbot: QtBot, small: MainWindow
) -> None:
    bar = small.case_page.claim.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(bar.maximum())
    small.resize(1920, 1080)
    qtbot.waitUntil(lambda: bar.maximum() < 200)
    assert bar.value() == 0


def test_a_card_that_was_scrolled_stays_there_in_a_window_that_is_a_little_larger(
    qtbot: QtBot, small: MainWindow
) -> None:
    bar = small.case_page.claim.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(20)
    most = bar.maximum()
    small.resize(small.width(), small.height() + 60)
    qtbot.waitUntil(lambda: 20 < bar.maximum() < most)
    assert bar.value() == 20


def test_a_suggestion_begins_at_its_first_line_after_a_claim_that_was_scrolled(qtbot: QtBot, small: MainWindow) -> None:
    pane = small.case_page.claim
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 0)
    pane.verticalScrollBar().setValue(40)
    case = small.bench.case
    assert case is not None
    small.row.go(RowKind.SUGGESTION, case.suggestions[-1].id)
    assert pane.suggestion.isVisible()
    assert pane.verticalScrollBar().value() == 0


def test_who_says_it_and_where_the_work_stands_are_in_sight(qtbot: QtBot, small: MainWindow) -> None:
    page, case = small.case_page.claim.claim, small.bench.case
    assert case is not None
    small.row.go(RowKind.CLAIM, case.claims[1].id)  # in words of one line
    facts = page.facts
    QApplication.processEvents()
    parts = (facts.number, facts.kind, facts.priority, facts.high_risk, facts.claimant)
    middles = [part.mapTo(facts, part.rect().center()).y() for part in parts]
    assert max(middles) - min(middles) <= 4, "one line"
    press(qtbot, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: in_sight(small, page.states.chips[State.PROPOSED]))


def test_no_tab_is_cut_off_by_the_counts_of_the_others(small: MainWindow) -> None:
    lists, tabs = small.case_page.lists, small.case_page.lists.tabs
    for tab, count in enumerate((20, 48, 11, 8, 14), start=1):
        lists.show_count(tab, count)
    QApplication.processEvents()
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    assert tabs.tabText(2) == "Names" and tabs.tabToolTip(2) == "Names 48"
    small.resize(1440, 900)
    QApplication.processEvents()
    assert tabs.tabText(2) == "Names 48"


def test_the_states_of_the_work_stand_on_one_line_and_the_last_chip_offers_the_others(
    qtbot: QtBot, small: MainWindow
) -> None:
    page, case = small.case_page.claim.claim, small.bench.case
    assert case is not None
    small.row.go(RowKind.CLAIM, case.claims[0].id)
    press(qtbot, Qt.Key.Key_3)
    chips = page.states.chips
    qtbot.waitUntil(lambda: chips[State.PROPOSED].isChecked())
    QApplication.processEvents()
    shown = [state for state, chip in chips.items() if chip.isVisible()]
    assert State.PROPOSED in shown and State.SET_ASIDE not in shown
    tops = {chips[state].mapTo(page, chips[state].rect().center()).y() for state in shown}
    assert len(tops) == 1 and page.states.further.isVisible()
    last = page.states.further.mapTo(page.states, page.states.further.rect().topRight()).x()
    assert last < page.states.width()
    menu = page.states.further.menu()
    assert {action.text().split(" ", 1)[1].rstrip("…") for action in menu.actions()} == {
        "in review", "agreed", "set aside",
    }  # fmt: skip
    next(action for action in menu.actions() if "set aside" in action.text()).trigger()
    qtbot.waitUntil(lambda: page.states.reason.hasFocus())
    small.resize(1440, 900)
    qtbot.waitUntil(lambda: chips[State.SET_ASIDE].isVisible() and not page.states.further.isVisible())


def test_where_the_tabs_have_no_room_one_button_offers_all_lists(qtbot: QtBot, small: MainWindow) -> None:
    lists = small.case_page.lists
    lists.show_count(2, 55)
    assert lists.tabs.isVisible() and "menu" not in vars(lists), "it is made where it is wanted"
    small.resize(640, 500)
    qtbot.waitUntil(lambda: not lists.tabs.isVisible() and lists.menu.isVisible())
    assert lists.menu.text() == "Claims ▾"
    lists.menu.menu().aboutToShow.emit()
    names = lists.menu.menu().actions()[2]
    assert names.text() == "Names 55"
    names.trigger()
    assert lists.register is not None and lists.menu.text() == "Names 55 ▾"
    assert lists.menu.accessibleName().endswith("Names 55")
    small.resize(1024, 700)
    qtbot.waitUntil(lambda: lists.tabs.isVisible() and not lists.menu.isVisible())


def test_a_notice_takes_one_line_of_a_low_window_and_tells_the_rest_when_asked(qtbot: QtBot, small: MainWindow) -> None:
    told, more = "This desk does not verify: 2 things in it were changed by another hand.", "It is only read. " * 9
    before = small.case_page.height()
    small.notices.tell("test", told, [(name, lambda: None) for name in ("Restore…", "Save a copy…")], more)
    notice = small.notices.notice("test")
    assert notice is not None
    qtbot.waitUntil(lambda: 0 < before - small.case_page.height() <= 40)
    assert notice.words.text() == told and more.strip() in notice.accessibleName()
    notice.further.click()
    assert more.strip() in notice.words.text()
    qtbot.waitUntil(lambda: before - small.case_page.height() > 40)
    notice.further.click()
    small.resize(1440, 900)
    qtbot.waitUntil(lambda: more.strip() in notice.words.text() and not notice.further.isVisible())

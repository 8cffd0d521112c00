"""The card of the current row takes no more room than it needs: the rest is for the rows above it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.suggestion import Decision
from factdesk.settings import Preferences
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.frame.lists import CLAIMS
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press, show

TEXT = "Flood closes bridge\n\n" + "\n\n".join(f"The wall {n} cost {n} million euros." for n in range(3, 40))


def opened(qtbot: QtBot) -> MainWindow:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    window.resize(1440, 900)
    return window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window of the usual size with two claims and many suggestions, the first claim current."""
    window = opened(qtbot)
    article = tmp_path / "flood.txt"
    article.write_text(TEXT, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=20_000)
    window.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    to_claim(qtbot, window)
    yield window
    window.close()


@pytest.mark.usefixtures("faces")
def test_a_claim_beside_the_list_leaves_the_tabs_of_both_their_room(window: MainWindow) -> None:
    """In a window of 1440 points, with counts on the tabs: no arrows to scroll them by."""
    before = window.case_page.panes.halves.sizes()
    window.actions_by_id["claim-beside"].trigger()
    for tab, count in enumerate((6, 55, 5, 3, 4), start=1):
        window.case_page.lists.show_count(tab, count)
    QApplication.processEvents()
    for tabs in (window.case_page.lists.tabs, window.case_page.claim.claim.tabs):
        assert tabs.isVisible()
        assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width(), tabs.accessibleName()
    window.actions_by_id["claim-below"].trigger()
    assert window.case_page.panes.halves.sizes() == before


def test_the_articles_own_width_comes_back_with_the_place_of_the_claim(window: MainWindow) -> None:
    halves = window.case_page.panes.halves
    for _ in range(3):
        window.actions_by_id["article-wider"].trigger()
    below = halves.sizes()
    window.actions_by_id["claim-beside"].trigger()
    window.actions_by_id["article-narrower"].trigger()
    beside = halves.sizes()
    window.actions_by_id["claim-below"].trigger()
    assert halves.sizes() == below
    window.actions_by_id["claim-beside"].trigger()
    assert halves.sizes() == beside


def test_an_article_narrow_enough_for_three_keeps_its_width_when_the_claim_goes_beside(window: MainWindow) -> None:
    halves = window.case_page.panes.halves
    whole = sum(halves.sizes())
    halves.setSizes([whole * 34 // 100, whole - whole * 34 // 100])
    before = halves.sizes()
    window.actions_by_id["claim-beside"].trigger()
    assert halves.sizes() == before


def to_claim(qtbot: QtBot, window: MainWindow) -> None:
    assert window.bench.case is not None
    window.row.go(RowKind.CLAIM, window.bench.case.claims[0].id)
    qtbot.waitUntil(lambda: window.case_page.claim.claim.isVisible() and spare(window) <= 0)


def to_suggestion(qtbot: QtBot, window: MainWindow) -> None:
    assert window.bench.case is not None
    suggestions = window.bench.case.suggestions
    window.row.go(RowKind.SUGGESTION, next(one.id for one in suggestions if one.decision is Decision.OPEN))
    qtbot.waitUntil(lambda: spare(window) == 0)


def spare(window: MainWindow) -> int:
    """Pixels of the card's pane that are free below its last control; negative where it must be scrolled."""
    pane = window.case_page.claim
    return pane.height() - pane.ground.column.totalHeightForWidth(pane.ground.width())


def test_a_suggestion_leaves_the_rows_what_it_does_not_need(qtbot: QtBot, window: MainWindow) -> None:
    of_claim = window.case_page.panes.side.sizes()
    to_suggestion(qtbot, window)
    row = window.case_page.checklist.list.verticalHeader().defaultSectionSize()
    assert window.case_page.checklist.list.viewport().height() >= 4 * row
    assert not window.case_page.claim.verticalScrollBar().isVisible()
    to_claim(qtbot, window)
    qtbot.waitUntil(lambda: window.case_page.panes.side.sizes() == of_claim)


def test_from_one_suggestion_to_the_next_the_divider_rests(qtbot: QtBot, window: MainWindow) -> None:
    to_suggestion(qtbot, window)
    before = window.case_page.panes.side.sizes()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_J)
        qtbot.waitUntil(lambda: spare(window) >= 0)
    assert window.case_page.panes.side.sizes() == before


def test_the_place_the_person_chose_is_the_most_a_card_gets_and_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    side = window.case_page.panes.side
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down, held)
    chosen = side.sizes()
    to_suggestion(qtbot, window)
    assert side.sizes()[1] < chosen[1], "a low card"
    assert window.bench.session is not None
    desk = window.bench.session.path
    window.close()
    again = opened(qtbot)
    again.desks.open(desk)
    qtbot.waitUntil(lambda: again.rooms.registers.found is not None, timeout=20_000)
    to_claim(qtbot, again)
    qtbot.waitUntil(lambda: abs(share(again.case_page.panes.side.sizes()) - share(chosen)) < 0.01)
    again.close()


def share(sizes: list[int]) -> float:
    """Return which part of the height is the card's."""
    return sizes[1] / sum(sizes)


def test_the_line_between_list_and_card_lies_between_them_after_the_window_got_smaller(window: MainWindow) -> None:
    case, side = window.bench.case, window.case_page.panes.side
    assert case is not None
    window.row.go(RowKind.SUGGESTION, case.suggestions[-1].id)
    for width, height in ((1024, 700), (1440, 900), (1000, 640)):
        window.resize(width, height)
        QApplication.processEvents()
        above, line, below = side.widget(0), side.handle(1), side.widget(1)
        assert above is not None and line is not None and below is not None
        assert above.geometry().bottom() <= line.geometry().bottom() and line.y() <= below.y(), width


def test_the_card_has_its_room_again_after_the_questions_which_need_more_of_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    side, lists = window.case_page.panes.side, window.case_page.lists
    window.resize(1280, 760)
    QApplication.processEvents()
    before = side.sizes()
    press(qtbot, Qt.Key.Key_Q)
    qtbot.keyClicks(lists.questions.form.question, "Which wall?")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lists.questions.form.answer.isVisible())
    lists.turn_to(CLAIMS)
    QApplication.processEvents()
    assert side.sizes() == before

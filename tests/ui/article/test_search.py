"""Words are sought in the article, and found in whatever form they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker, version_of

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SENTENCE = "The county closed bridge number {0} after the river rose {0} metres in a single night, officials said. "


def find(pane: ArticlePane, qtbot: QtBot, words: str) -> str:
    pane.open_find()
    QTest.keyClicks(pane.search.bar.field, words)
    return pane.search.bar.count.text()


def test_found_words_are_counted_and_stepped_through_and_go_round(
    pane: ArticlePane, story: CaseMaker, qtbot: QtBot
) -> None:
    assert find(pane, qtbot, "BRIDGE") == "1 of 5"
    assert pane.cursor_index() == story.span("Bridge").start
    field = pane.search.bar.field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pane.search.bar.count.text() == "2 of 5"
    assert pane.cursor_index() == story.span("Bridge", 1).start
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.search.bar.count.text() == "5 of 5"


def test_the_bar_tells_what_its_signs_do_and_by_which_key(pane: ArticlePane) -> None:
    bar = pane.search.bar
    tips = [button.toolTip() for button in (bar.case, bar.previous, bar.next, bar.close_button)]
    assert tips == [
        "Capital and small letters differ", "Previous (Shift+Enter)", "Next (Enter)", "Close (Esc)"
    ]  # fmt: skip
    assert tips == [button.accessibleName() for button in (bar.case, bar.previous, bar.next, bar.close_button)]


def test_escape_closes_the_bar_from_any_of_its_buttons_and_no_other_key_does(pane: ArticlePane, qtbot: QtBot) -> None:
    assert find(pane, qtbot, "bridge") == pane.search.bar.count.accessibleName() == "1 of 5"
    bar = pane.search.bar
    for button in (bar.case, bar.previous, bar.next, bar.close_button):
        QTest.keyClick(button, Qt.Key.Key_X)
        assert bar.isVisible()
        QTest.keyClick(button, Qt.Key.Key_Escape)
        assert bar.isHidden()
        pane.open_find()


def test_typing_on_stays_at_the_place_that_still_matches(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    find(pane, qtbot, "bridge")
    QTest.keyClick(pane.search.bar.field, Qt.Key.Key_Return)
    at = pane.cursor_index()
    QTest.keyClicks(pane.search.bar.field, " on")
    assert pane.cursor_index() == at


def test_straight_quotes_find_curly_ones_and_case_matters_only_when_asked(pane: ArticlePane, qtbot: QtBot) -> None:
    assert find(pane, qtbot, '"record"') == "1 of 1"
    pane.search.bar.case.click()
    assert pane.search.bar.count.text() == "not found"
    assert not pane.search.bar.next.isEnabled()


def test_words_found_in_furniture_unfold_it(pane: ArticlePane, qtbot: QtBot) -> None:
    find(pane, qtbot, "newsletter")
    assert pane.furniture_shown


def test_escape_closes_the_bar_and_leaves_the_cursor_at_the_find(
    pane: ArticlePane, story: CaseMaker, qtbot: QtBot
) -> None:
    find(pane, qtbot, "households")
    QTest.keyClick(pane.search.bar.field, Qt.Key.Key_Escape)
    assert not pane.search.bar.isVisible()
    qtbot.waitUntil(pane.text.hasFocus)
    assert pane.cursor_index() == story.span("households").start


def test_words_sought_in_one_article_are_not_sought_in_none(pane: ArticlePane, qtbot: QtBot) -> None:
    find(pane, qtbot, "households")
    pane.show_nothing()
    pane.search.bar.field.setText("house")
    assert pane.search.bar.count.text() == "not found"


def test_the_search_goes_on_in_the_next_article(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    find(pane, qtbot, "bridge")
    pane.show_article(story.article, version_of("No Bridge, no bridge."), 1)
    assert pane.search.bar.count.text() == "1 of 2"


def test_selected_words_are_sought_at_once(pane: ArticlePane, story: CaseMaker) -> None:
    pane.select(story.span("Bridge", 1))
    pane.open_find()
    assert pane.search.bar.field.text() == "Bridge"
    assert pane.search.bar.count.text() == "2 of 5"

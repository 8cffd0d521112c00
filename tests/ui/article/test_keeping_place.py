"""The words in sight stay, or go exactly as far as the person moved them, however wrong their heights were guessed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.version import BlockKind
from factdesk.text.spans import Span
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.article.typesetting.typeset import Typeset
from tests.ui.article.cases import CaseMaker, version_of
from tests.ui.article.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier


def uneven(paragraphs: int) -> str:
    """Paragraphs that are guessed too high, and one of three too low; of many, most are not even looked at for it."""
    return "\n\n".join(("ill " * 90, "WOMAN " * (20 + n * 37 % 90))[n % 3 == 0] for n in range(paragraphs))


def tall(paragraphs: int) -> str:
    """Paragraphs of which some are higher than any window."""
    return "\n\n".join("ill WOMAN " * (3, 1_000, 40)[n % 3] for n in range(paragraphs))


def y_of(pane: ArticlePane, span: Span) -> float:
    return pane.text.sight.places(span)[0].top()


def word_in_sight(pane: ArticlePane) -> Span:
    """Return a character drawn near the middle of the view; these texts have none beyond U+FFFF."""
    middle = pane.text.viewport().rect().center()
    at = pane.text.cursorForPosition(middle).position()
    first = next(n for n in range(at - 1, -1, -1) if not pane.text.document().characterAt(n).isspace())
    return Span(first, first + 1)


def rest(pane: ArticlePane, qtbot: QtBot) -> None:
    """Wait until what stands around the view is laid out."""
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in pane.text.findChildren(QTimer)))
    QApplication.processEvents()


@pytest.mark.parametrize(
    "text", [uneven(200), uneven(900), tall(40), tall(600)], ids=["few", "many", "tall", "many tall"]
)
def test_words_go_exactly_as_far_as_the_bar_whether_the_view_rests_between_or_not(
    show: Show, qtbot: QtBot, text: str
) -> None:
    pane, moves = show(CaseMaker(version_of(text))), Random(56)
    bar, height = pane.text.verticalScrollBar(), pane.text.viewport().height()
    guessed = bar.maximum()
    bar.setValue(guessed // 2)
    for nth in range(60):
        if nth % 10 == 9:
            bar.setValue(moves.randrange(height, bar.maximum() - height))
        QApplication.processEvents()
        step = moves.randrange(-height // 3, height // 3)
        watched = word_in_sight(pane)
        before = y_of(pane, watched)
        bar.setValue(bar.value() + step)
        assert y_of(pane, watched) == before - step
        QApplication.processEvents()
        assert y_of(pane, watched) == before - step
        if nth % 3 == 0:
            rest(pane, qtbot)
            assert y_of(pane, watched) == before - step
    assert bar.maximum() != guessed, "heights were set right meanwhile"


def far_lines(pane: ArticlePane, span: Span) -> None:
    pane.text.sight.lines(span)


def far_places(pane: ArticlePane, span: Span) -> None:
    pane.text.sight.places(span)


def far_marks(pane: ArticlePane, span: Span) -> None:
    marks = CaseMaker(version_of(pane.text.toPlainText())).marks()
    pane.show_claim(marks, [span])


@pytest.mark.parametrize("text", [uneven(900), tall(600)], ids=["uneven", "tall"])
@pytest.mark.parametrize("ask", [far_lines, far_places, far_marks])
def test_asking_about_words_far_above_moves_no_word_in_sight(
    show: Show, qtbot: QtBot, ask: Callable[[ArticlePane, Span], None], text: str
) -> None:
    pane = show(CaseMaker(version_of(text)))
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.maximum() * 3 // 5)
    rest(pane, qtbot)
    seen, before = word_in_sight(pane), bar.value()
    shown, place = pane.text.viewport().grab().toImage(), y_of(pane, seen)
    for tenth in range(1, 5):
        at = seen.start * tenth // 6
        ask(pane, Span(at, at + 400))
    QApplication.processEvents()
    assert bar.value() != before, "a guess was wrong"
    assert y_of(pane, seen) == place
    assert pane.text.viewport().grab().toImage() == shown


def test_a_new_note_leaves_every_word_where_it_is_read(show: Show, qtbot: QtBot) -> None:
    pane = show(CaseMaker(version_of(uneven(900))))
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    rest(pane, qtbot)
    seen = word_in_sight(pane)
    place = y_of(pane, seen)
    pane.text.show_note("A note of many words, which takes several lines. " * 6)
    rest(pane, qtbot)
    assert y_of(pane, seen) == place


def test_the_note_stands_below_the_title_where_a_menu_stands_before_it(show: Show) -> None:
    text = "Home\nSport\nFlood closes bridge\nThe river rose."
    version = version_of(text, {"Flood": BlockKind.TITLE})
    page = show(CaseMaker(version)).text.blank_page(Typeset.of(text, version.blocks), mirrored=False)
    page.fill()
    page.set_note("Ann Poe · 4 words")
    place = page.layout.note_place()
    title, below = (page.reach(Span(at, at + 5)) for at in (text.index("Flood"), text.index("The river")))
    assert title[0] < place.top() < place.bottom() <= below[0] + 1


def test_a_note_that_comes_later_leaves_a_long_text_at_its_top(show: Show, qtbot: QtBot) -> None:
    pane = show(CaseMaker(version_of(uneven(900))))
    top = y_of(pane, Span(0, 1))
    pane.text.show_note("A note of many words, which takes several lines. " * 6)
    rest(pane, qtbot)
    assert pane.text.verticalScrollBar().value() == 0
    assert y_of(pane, Span(0, 1)) > top


def test_the_up_key_goes_up_one_line_in_a_first_paragraph_higher_than_the_window(show: Show) -> None:
    pane = show(CaseMaker(version_of("word " * 6_000)))
    bar = pane.text.verticalScrollBar()
    QTest.keyClick(pane.text, Qt.Key.Key_End, CTRL)
    value, place = bar.value(), pane.text.cursorRect().top()
    QTest.keyClick(pane.text, Qt.Key.Key_Up)
    assert bar.value() == value
    assert 0 < place - pane.text.cursorRect().top() < 40
    QTest.keyClick(pane.text, Qt.Key.Key_Home, CTRL)
    assert bar.value() == 0


def test_the_first_line_comes_into_sight_with_all_above_it(show: Show) -> None:
    pane = show(CaseMaker(version_of(uneven(200))))
    bar = pane.text.verticalScrollBar()
    bar.setValue(2_000)
    QTest.keyClick(pane.text, Qt.Key.Key_Home, CTRL)
    assert bar.value() == 0, "though the cursor stood there already"
    QTest.keyClick(pane.text, Qt.Key.Key_Down)
    bar.setValue(20)
    QTest.keyClick(pane.text, Qt.Key.Key_Up)
    assert bar.value() == 0

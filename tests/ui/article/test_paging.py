"""Page Up and Page Down: from what is seen, and no line is lost between two pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factdesk.text.spans import Span
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker, version_of
from tests.ui.article.conftest import Show

DOWN, UP, SHIFT = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier
LINE = 27
"""Pixels of the height of a line."""


@pytest.fixture
def pane(show: Show) -> ArticlePane:
    """A text whose heights are guessed wrong."""
    paragraphs = (("ill " * 90, "WOMAN " * (20 + n * 37 % 90))[n % 3 == 0] for n in range(900))
    return show(CaseMaker(version_of("\n\n".join(paragraphs))))


def press(pane: ArticlePane, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(pane.text, key)
        QApplication.processEvents()


def word_at(pane: ArticlePane, y: int) -> Span:
    """Return a character that shows, at a height or before it."""
    at = pane.text.cursorForPosition(QPoint(pane.width() // 2, y)).position()
    first = next(n for n in range(at - 1, -1, -1) if not pane.text.document().characterAt(n).isspace())
    return Span(first, first + 1)


def y_of(pane: ArticlePane, span: Span) -> float:
    return pane.text.sight.places(span)[0].top()


@pytest.mark.parametrize(("key", "start"), [(DOWN, 1), (UP, 4)])
def test_each_page_begins_with_the_last_line_of_the_one_before(pane: ArticlePane, key: Qt.Key, start: int) -> None:
    bar, height = pane.text.verticalScrollBar(), pane.text.viewport().height()
    bar.setValue(bar.maximum() * start // 5)
    went = set()
    for _ in range(20):
        watched = word_at(pane, height - 10 if key is DOWN else 10)
        before = y_of(pane, watched)
        press(pane, key)
        went.add(abs(y_of(pane, watched) - before))
    assert len(went) == 1
    assert height * 0.9 < went.pop() < height - LINE


def test_as_many_pages_back_lead_to_the_same_words(pane: ArticlePane) -> None:
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    watched = word_at(pane, 200)
    before = y_of(pane, watched)
    press(pane, DOWN, 7)
    press(pane, UP, 7)
    assert y_of(pane, watched) == before


def test_a_page_is_turned_from_what_is_seen_and_the_cursor_comes_along(pane: ArticlePane) -> None:
    bar, height = pane.text.verticalScrollBar(), pane.text.viewport().height()
    bar.setValue(bar.maximum() // 2)
    watched = word_at(pane, height - 10)
    was_whole = y_of(pane, watched) + LINE <= height
    press(pane, DOWN)
    least = -LINE if was_whole else 0
    assert least < y_of(pane, watched) < 40, "though the cursor stood at the beginning of the text"
    caret = pane.text.cursorRect()
    assert 0 <= caret.top() < caret.bottom() < height
    press(pane, DOWN)
    assert pane.text.cursorRect().top() == pytest.approx(caret.top(), abs=40)


def test_shift_selects_a_page(pane: ArticlePane) -> None:
    QTest.keyClick(pane.text, DOWN, SHIFT)
    first = pane.current_span()
    assert first is not None
    assert first.start == 0
    QTest.keyClick(pane.text, DOWN, SHIFT)
    second = pane.current_span()
    assert second is not None
    assert second.end > first.end + 100
    QTest.keyClick(pane.text, UP, SHIFT)
    assert pane.current_span() == first


def test_the_pages_end_where_the_text_does(pane: ArticlePane) -> None:
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    press(pane, DOWN, 2)
    assert bar.value() == bar.maximum()
    assert pane.text.textCursor().atEnd()
    bar.setValue(300)
    press(pane, UP, 2)
    assert bar.value() == 0
    assert pane.cursor_index() == 0

"""What Qt is given for a text: unit for unit the same length, and every selection comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui.article.page import Page
from factdesk.ui.article.typesetting.measure import reading_font
from factdesk.ui.article.typesetting.shown import shown
from factdesk.ui.article.typesetting.typeset import Typeset

# What Qt joins, breaks at, hides or counts twice; few letters.
HURTFUL = "ab \r\n\u2028\u2029\x85\x00\x0b\x0c\x1f\x7f\xa0\t\u0301\u200b\ufeff\ufffc\ufdd0\ufdd1\uffff😀\U00010000"
texts = st.text(alphabet=HURTFUL, max_size=40) | st.text(max_size=40)
KEPT = [
    "\ufeff",
    "\r\n",
    "\r",
    "\u2028",
    "\u2029",
    "\x85",
    "\x00",
    "\f",
    "\ufffc",
    "\ufdd0",
    "\uffff",
    "e\u0301",
    "😀",
    "\xa0",
]


def page_of(text: str) -> Page:
    page = Page(Typeset.of(text, ()), reading_font("", 12))
    page.fill()
    return page


@given(texts)
def test_one_character_is_shown_for_each(text: str) -> None:
    given_to_qt = shown(text)
    assert len(given_to_qt) == len(text)
    assert OffsetMap.of(given_to_qt) == OffsetMap.of(text)


@given(texts)
def test_showing_what_is_shown_changes_nothing_more(text: str) -> None:
    assert shown(shown(text)) == shown(text)


def test_plain_words_are_shown_as_they_are() -> None:
    text = "A café — “yes”\n\n😀 پل 老磨坊桥\ttab\u2028line"
    assert shown(text) == text


def test_a_line_end_of_two_characters_ends_one_line() -> None:
    assert shown("one\r\ntwo\rthree").split("\n") == ["one\u200b", "two", "three"]


@pytest.mark.usefixtures("qapp")
@given(texts)
@settings(max_examples=150)
@example("\r\n\r\n😀\u2029x")
def test_qt_keeps_every_unit_it_is_given(text: str) -> None:
    document = page_of(text).document
    assert document.characterCount() - 1 == len(text.encode("utf-16-le")) // 2
    assert document.toRawText().replace("\u2029", "\n") == shown(text)


@pytest.mark.usefixtures("qapp")
@given(texts.filter(bool), st.integers(1, 60_000))
@settings(max_examples=15)
def test_a_page_filled_piece_by_piece_holds_the_same_words_in_the_same_lines(text: str, times: int) -> None:
    long = text * (1 + times // len(text))
    page = Page(Typeset.of(long, ()), reading_font("", 12))
    for done, total in page.filling():
        assert done < total == len(long)
    assert page.document.toRawText().replace("\u2029", "\n") == shown(long)
    assert page.document.blockCount() == len(page.layout.rows)


@pytest.mark.usefixtures("qapp")
@given(texts, st.data())
@settings(max_examples=150)
def test_a_span_selected_and_read_back_is_the_same_span(text: str, data: st.DataObject) -> None:
    page = page_of(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cursor = QTextCursor(page.document)
    cursor.setPosition(page.offsets.to_qt(start))
    cursor.setPosition(page.offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    read = Span(page.offsets.from_qt(cursor.selectionStart()), page.offsets.from_qt(cursor.selectionEnd()))
    assert read == Span(start, end)


@pytest.mark.parametrize("odd", KEPT)
def test_words_after_an_odd_character_are_found_where_they_stand(qapp: QApplication, odd: str) -> None:
    text = f"{odd} the words after"
    page = page_of(text)
    start = text.index("the words")
    block = page.document.findBlock(page.offsets.to_qt(start))
    at = page.offsets.to_qt(start) - block.position()
    assert block.text().encode("utf-16-le")[2 * at :].decode("utf-16-le").startswith("the words")

"""Which way words run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.direction import begins_right, has_right_to_left, reads_from_right

ENGLISH, ARABIC, HEBREW = "The river rose.", "ارتفع النهر", "הנהר עלה"


@pytest.mark.parametrize("words", [ARABIC, HEBREW, f"«{ARABIC}»", f"12. {HEBREW}", f"\n{ARABIC} (NASA)"])
def test_words_begin_from_the_right_by_their_first_letter_whatever_signs_stand_before_it(words: str) -> None:
    assert begins_right(words)


@pytest.mark.parametrize("words", [ENGLISH, f"NASA: {ARABIC}", "", "1,234.5 %"])
def test_words_begin_from_the_left_where_no_letter_of_the_right_comes_first(words: str) -> None:
    assert not begins_right(words)


def test_a_language_tag_says_which_way_an_article_reads_and_its_words_where_there_is_none() -> None:
    assert reads_from_right("fa-IR", ENGLISH)
    assert not reads_from_right("en", ARABIC)
    assert reads_from_right("", ARABIC)
    assert not reads_from_right("", ENGLISH)


@given(st.text(max_size=30))
def test_what_begins_from_the_right_holds_what_runs_from_the_right(text: str) -> None:
    assert has_right_to_left(text) or not begins_right(text)

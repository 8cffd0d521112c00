"""Two passages are compared by their words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.tellings import differences, same_words, shared


@pytest.mark.parametrize(
    "other", ["The dam cost $95 billion", "the dam cost $95 billion.", "“The dam”: cost $95 billion!"]
)
def test_case_quotation_marks_and_punctuation_make_no_difference(other: str) -> None:
    assert same_words("The dam cost $95 billion.", other)


@pytest.mark.parametrize(
    "other", ["The dam cost €95 billion.", "The dam cost $59 billion.", "The dam cost an estimated $95 billion."]
)
def test_another_word_figure_or_currency_does(other: str) -> None:
    assert not same_words("The dam cost $95 billion.", other)


@given(st.text())
def test_any_text_has_the_words_of_itself(text: str) -> None:
    assert same_words(text, text)
    assert same_words(text, f" {text}… ")


def test_what_two_wordings_share_is_counted_in_words_of_the_longer_one() -> None:
    assert shared(differences("The dam cost a lot", "The dam cost little")) == 0.6
    assert shared(differences("The dam fell", "Rain")) == 0.0


@given(st.text(), st.text())
def test_the_share_is_a_share_and_whole_where_the_words_are_the_same(one: str, other: str) -> None:
    assert 0.0 <= shared(differences(one, other)) <= 1.0
    assert shared(differences(one, one)) == 1.0

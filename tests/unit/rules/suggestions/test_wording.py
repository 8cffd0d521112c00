"""Wording like that of claims people chose to check raises the score; names do not count."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from factdesk.rules.suggestions.wording import likeness, listed
from factdesk.text.lexicon import tokens


def words_of(text: str) -> list[str]:
    return [word for word, _, _ in tokens(text)]


def test_figures_and_verbs_of_change_read_like_a_claim_and_hopes_do_not() -> None:
    claim = likeness(words_of("unemployment doubled and taxes rose by 40 percent since 2019"))
    hope = likeness(words_of("i love our town and i hope for a vital and outstanding future"))
    assert claim > 0 > hope


def test_a_word_said_twice_counts_once_and_all_figures_are_one_word() -> None:
    assert likeness(["percent", "percent"]) == likeness(["percent"])
    assert listed(["3.5", "2019", "taxes"]) == {"0", "taxes"}


@given(st.lists(st.text(max_size=8), max_size=30))
def test_any_words_have_a_finite_likeness(words: list[str]) -> None:
    assert math.isfinite(likeness(words))


def test_words_nobody_taught_say_nothing() -> None:
    assert likeness([]) == likeness(["qwxyz"]) == 0

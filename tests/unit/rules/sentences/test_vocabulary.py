"""Likeness to the headline, the opening and the whole is between 0 and 1 and goes by words shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.rules.sentences.vocabulary import nearness, stem, stems

bags = st.lists(st.frozensets(st.sampled_from("abcdef")), max_size=6)


@pytest.mark.parametrize("form", ["close", "closes", "closed", "closing"])
def test_forms_of_a_word_have_a_common_stem(form: str) -> None:
    assert stem(form) in {"close", "clos"}


def test_small_words_say_nothing() -> None:
    assert stems(["the", "mayor", "of", "a", "town"]) == {"mayor", "town"}


@given(bags, st.frozensets(st.sampled_from("abcdef")))
def test_every_measure_is_in_its_bounds(found: list[frozenset[str]], headline: frozenset[str]) -> None:
    for near in nearness(found, headline, range(min(3, len(found)))):
        assert 0 <= near.headline <= 1
        assert 0 <= near.opening <= 1 + 1e-9
        assert 0 <= near.central <= 1 + 1e-9
        assert near.shared >= 0


def test_a_sentence_that_shares_more_is_nearer() -> None:
    core, side, off = nearness(
        [frozenset({"dam", "fail", "1963"}), frozenset({"dam", "fail"}), frozenset({"lunch"})], frozenset({"dam"}), [0]
    )
    assert core.headline == side.headline == 1
    assert off.headline == off.opening == off.shared == 0
    assert side.opening > 0.5
    assert core.opening == 0  # a sentence is not measured by itself
    assert core.central > off.central == 0

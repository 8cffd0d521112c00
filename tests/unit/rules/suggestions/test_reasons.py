"""Each reason has its words, in one place, and every rule uses only reasons that have them."""

from __future__ import annotations

import pytest

from factdesk.rules.suggestions.reasons import REASONS, chip
from factdesk.rules.suggestions.suggest import suggest
from tests.unit.rules.texts import EVERYTHING, blocks_of


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_has_a_few_words_and_a_sentence(code: str) -> None:
    assert 1 <= len(chip(code).split()) <= 5
    assert chip(code)[0].islower()
    assert REASONS[code].explanation[0].isupper()
    assert REASONS[code].explanation.endswith((".", "?"))


def test_no_two_reasons_look_alike() -> None:
    assert len({words.chip for words in REASONS.values()}) == len(REASONS)


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(KeyError):
        chip("because")


def test_every_reason_is_given_by_some_rule_and_no_other() -> None:
    text, kinds, furniture = EVERYTHING
    given = {
        reason.code
        for proposed in suggest(text, blocks_of(text, *kinds), furniture, language="en")
        for reason in proposed.reasons
    }
    assert given == set(REASONS) - {"ticked-before", "rejected-before"}  # those are given by a desk's own decisions

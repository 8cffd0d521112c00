"""Each enumeration a person sees has a word of its own, and a state a shape of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factdesk.model.claim import ClaimKind, Priority, State, WaitingFor
from factdesk.model.segment import Label
from factdesk.model.source import Bearing, SourceType
from factdesk.model.suggestion import SuggestionKind
from factdesk.rules.scales import shipped_scales
from factdesk.rules.suggestions.reasons import REASONS
from factdesk.ui.claim import words

ENUMERATIONS: tuple[tuple[type, Callable[..., str]], ...] = (
    (State, words.state),
    (State, words.state_meaning),
    (ClaimKind, words.claim_kind),
    (Priority, words.priority),
    (SuggestionKind, words.suggestion_kind),
    (Label, words.label),
    (SourceType, words.source_type),
    (Bearing, words.bearing),
)


@pytest.mark.parametrize(("enumeration", "say"), ENUMERATIONS, ids=lambda one: getattr(one, "__name__", str(one)))
def test_every_value_has_words_of_its_own(enumeration: type, say: Callable[..., str]) -> None:
    values = list(enumeration)  # type: ignore[call-overload]  # an enumeration gives its values
    said = [say(value) for value in values]
    assert all(said)
    assert len(set(said)) == len(values)


def test_every_state_has_a_shape_of_its_own_that_no_suggestion_has() -> None:
    shapes = list(words.STATE_GLYPHS.values())
    assert set(words.STATE_GLYPHS) == set(State)
    assert len({*shapes, words.SUGGESTED_GLYPH}) == len(shapes) + 1


def test_every_bearing_has_a_sign_of_its_own() -> None:
    assert len({words.BEARING_GLYPHS[bearing] for bearing in Bearing}) == len(Bearing)


def test_what_a_claim_waits_for_is_part_of_its_state() -> None:
    said = {words.state(State.WAITING, whom) for whom in WaitingFor}
    assert len(said) == len(WaitingFor)
    assert all(one.startswith("waiting for") for one in said)


def test_no_verdict_of_any_shipped_scale_can_be_taken_for_none() -> None:
    for scale in shipped_scales():
        for value in scale.values:
            assert words.verdict(value) == f"{value.glyph} {value.label}"
            assert words.not_decided() != words.verdict(value)
            assert not words.not_decided().startswith(value.glyph)


def test_sources_are_counted_in_words() -> None:
    assert [words.sources(count) for count in (0, 1, 2)] == ["no source", "1 source", "2 sources"]


def test_every_reason_is_told_and_one_of_other_rules_stands_for_itself() -> None:
    assert all(words.reason(code) and words.reason_meaning(code) for code in REASONS)
    assert (words.reason("of-later-rules"), words.reason_meaning("of-later-rules")) == ("of-later-rules", "")

"""Stretches of a text: what lies in what, and what shares nothing with what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from factdesk.text.spans import Span

spans = some.tuples(some.integers(0, 12), some.integers(1, 6)).map(lambda pair: Span(pair[0], sum(pair)))


@given(spans, spans)
def test_a_stretch_holds_another_when_it_has_all_of_its_characters(one: Span, other: Span) -> None:
    assert one.holds(other) == (set(range(*other)) <= set(range(*one)))


@given(spans, spans)
def test_two_stretches_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(set(range(*one)) & set(range(*other)))

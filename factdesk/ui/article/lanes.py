"""Lanes: stretches that overlap laid under each other, in order, so that what stands in a place is found by halving."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from operator import gt, neg
from typing import TypeAlias

from msgspec import Struct

from factdesk.model.segment import Segment
from factdesk.model.suggestion import Suggestion
from factdesk.text.spans import Span

Fact: TypeAlias = Segment | Suggestion
"""What a stretch is marked for."""


class Lane(Struct, frozen=True):
    """Stretches that do not overlap, in order: parallel lists of where they are and what for."""

    starts: list[int]
    ends: list[int]
    facts: list[Fact]

    def overlapping(self, span: Span) -> range:
        """Return the indexes of the stretches that share a character with ``span``."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def lanes(segments: Sequence[Segment], proposed: Sequence[Suggestion] = ()) -> tuple[Lane, ...]:
    """Lay overlapping stretches under each other: each lane takes, in order, what it has room for."""
    left = Lane(
        [one.anchor.start for one in segments] + [one.span.start for one in proposed],
        [one.anchor.end for one in segments] + [one.span.end for one in proposed],
        [*segments, *proposed],
    )
    if proposed:
        left = _in_order(left)
    found: list[Lane] = []
    while any(map(gt, left.ends, left.starts[1:])):
        lane, crowded = Lane([], [], []), Lane([], [], [])
        last = 0
        for start, end, fact in zip(left.starts, left.ends, left.facts, strict=True):
            into = lane if start >= last else crowded
            last = end if into is lane else last
            into.starts.append(start)
            into.ends.append(end)
            into.facts.append(fact)
        found.append(lane)
        left = crowded
    return (*found, left) if left.starts else tuple(found)


def relaid(laid: Sequence[Lane], window: Span, new: Sequence[Lane]) -> tuple[Lane, ...]:
    """Return ``laid`` with what stands in a window, which nothing reaches out of, replaced by ``new``."""
    none = Lane([], [], [])
    found = []
    for lane, inside in zip_longest(laid, new, fillvalue=none):
        first, last = bisect_left(lane.starts, window.start), bisect_left(lane.starts, window.end)
        parts = ((getattr(lane, name), getattr(inside, name)) for name in Lane.__struct_fields__)
        found.append(Lane(*([*old[:first], *come, *old[last:]] for old, come in parts)))
    return tuple(lane for lane in found if lane.starts)


def _in_order(everything: Lane) -> Lane:
    """Sort as stretches nest: the one that begins first, then the longer, outermost."""
    order = sorted(zip(everything.starts, map(neg, everything.ends), range(len(everything.starts)), strict=True))
    facts = everything.facts
    return Lane([start for start, _, _ in order], [-end for _, end, _ in order], [facts[nth] for _, _, nth in order])

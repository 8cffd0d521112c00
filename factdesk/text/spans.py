"""A stretch of text as a pair of code-point positions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeVar


class Span(NamedTuple):
    """``text[start:end]``: code points, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int

    def within(self, length: int) -> bool:
        """Say whether the span is not empty and lies in a text of ``length`` code points."""
        return 0 <= self.start < self.end <= length

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether all of ``other`` lies in this one."""
        return self.start <= other.start and other.end <= self.end


class Placed(Protocol):
    """Whatever stands on a stretch of a text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)


def left_free(things: Iterable[P], held: Iterable[Span]) -> Iterator[P]:
    """Yield what shares no character with a span of ``held``; grows with the lists, not with their product."""
    spans = sorted(held)
    starts, reach = [span.start for span in spans], list(accumulate((span.end for span in spans), max))
    for one in things:
        before = bisect_left(starts, one.span.end)
        if not before or reach[before - 1] <= one.span.start:
            yield one

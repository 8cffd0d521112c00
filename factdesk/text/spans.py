"""A stretch of text as a pair of code-point positions."""

from __future__ import annotations

from typing import NamedTuple


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

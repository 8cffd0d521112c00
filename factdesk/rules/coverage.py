"""Coverage: how much of a text its segments account for, and what is still bare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factdesk.model.segment import Segment
from factdesk.text.spans import Span

_LETTERS = re.compile(r"[^\W_]+")
"""Runs of what ``str.isalnum`` calls a letter or a digit, in any script."""
_PARAGRAPH_BREAK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*|\u2029")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is accounted for in one text.

    Attributes:
        letters: letters and digits of the text.
        covered: those of them that stand in at least one segment.
        bare: stretches between segments, in reading order. Each begins and ends with a letter or a
            digit and lies in one paragraph.
    """

    letters: int
    covered: int
    bare: tuple[Span, ...]

    @property
    def share(self) -> float:
        """Covered letters of all letters, 0 … 1; 1 where there is nothing to cover."""
        return self.covered / self.letters if self.letters else 1.0

    @property
    def complete(self) -> bool:
        return not self.bare


def coverage(text: str, segments: Iterable[Segment]) -> Coverage:
    """Measure what ``segments`` of ``text`` account for.

    Every letter and digit (``str.isalnum``, so any script) belongs to a segment or is bare;
    punctuation and white space are nobody's. Linear in the text, and in the segments but for sorting.
    """
    bare: list[Span] = []
    uncovered = 0
    for gap in _gaps(len(text), (segment.anchor.span for segment in segments)):
        for piece in _paragraphs(text, gap):
            runs = [found.span() for found in _LETTERS.finditer(text, *piece)]
            if runs:
                bare.append(Span(runs[0][0], runs[-1][1]))
                uncovered += sum(end - start for start, end in runs)
    letters = sum(len(run) for run in _LETTERS.findall(text))
    return Coverage(letters, letters - uncovered, tuple(bare))


def _gaps(length: int, covered: Iterable[Span]) -> Iterator[Span]:
    """Yield what the spans leave free of 0 … ``length``, in order."""
    at = 0
    for start, end in sorted(covered):
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < length:
        yield Span(at, length)


def _paragraphs(text: str, gap: Span) -> Iterator[Span]:
    at = gap.start
    for found in _PARAGRAPH_BREAK.finditer(text, *gap):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, gap.end)

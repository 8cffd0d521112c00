"""Coverage: how much of a text its segments account for, and what is still bare."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
    bare, uncovered = _bare(text, Span(0, len(text)), segments)
    letters = _letters(text, Span(0, len(text)))
    return Coverage(letters, letters - uncovered, bare)


def coverage_again(before: Coverage, text: str, segments: Iterable[Segment], touched: Iterable[Span]) -> Coverage:
    """Measure again after segments came, went or moved; it is what ``coverage`` would say.

    Only the words from the bare stretch before the change to the one behind it are looked at.

    Args:
        before: coverage of the same text before the change.
        segments: all segments after it.
        touched: what changed segments covered before or cover now.
    """
    spans = list(touched)
    if not spans:
        return before
    held = before.bare
    first = max(0, bisect_left(held, min(start for start, _ in spans), key=lambda one: one.start) - 1)
    last = min(len(held), bisect_right(held, max(end for _, end in spans), key=lambda one: one.end) + 1)
    window = Span(held[first].start if first else 0, held[last - 1].end if last < len(held) else len(text))
    bare, uncovered = _bare(text, window, segments)
    covered = before.covered + sum(_letters(text, stretch) for stretch in held[first:last]) - uncovered
    return Coverage(before.letters, covered, (*held[:first], *bare, *held[last:]))


def _bare(text: str, window: Span, segments: Iterable[Segment]) -> tuple[tuple[Span, ...], int]:
    """Return what segments leave bare of a window no bare stretch reaches out of, and how many letters that has."""
    start, end = window
    spans = (one.anchor.span for one in segments if one.anchor.start < end and one.anchor.end > start)
    found: list[Span] = []
    letters = 0
    for gap in _gaps(window, spans):
        for piece in _paragraphs(text, gap):
            runs = [run.span() for run in _LETTERS.finditer(text, *piece)]
            if runs:
                found.append(Span(runs[0][0], runs[-1][1]))
                letters += sum(last - first for first, last in runs)
    return tuple(found), letters


def _letters(text: str, stretch: Span) -> int:
    return sum(map(len, _LETTERS.findall(text, *stretch)))


def _gaps(window: Span, covered: Iterable[Span]) -> Iterator[Span]:
    """Yield what the spans leave free of the window, in order."""
    at = window.start
    for start, end in sorted(covered):
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < window.end:
        yield Span(at, window.end)


def _paragraphs(text: str, gap: Span) -> Iterator[Span]:
    at = gap.start
    for found in _PARAGRAPH_BREAK.finditer(text, *gap):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, gap.end)

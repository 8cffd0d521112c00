"""Coverage: how much of a text its segments account for, and what is still bare."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category

from msgspec import Struct

from factdesk.model.segment import Segment
from factdesk.text.spans import Span

_LETTER = re.compile(r"[^\W_]")
"""What ``str.isalnum`` calls a letter or a digit, in any script."""
_PARAGRAPH_BREAK = re.compile(r"[\r\n\u2029](?:(?<=\u2029)|(?>(?:(?<=\r)\n)?)[^\S\r\n]*[\r\n]\s*)")
"""Begins with a set of characters, which the engine looks for much faster than for alternatives."""

_SLICE = 1 << 17
"""Characters looked at in one call, which holds up every other thread."""

_ASCII = bytes(range(128))
_OTHERS = bytes(code for code in range(256) if code > 127 or not chr(code).isalnum())  # than letters, digits of ASCII


class Coverage(Struct, frozen=True):
    """What is accounted for in one text.

    Attributes:
        letters: letters and digits of the text.
        covered: those of them that stand in at least one segment.
        bare: stretches between segments, in reading order. Each begins and ends with a letter or a
            digit (and the marks that combine with it) and lies in one paragraph.
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
    bare = _bare(text, Span(0, len(text)), segments)
    letters = _letters(text, [Span(0, len(text))])
    return Coverage(letters, letters - _letters(text, bare), bare)


def coverage_again(before: Coverage, text: str, segments: Sequence[Segment], touched: Iterable[Span]) -> Coverage:
    """Measure again after segments came, went or moved; it is what ``coverage`` would say.

    Only the words from the bare stretch before the change to the one behind it are looked at.

    Args:
        before: coverage of the same text before the change.
        segments: all segments after it, by start.
        touched: what changed segments covered before or cover now.
    """
    spans = list(touched)
    if not spans:
        return before
    held = before.bare
    first = max(0, bisect_left(held, min(start for start, _ in spans), key=lambda one: one.start) - 1)
    last = min(len(held), bisect_right(held, max(end for _, end in spans), key=lambda one: one.end) + 1)
    window = Span(held[first].start if first else 0, held[last - 1].end if last < len(held) else len(text))
    # The window begins bare, before all that was touched: nothing that begins before it reaches into it.
    near = (bisect_left(segments, place, key=lambda one: one.anchor.start) for place in window)
    bare = _bare(text, window, segments[slice(*near)])
    covered = before.covered + _letters(text, held[first:last]) - _letters(text, bare)
    return Coverage(before.letters, covered, (*held[:first], *bare, *held[last:]))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return ``text[start:end]`` from its first letter or digit to its last; None where it holds none.

    Vowel signs and accents that combine with the last letter belong to it.
    """
    first = _LETTER.search(text, start, end)
    if first is None:
        return None
    last = end
    while not text[last - 1].isalnum():
        last -= 1
    while last < end and category(text[last]).startswith("M"):
        last += 1
    return Span(first.start(), last)


def _bare(text: str, window: Span, segments: Iterable[Segment]) -> tuple[Span, ...]:
    """Return what segments leave bare of a window no bare stretch reaches out of."""
    spans = [(one.anchor.start, one.anchor.end) for one in segments]
    found: list[Span] = []
    for start, end in _gaps(window, [one for one in spans if one[0] < window.end and one[1] > window.start]):
        first = _LETTER.search(text, start, end)
        if first is not None:
            found += _stretches(text, first.start(), end)
    return tuple(found)


def _letters(text: str, stretches: Iterable[Span]) -> int:
    """Count letters and digits; those of ASCII as bytes, thirty times as fast as one by one."""
    found = 0
    for piece in _pieces(text, stretches):
        data = piece.encode("utf-8", "surrogatepass")
        beyond = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
        found += len(data.translate(None, _OTHERS)) + sum(map(str.isalnum, beyond))
    return found


def _pieces(text: str, stretches: Iterable[Span]) -> Iterator[str]:
    """Yield the characters of stretches, short ones together and long ones in slices."""
    held: list[str] = []
    size = 0
    for start, end in stretches:
        for at in range(start, end, _SLICE):
            held.append(text[at : min(at + _SLICE, end)])
            size += len(held[-1])
            if size >= _SLICE:
                yield "".join(held)
                held, size = [], 0
    yield "".join(held)


def _gaps(window: Span, covered: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what the spans leave free of the window, in order."""
    at = window.start
    for start, end in sorted(covered):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < window.end:
        yield at, window.end


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the bare stretch of each paragraph between two places."""
    for found in _PARAGRAPH_BREAK.finditer(text, start, end):
        stretch = trimmed(text, start, found.start())
        if stretch is not None:
            yield stretch
        start = found.end()
    stretch = trimmed(text, start, end)
    if stretch is not None:
        yield stretch

"""How far into a long text claims were proposed, and which part comes next.

A book has hundreds of thousands of sentences. To propose all of them at once would make a checklist nobody can work
through, and write some 600 bytes for each into the desk and as much into its record.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factdesk.model.segment import Segment
from factdesk.model.suggestion import Suggestion
from factdesk.model.version import Version
from factdesk.text.spans import Span

PART = 500_000
"""Code points in which claims are proposed together: as many as a long book has. Shorter texts are one part."""


def reach(suggestions: Sequence[Suggestion]) -> int:
    """Return up to which code point something was proposed; ``suggestions`` are in reading order."""
    return suggestions[-1].span.end if suggestions else 0


def next_part(version: Version, suggestions: Sequence[Suggestion], segments: Sequence[Segment]) -> Span | None:
    """Return the part of a long text in which claims are to be proposed next; None where that was done to its end.

    Args:
        suggestions, segments: of this version, by start.
    """
    if len(version.text) <= PART:
        return None
    blocks = version.blocks
    first = bisect_left(blocks, reach(suggestions), key=lambda block: block.span.start)
    while first < len(blocks) and not _asks_for_any(version.text, blocks[first].span, segments):
        first += 1
    if first == len(blocks):
        return None
    start = blocks[first].span.start
    last = bisect_right(blocks, start + PART, lo=first, key=lambda block: block.span.end)
    return Span(start, blocks[max(first, last - 1)].span.end)


def _asks_for_any(text: str, span: Span, segments: Sequence[Segment]) -> bool:
    """Say whether a block tells something that no segment holds."""
    at = bisect_right(segments, span.start, key=lambda segment: segment.anchor.start) - 1
    held = at >= 0 and segments[at].anchor.end >= span.end
    return not held and any(map(str.isalnum, text[slice(*span)]))

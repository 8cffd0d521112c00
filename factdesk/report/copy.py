"""The annotated copy: the whole text, cut into runs that carry the same marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factdesk.model.case import Case
from factdesk.model.ids import SegmentId
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Decision
from factdesk.model.version import Block, BlockKind, Version
from factdesk.report.copy_parts import CopyBlock, Mark, Run, Tie
from factdesk.report.words import LABELS
from factdesk.text.direction import begins_right
from factdesk.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One segment that belongs to a claim, with what is printed beside it."""

    number: str
    card: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The blocks of a version, and which of them a position lies in."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, version: Version) -> Paragraphs:
        """Take the version's blocks, and every line with a letter or digit that no block holds."""
        found: list[Block] = []
        at = 0
        for block in (*version.blocks, None):
            end = block.span.start if block else len(version.text)
            found.extend(Block(BlockKind.PARAGRAPH, span) for span in _lines_with_words(version.text, Span(at, end)))
            if block:
                found.append(block)
                at = block.span.end
        return cls(tuple(found))

    def number_at(self, position: int) -> int:
        """Return the number of the paragraph that holds ``position``, from 1; the next one between two."""
        return min(bisect_right(self.blocks, position, key=lambda block: block.span.end) + 1, len(self.blocks) or 1)


def annotated(case: Case, tellings: dict[SegmentId, Telling], bare: Sequence[Span]) -> tuple[CopyBlock, ...]:
    """Cut the paragraphs into runs at every edge of a segment or bare stretch, and where an open proposal begins.

    Args:
        tellings: for each claim and repeat among the segments, what is printed beside it.
        bare: stretches nobody accounted for, in reading order.
    """
    open_ones = (it.span.start for it in case.suggestions if it.decision is Decision.OPEN)
    spans = [*(segment.anchor.span for segment in case.segments), *bare]
    edges = sorted({edge for span in spans for edge in span}.union(open_ones))
    cutter = _Cutter(case, tellings, bare, edges)
    return tuple(
        cutter.block(number, block) for number, block in enumerate(Paragraphs.of(case.version).blocks, start=1)
    )


def _lines_with_words(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        words = line.strip()
        if any(map(str.isalnum, words)):
            start = at + line.index(words)
            yield Span(start, start + len(words))
        at += len(line)


def _levels(segments: Sequence[Segment]) -> dict[SegmentId, int]:
    """Give each claim the lowest underline that is free over all of its words."""
    ends: list[int] = []
    levels: dict[SegmentId, int] = {}
    for segment in segments:
        level = next((n for n, end in enumerate(ends) if end <= segment.anchor.start), len(ends))
        ends[level : level + 1] = [segment.anchor.end]
        levels[segment.id] = level
    return levels


class _Cutter:
    """Walks the text once; blocks must be asked for in reading order."""

    def __init__(
        self, case: Case, tellings: dict[SegmentId, Telling], bare: Sequence[Span], edges: Sequence[int]
    ) -> None:
        self._text, self._segments = case.version.text, case.segments
        self._tellings, self._bare, self._edges = tellings, bare, edges
        self._levels = _levels([segment for segment in case.segments if segment.id in tellings])
        self._next = 0
        self._active: list[Segment] = []

    def block(self, number: int, block: Block) -> CopyBlock:
        start, end = block.span
        inner = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        bounds = [start, *inner, end]
        runs = tuple(self._run(Span(a, b), block) for a, b in pairwise(bounds))
        furniture = all(run.label == Label.FURNITURE or not run.text.strip() for run in runs)
        return CopyBlock(
            number=number,
            kind="furniture" if furniture else str(block.kind),
            level=block.level,
            right_to_left=begins_right(self._text[start:end]),
            runs=runs,
        )

    def _run(self, span: Span, block: Block) -> Run:
        while self._next < len(self._segments) and self._segments[self._next].anchor.start < span.end:
            self._active.append(self._segments[self._next])
            self._next += 1
        self._active = [segment for segment in self._active if segment.anchor.end > span.start]
        told = [segment for segment in self._active if segment.id in self._tellings]
        labels = [segment.label for segment in self._active if segment.id not in self._tellings]
        return Run(
            text=self._text[span.start : span.end],
            at=span.start,
            ties=tuple(self._tie(segment) for segment in told),
            label=LABELS[labels[-1]] if labels and not told else "",
            bare=self._is_bare(span),
            starts=tuple(
                self._tellings[s.id].number for s in told if max(s.anchor.start, block.span.start) == span.start
            ),
            ends=tuple(self._tie(s) for s in reversed(told) if self._ends_with(s, span, block)),
        )

    def _tie(self, segment: Segment) -> Tie:
        telling = self._tellings[segment.id]
        return Tie(telling.number, telling.card, self._levels[segment.id], telling.mark)

    def _ends_with(self, segment: Segment, span: Span, block: Block) -> bool:
        """Say whether these are the segment's last words, white space after its block apart."""
        end = segment.anchor.end
        return end == span.end or (span.end == block.span.end and not self._text[span.end : end].strip())

    def _is_bare(self, span: Span) -> bool:
        at = bisect_right(self._bare, span.start, key=lambda stretch: stretch.start) - 1
        return at >= 0 and self._bare[at].end > span.start

"""The lines of one row that are in sight, and where on them a stretch of characters stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLine

from factdesk.text.direction import has_right_to_left
from factdesk.ui.article.typesetting.layout import ArticleLayout, LaidRow
from factdesk.ui.article.typesetting.lines import x_of


class SeenLine(NamedTuple):
    """One line: its characters in UTF-16 from the row's start, and its place in the document.

    Attributes:
        top: of its glyphs; ``strip`` of its row tells what belongs to it up to its neighbours.
        left, right: of its words, without the white space that hangs over its end.
    """

    line: QTextLine
    start: int
    end: int
    top: float
    baseline: float
    left: float
    right: float


class SeenRow:
    """Some lines of a row that is laid out. Positions count UTF-16 units from the row's start.

    Attributes:
        at: where the row starts in the document, in UTF-16.
        top, height: of the row in the document.
        lines: those in sight, in order.
        characters: from the first line in sight to the last.
    """

    def __init__(self, layout: ArticleLayout, laid: LaidRow, top: float, bottom: float) -> None:
        """Look at the lines of a row that touch two heights of the document."""
        self.row, self.block, self.top, self.height = laid
        self.at = self.block.position()
        self._measure = layout.measure
        text = self.block.layout()
        self.lines = [self._line(text.lineAt(nth)) for nth in layout.lines(laid, top, bottom)]
        self.characters = range(self.lines[0].start, self.lines[-1].end) if self.lines else range(0)
        self._mixed = has_right_to_left(self.block.text())

    def _line(self, line: QTextLine) -> SeenLine:
        top, start, words = self.top + line.y(), line.textStart(), line.naturalTextRect()
        end, baseline = start + line.textLength(), top + line.ascent()
        return SeenLine(line, start, end, top, baseline, words.left(), words.right())

    def strip(self, seen: SeenLine) -> tuple[float, float]:
        """Return top and bottom of the strip that belongs to a line, up to its neighbours."""
        return self._measure.strip(self.row.setting, seen.top, seen.line.height())

    def pieces(self, start: int, end: int) -> Iterator[tuple[SeenLine, float, float]]:
        """Yield on which lines a stretch stands, and there from which x to which.

        Where directions mix, it can stand in several places of one line.
        """
        for seen in self.lines:
            first, last = max(start, seen.start), min(end, seen.end)
            if first < last:
                for left, right in self._runs(seen, first, last):
                    left, right = max(left, seen.left), min(right, seen.right)
                    if left < right:
                        yield seen, left, right

    def strips(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield the strips a stretch takes, as high as its lines."""
        for seen, left, right in self.pieces(start, end):
            top, bottom = self.strip(seen)
            yield QRectF(left, top, right - left, bottom - top)

    def _runs(self, seen: SeenLine, first: int, last: int) -> list[tuple[float, float]]:
        if self._mixed:
            return glyph_runs(seen.line, first, last)
        left = seen.left if first == seen.start else x_of(seen.line, first)
        return [(left, seen.right if last == seen.end else x_of(seen.line, last))]


def glyph_runs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Return where characters stand on a line of mixed direction, joined, from left to right.

    Taken from the glyphs: at the seam of two directions a character's edge is not where a cursor would stand.
    """
    places: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, last - first):
        widths = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places += [(at.x(), at.x() + width.x()) for at, width in zip(run.positions(), widths, strict=True)]
    joined: list[tuple[float, float]] = []
    for left, right in sorted(places):
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined

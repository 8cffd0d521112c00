"""Draws the rows in sight: grounds, words, underlines, numbers in the margin. Decides nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCharFormat, QTextLayout

from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui import theme as themes
from factdesk.ui.article.drawing import strokes
from factdesk.ui.article.drawing.asides import draw_caret, draw_note, draw_rule, draw_stub
from factdesk.ui.article.drawing.looks import found_ground, look_of, selection_ground
from factdesk.ui.article.drawing.numbers import Drawn, Numbered, draw_numbers, numbered
from factdesk.ui.article.drawing.pencil import draw_ticked
from factdesk.ui.article.drawing.rises import Surer, SurerSign, draw_rises, signs
from factdesk.ui.article.marks import NOTHING, Marks
from factdesk.ui.article.typesetting.layout import ArticleLayout
from factdesk.ui.article.typesetting.seen import SeenRow
from factdesk.ui.theme import Theme, colour, fill

_FIRST_LEVEL, _LEVEL, DEEPEST = 0.235, 0.215, 0.66
"""Distance of underlines from the baseline in ems of the line: the first, each further one, the last."""
STROKE = 5.0
"""Pixels that an underline takes on either side of its place, at most."""


class ArticleInk:
    """What is to be seen of one article, and how to draw it on its layout.

    Attributes:
        current: id of the claim or suggestion being worked on, or empty.
        selection: the selected words in UTF-16, or an empty range.
        found, found_at: what was searched for, in order, and the index of the one looked at.
        pointed: words lit for a moment, or None.
        rises: sentences whose certainty rises, ascending.
        ticked: words that were ticked, in UTF-16, ascending.
        stub: gives the words of a furniture's stub, by its index, with the verb that unfolds it.
    """

    def __init__(self, layout: ArticleLayout, offsets: OffsetMap) -> None:
        self.layout = layout
        self.offsets = offsets
        self.marks: Marks = NOTHING
        self.current = ""
        self.selection = range(0)
        self.found: Sequence[Span] = ()
        self.found_at = -1
        self.pointed: Span | None = None
        self.rises: Sequence[Surer] = ()
        self.ticked: Sequence[tuple[int, int]] = ()
        self.stub: Callable[[int], tuple[str, str]] = lambda _nth: ("", "")

    # Where marks are

    def places(self, span: Span) -> list[QRectF]:
        """Return the strips a span takes in the document, from the first line to the last."""
        start, end = self.offsets.to_qt(span.start), self.offsets.to_qt(span.end)
        first, last = self.layout.row_of(start), self.layout.row_of(max(end - 1, start))
        found: list[QRectF] = []
        for n in range(first, last + 1):
            if self.layout.rows[n].shows:
                laid = self.layout.laid(n)
                text, at = laid.block.layout(), laid.block.position()
                reach = [text.lineForTextPosition(max(edge - at, 0)) for edge in (start, end)]
                above, below = (laid.top + (line.y() if line.isValid() else laid.height) for line in reach)
                found += SeenRow(self.layout, laid, above, below).strips(start - at, end - at)
        return found

    def numbers_in(self, top: float, bottom: float) -> Iterator[Numbered]:
        """Return the badges beside the lines between two heights, with their places in the document."""
        near = self.layout.rows_between(top, bottom)
        seen = [SeenRow(self.layout, laid, top, bottom) for laid in near if laid.row.shows]
        return numbered(self.layout, [(row, self._drawn(row, themes.current())) for row in seen])

    def rises_in(self, top: float, bottom: float) -> Iterator[SurerSign]:
        """Yield the signs of risen certainty beside the lines between two heights."""
        for laid in self.layout.rows_between(top, bottom) if self.rises else ():
            if laid.row.shows:
                yield from signs(self.layout, SeenRow(self.layout, laid, top, bottom), self.rises)

    # Drawing

    def draw(self, painter: QPainter, clip: QRectF, caret: int) -> None:
        theme = themes.current()
        fill(painter, clip.adjusted(-1, -1, 1, 1), colour(theme.ground))  # no edge half covered on a scaled screen
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown: list[tuple[SeenRow, list[Drawn]]] = []
        top, bottom = clip.top(), clip.bottom()
        for laid in self.layout.rows_between(top, bottom):
            if laid.row.stub >= 0:
                draw_stub(painter, self.layout, laid, self.stub(laid.row.stub), theme)
            if laid.row.shows:
                seen = SeenRow(self.layout, laid, top, bottom)
                shown.append((seen, self._draw_row(painter, clip, seen, theme)))
                if 0 <= caret - seen.at < seen.block.length():
                    draw_caret(painter, seen, caret - seen.at, theme)
        near = clip.adjusted(0, -1, 0, 1)
        numbers = [one for one in numbered(self.layout, shown) if one.place.intersects(near)]
        draw_numbers(painter, self.layout, numbers, self.current, theme)
        if clip.intersects(self.layout.note_place()):
            draw_note(painter, self.layout, theme)

    def _draw_row(self, painter: QPainter, clip: QRectF, seen: SeenRow, theme: Theme) -> list[Drawn]:
        """Draw the words of a row and what stands on them; return the marks on them."""
        setting = seen.row.setting
        drawn = self._drawn(seen, theme)
        for start, end, ground in self._grounds(seen, drawn, theme):
            for strip in seen.strips(start, end):
                fill(painter, strip, ground)
        if setting.ruled:
            draw_rule(painter, self.layout, seen, theme)
        lit = sorted(self._lit(seen))
        inked = [_inked(*part, seen.block, theme.ink) for part in lit]
        for item in () if setting.loud else drawn:
            if item.look.quiet:
                inked += [_inked(*part, seen.block, theme.quiet) for part in _outside(item.start, item.end, lit)]
        painter.setPen(colour(theme.quiet if setting.quiet else theme.ink))
        seen.block.layout().draw(painter, QPointF(0, seen.top), inked, clip)
        for item in drawn:
            if item.look.underline:
                self._underline(painter, seen, item)
        if self.ticked and seen.characters:
            draw_ticked(painter, self.layout, seen, self.ticked, theme)
        if self.rises:
            draw_rises(painter, self.layout, seen, self.rises, theme)
        return drawn

    def _drawn(self, seen: SeenRow, theme: Theme) -> list[Drawn]:
        """Return the marks on the lines in sight, outermost first."""
        here, at, to_qt = seen.characters, seen.at, self.offsets.to_qt
        if not here:
            return []
        span = Span(self.offsets.from_qt(at + here.start), self.offsets.from_qt(at + here.stop))
        marks = self.marks.overlapping(span)
        return [Drawn(one, look_of(one, theme), to_qt(one.span.start) - at, to_qt(one.span.end) - at) for one in marks]

    def _grounds(self, seen: SeenRow, drawn: Sequence[Drawn], theme: Theme) -> Iterator[tuple[int, int, QColor]]:
        """Yield what stands on a ground of its own, from the lowest ground to the highest."""
        for item in drawn:
            if item.look.bare:
                yield item.start, item.end, colour(theme.bare)
        for item in drawn:
            if self.current and item.mark.subject == self.current:
                yield item.start, item.end, colour(theme.selected)
        if self.pointed is not None:
            yield *self._within(seen, self.pointed), found_ground(theme, current=True)
        for nth in self._found_in(seen):
            yield *self._within(seen, self.found[nth]), found_ground(theme, current=nth == self.found_at)
        if self.selection:
            yield self.selection.start - seen.at, self.selection.stop - seen.at, selection_ground(theme)

    def _lit(self, seen: SeenRow) -> Iterator[tuple[int, int]]:
        """Yield what stands on so strong a ground that quiet words could not be read there."""
        if self.pointed is not None:
            yield self._within(seen, self.pointed)
        for nth in self._found_in(seen):
            yield self._within(seen, self.found[nth])
        if self.selection:
            yield self.selection.start - seen.at, self.selection.stop - seen.at

    def _within(self, seen: SeenRow, span: Span) -> tuple[int, int]:
        return self.offsets.to_qt(span.start) - seen.at, self.offsets.to_qt(span.end) - seen.at

    def _found_in(self, seen: SeenRow) -> range:
        """Return the indexes of the matches that touch the lines in sight."""
        if not self.found:
            return range(0)
        first, last = (self.offsets.from_qt(seen.at + edge) for edge in (seen.characters.start, seen.characters.stop))
        return range(
            bisect_right(self.found, first, key=lambda span: span.end),
            bisect_left(self.found, last, key=lambda span: span.start),
        )

    def _underline(self, painter: QPainter, seen: SeenRow, item: Drawn) -> None:
        em = self.layout.measure.em * seen.row.setting.scale
        drop = min(_FIRST_LEVEL + item.mark.level * _LEVEL, DEEPEST) * em
        pieces = seen.pieces(item.start, item.end)
        stretches = [(left, right, round(line.baseline + drop) + 0.5) for line, left, right in pieces]
        if stretches:
            strokes.underline(painter, item.look.underline, item.look.ink, stretches)


def _outside(start: int, end: int, lit: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what of a stretch none of ``lit``, in order, covers: words are never drawn twice over each other."""
    for begin, stop in lit:
        if begin > start:
            yield start, min(begin, end)
        start = max(start, stop)
        if start >= end:
            return
    yield start, end


def _inked(start: int, end: int, block: QTextBlock, ink: str) -> QTextLayout.FormatRange:
    """Return how to draw the words between two places of a block in another ink."""
    made = QTextLayout.FormatRange()
    char = QTextCharFormat()
    char.setForeground(colour(ink))
    made.start, made.length, made.format = max(start, 0), max(min(end, block.length()) - max(start, 0), 0), char
    return made

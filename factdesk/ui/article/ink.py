"""Draws the rows in sight: grounds, words, underlines, numbers in the margin. Decides nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextCharFormat, QTextLayout

from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui import theme as themes
from factdesk.ui.article import strokes
from factdesk.ui.article.badges import Badge, badges
from factdesk.ui.article.layout import ArticleLayout
from factdesk.ui.article.lines import pieces, x_of
from factdesk.ui.article.looks import Look, found_ground, look_of, selection_ground
from factdesk.ui.article.marks import NOTHING, Mark, Marks
from factdesk.ui.article.measure import margin_font, note_font
from factdesk.ui.theme import Theme

_FIRST_LEVEL, _LEVEL, _DEEPEST = 0.235, 0.215, 0.66
"""Distance of underlines from the baseline in ems of the line: the first, each further one, the last."""


class Drawn(NamedTuple):
    """A mark as it meets one row: positions in UTF-16 from the row's start."""

    mark: Mark
    look: Look
    start: int
    end: int


class ArticleInk:
    """What is to be seen of one article, and how to draw it on its layout.

    Attributes:
        current: id of the claim or suggestion being worked on, or empty.
        selection: the selected words in UTF-16, or an empty range.
        found, found_at: what was searched for, in order, and the index of the one looked at.
        pointed: words lit for a moment, or None.
        stubs: the words of each furniture's stub, with the verb that unfolds it.
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
        self.stubs: Sequence[tuple[str, str]] = ()

    # Where marks are

    def places(self, span: Span) -> list[QRectF]:
        """Return the strips a span takes in the document, from the first line to the last."""
        start, end = self.offsets.to_qt(span.start), self.offsets.to_qt(span.end)
        first, last = self.layout.row_of(start), self.layout.row_of(max(end - 1, start))
        found: list[QRectF] = []
        for n in range(first, last + 1):
            if self.layout.rows[n].shows:
                block = self.layout.lay(n)
                at = block.position()
                found += self._strips(block, start - at, end - at, range(block.layout().lineCount()))
        return found

    def numbers_in(self, top: float, bottom: float) -> Iterator[tuple[QRectF, Badge]]:
        """Yield the badges beside the lines between two heights, with their places in the document."""
        for n, block in self.layout.rows_between(top, bottom):
            if self.layout.rows[n].shows:
                lines = self.layout.lines(block, top, bottom)
                yield from self._badges(block, lines, self._drawn(block, lines, themes.current()))

    # Drawing

    def draw(self, painter: QPainter, clip: QRectF, caret: int) -> None:
        theme = themes.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(clip, QColor(theme.ground))
        for n, block in self.layout.rows_between(clip.top(), clip.bottom()):
            row = self.layout.rows[n]
            if row.stub >= 0:
                self._draw_stub(painter, self.layout.stub(n), theme, *self.stubs[row.stub])
            if row.shows:
                self._draw_row(painter, clip, block, theme)
                if 0 <= caret - block.position() < block.length():
                    self._draw_caret(painter, block, caret - block.position(), theme)
        self._draw_note(painter, theme)

    def _draw_row(self, painter: QPainter, clip: QRectF, block: QTextBlock, theme: Theme) -> None:
        row = self.layout.rows[block.blockNumber()]
        lines = self.layout.lines(block, clip.top(), clip.bottom())
        drawn = self._drawn(block, lines, theme)
        for start, end, ground in self._grounds(block, lines, drawn, theme):
            for strip in self._strips(block, start, end, lines):
                painter.fillRect(strip, ground)
        if row.setting.ruled:
            self._draw_rule(painter, block, theme)
        quiet = [] if row.setting.loud else [_quietly(item, block, theme) for item in drawn if item.look.quiet]
        painter.setPen(QColor(theme.quiet if row.setting.quiet else theme.ink))
        block.layout().draw(painter, QPointF(0, self.layout.top(block.blockNumber())), quiet, clip)
        for item in drawn:
            if item.look.underline:
                self._underline(painter, block, lines, item)
        for place, badge in self._badges(block, lines, drawn):
            self._draw_badge(painter, place, badge, theme)

    def _drawn(self, block: QTextBlock, lines: range, theme: Theme) -> list[Drawn]:
        """Return the marks on some lines of a row, outermost first."""
        seen = self._characters(block, lines)
        if not seen:
            return []
        at, to_qt = block.position(), self.offsets.to_qt
        span = Span(self.offsets.from_qt(at + seen.start), self.offsets.from_qt(at + seen.stop))
        marks = self.marks.overlapping(span)
        return [Drawn(one, look_of(one, theme), to_qt(one.span.start) - at, to_qt(one.span.end) - at) for one in marks]

    def _characters(self, block: QTextBlock, lines: range) -> range:
        """Return the positions from the row's start that stand on some of its lines."""
        if not lines:
            return range(0)
        first, last = block.layout().lineAt(lines[0]), block.layout().lineAt(lines[-1])
        return range(first.textStart(), last.textStart() + last.textLength())

    def _grounds(
        self, block: QTextBlock, lines: range, drawn: Sequence[Drawn], theme: Theme
    ) -> Iterator[tuple[int, int, QColor]]:
        """Yield what stands on a ground of its own, from the lowest ground to the highest."""
        for item in drawn:
            if item.look.bare:
                yield item.start, item.end, QColor(theme.bare)
        for item in drawn:
            if self.current and item.mark.subject == self.current:
                yield item.start, item.end, QColor(theme.selected)
        at = block.position()
        seen = self._characters(block, lines)
        if self.pointed is not None:
            start, end = (self.offsets.to_qt(edge) - at for edge in self.pointed)
            yield start, end, found_ground(theme, current=True)
        for nth in self._found_in(at + seen.start, at + seen.stop):
            start, end = (self.offsets.to_qt(edge) - at for edge in self.found[nth])
            yield start, end, found_ground(theme, current=nth == self.found_at)
        if self.selection:
            yield self.selection.start - at, self.selection.stop - at, selection_ground(theme)

    def _found_in(self, start: int, end: int) -> range:
        """Return the indexes of the matches that touch a stretch given in UTF-16."""
        if not self.found:
            return range(0)
        first, last = self.offsets.from_qt(start), self.offsets.from_qt(end)
        return range(
            bisect_right(self.found, first, key=lambda span: span.end),
            bisect_left(self.found, last, key=lambda span: span.start),
        )

    def _strips(self, block: QTextBlock, start: int, end: int, lines: range) -> Iterator[QRectF]:
        for piece in pieces(block, start, end, lines):
            top, bottom = self.layout.band(block, block.layout().lineAt(piece.line))
            yield QRectF(piece.left, top, piece.right - piece.left, bottom - top)

    def _underline(self, painter: QPainter, block: QTextBlock, lines: range, item: Drawn) -> None:
        row = self.layout.rows[block.blockNumber()]
        em = self.layout.measure.em * row.setting.scale
        drop = min(_FIRST_LEVEL + item.mark.level * _LEVEL, _DEEPEST) * em
        top = self.layout.top(block.blockNumber())
        for piece in pieces(block, item.start, item.end, lines):
            line = block.layout().lineAt(piece.line)
            y = round(top + line.y() + line.ascent() + drop) + 0.5
            strokes.underline(painter, item.look.underline, item.look.ink, QLineF(piece.left, y, piece.right, y))

    def _badges(self, block: QTextBlock, lines: range, drawn: Sequence[Drawn]) -> Iterator[tuple[QRectF, Badge]]:
        page = self.layout.measure
        metrics = QFontMetricsF(margin_font(self.layout.document().defaultFont(), bold=True))
        height = round(1.12 * page.em)

        def width_of(text: str) -> float:
            return max(round(metrics.horizontalAdvance(text) + 0.62 * page.em), height + 2)

        for n in lines:
            line = block.layout().lineAt(n)
            here = range(line.textStart(), line.textStart() + line.textLength())
            starting = [(item.mark, item.look.glyph) for item in drawn if item.start in here and item.mark.number]
            top, bottom = self.layout.band(block, line)
            for badge in badges(starting, page.gutter - 8, width_of):
                left = (
                    page.left + page.column + badge.offset if page.mirrored else page.left - badge.offset - badge.width
                )
                yield QRectF(round(left) + 0.5, round((top + bottom - height) / 2) + 0.5, badge.width, height), badge

    def _draw_badge(self, painter: QPainter, place: QRectF, badge: Badge, theme: Theme) -> None:
        look = Look(ink=QColor(theme.quiet)) if badge.joined else look_of(badge.marks[0], theme)
        chosen = any(mark.subject == self.current for mark in badge.marks)
        painter.setFont(margin_font(self.layout.document().defaultFont(), bold=True))
        shape = strokes.Shape.FILLED if chosen else strokes.Shape.BROKEN if look.broken else strokes.Shape.PLAIN
        strokes.badge(painter, place, badge.text, look.ink, shape)

    def _draw_rule(self, painter: QPainter, block: QTextBlock, theme: Theme) -> None:
        """Draw the rule along a quotation's leading edge."""
        page, row = self.layout.measure, self.layout.rows[block.blockNumber()]
        area = self.layout.blockBoundingRect(block)
        indent = page.indent(row.setting) * 0.55
        from_right = block.layout().lineAt(0).x() <= page.left
        x = page.left + page.column - indent if from_right else page.left + indent - 3
        top = block.layout().lineAt(0).y() - 2
        painter.fillRect(QRectF(x, area.top() + top, 3, area.height() - top), QColor(theme.line))

    def _draw_caret(self, painter: QPainter, block: QTextBlock, position: int, theme: Theme) -> None:
        line = block.layout().lineForTextPosition(position)
        if line.isValid():
            top = self.layout.top(block.blockNumber()) + line.y()
            painter.fillRect(QRectF(x_of(line, position) - 1, top, 2, line.height()), QColor(theme.accent))

    def _draw_stub(self, painter: QPainter, place: QRectF, theme: Theme, words: str, verb: str) -> None:
        pen = QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = margin_font(self.layout.document().defaultFont(), bold=False)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        inside = place.adjusted(12, 0, -12, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        side = Qt.AlignmentFlag.AlignRight if self.layout.measure.mirrored else Qt.AlignmentFlag.AlignLeft
        room = inside.width() - metrics.horizontalAdvance(verb)
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        taken = metrics.horizontalAdvance(said)
        painter.setPen(QColor(theme.quiet))
        painter.drawText(inside, flags | side, said)
        painter.setPen(QColor(theme.accent))
        shift = -taken if self.layout.measure.mirrored else taken
        painter.drawText(inside.translated(shift, 0), flags | side, verb)

    def _draw_note(self, painter: QPainter, theme: Theme) -> None:
        if not self.layout.note:
            return
        painter.setFont(note_font(self.layout.document().defaultFont()))
        painter.setPen(QColor(theme.quiet))
        side = Qt.AlignmentFlag.AlignRight if self.layout.measure.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = Qt.TextFlag.TextWordWrap | side | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
        mirrored = self.layout.measure.mirrored
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        painter.drawText(self.layout.note_place(), flags, self.layout.note)


def _quietly(item: Drawn, block: QTextBlock, theme: Theme) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    char = QTextCharFormat()
    char.setForeground(QBrush(QColor(theme.quiet)))
    start = max(item.start, 0)
    made.start, made.length, made.format = start, min(item.end, block.length()) - start, char
    return made

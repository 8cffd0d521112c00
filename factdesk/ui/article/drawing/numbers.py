"""The numbers in the margin beside the lines on which their words begin: where they stand, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from factdesk.ui.article.drawing import strokes
from factdesk.ui.article.drawing.badges import Badge, badges
from factdesk.ui.article.drawing.looks import Look, look_of
from factdesk.ui.article.marks import Mark
from factdesk.ui.article.typesetting.layout import ArticleLayout
from factdesk.ui.article.typesetting.measure import margin_face
from factdesk.ui.article.typesetting.seen import SeenRow
from factdesk.ui.theme import Theme, colour

_EDGE = 8
"""Pixels of the gutter that stay free."""


class Drawn(NamedTuple):
    """A mark as it meets one row: positions in UTF-16 from the row's start."""

    mark: Mark
    look: Look
    start: int
    end: int


class Numbered(NamedTuple):
    """A badge and its place in the document."""

    place: QRectF
    badge: Badge


def numbered(layout: ArticleLayout, rows: Iterable[tuple[SeenRow, Sequence[Drawn]]]) -> Iterator[Numbered]:
    """Yield the badges of the marks that begin on the lines in sight of rows, each given with its marks."""
    page, face = layout.measure, margin_face(layout.document().defaultFont(), bold=True)
    height = round(1.12 * page.em)

    def width_of(text: str) -> float:
        return max(round(face.advance(text) + 0.62 * page.em), height + 2)

    for seen, drawn in rows:
        here = seen.characters
        some = [item for item in drawn if item.mark.number and item.start in here]
        some.sort(key=lambda item: (item.start, -item.end))
        for line in seen.lines if some else ():
            starting = [(item.mark, item.look.glyph) for item in some if line.start <= item.start < line.end]
            if not starting:
                continue
            top = line.top + (line.line.height() - height) / 2
            for badge in badges(starting, page.gutter - _EDGE, width_of):
                before, after = page.left - badge.offset - badge.width, page.left + page.column + badge.offset
                left = after if page.mirrored else before
                yield Numbered(QRectF(round(left) + 0.5, round(top) + 0.5, badge.width, height), badge)


def draw_numbers(
    painter: QPainter, layout: ArticleLayout, some: Iterable[Numbered], current: str, theme: Theme
) -> None:
    """Draw numbers in their badges; filled where one stands for the current claim or suggestion."""
    face = margin_face(layout.document().defaultFont(), bold=True)
    painter.setFont(face.font)
    ground, rise = colour(theme.ground), face.metrics.ascent() - face.metrics.descent()
    for place, badge in some:
        look = Look(ink=colour(theme.quiet)) if badge.joined else look_of(badge.marks[0], theme)
        chosen = any(mark.subject == current for mark in badge.marks)
        shape = strokes.Shape.FILLED if chosen else strokes.Shape.BROKEN if look.broken else strokes.Shape.PLAIN
        strokes.badge(painter, place, look.ink, shape)
        painter.setPen(ground if chosen else look.ink)
        left = place.left() + (place.width() - face.advance(badge.text)) / 2
        painter.drawText(QPointF(left, place.top() + (place.height() + rise) / 2), badge.text)

"""What stands where in the window: the page as the view shows it now."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTextEdit

from factdesk.text.spans import Span
from factdesk.ui.article.drawing.badges import Badge
from factdesk.ui.article.drawing.rises import Surer
from factdesk.ui.article.marks import Mark
from factdesk.ui.article.page import Page


class Sight:
    """Answers in pixels of the viewport; what lies outside it has coordinates below 0 or beyond its size."""

    def __init__(self, view: QTextEdit, page: Page) -> None:
        self._view, self._page = view, page

    def places(self, span: Span) -> list[QRectF]:
        """Return the strips a span takes, line by line."""
        return [self._here(place) for place in self._page.ink.places(span)]

    def paragraphs(self, span: Span) -> QRect:
        """Return the place of the paragraphs a span touches, over the whole width, with what hangs into the gaps."""
        top, bottom = self._page.paragraphs(span)
        hang = QFontMetrics(self._page.document.defaultFont()).height()
        return QRect(0, floor(top) - self._offset - hang, self._view.viewport().width(), ceil(bottom - top) + 2 * hang)

    def lines(self, span: Span) -> QRect:
        """Return the place of the lines a span touches, as ``paragraphs`` does; far from sight nothing is laid out."""
        offset, viewport = self._offset, self._view.viewport()
        reach = self._page.lines(span, offset, offset + viewport.height())
        if reach is None:
            return self.paragraphs(span)
        top, bottom = floor(reach[0]) - offset - 1, ceil(reach[1]) - offset + 1
        return QRect(0, top, viewport.width(), bottom - top)

    def shown(self) -> Span:
        """Return the words from the first to the last paragraph that is at least partly in sight."""
        layout, offsets = self._page.ink.layout, self._page.ink.offsets
        blocks = [laid.block for laid in layout.rows_between(*self._extent()) if laid.row.shows]
        if not blocks:
            return Span(0, 0)
        end = blocks[-1].position() + blocks[-1].length() - 1
        return Span(offsets.from_qt(blocks[0].position()), offsets.from_qt(end))

    def numbers(self) -> list[tuple[str, QRectF]]:
        """Return what the numbers in sight say, and their places."""
        return [(badge.text, self._here(place)) for place, badge in self._page.ink.numbers_in(*self._extent())]

    def stubs(self) -> list[QRectF]:
        """Return the places of the stubs in sight."""
        return [self._here(place) for place in self._page.stubs_in(*self._extent())]

    def marks_at(self, point: QPoint) -> Sequence[Mark]:
        """Return the marks at a point, in words or as numbers: the innermost first."""
        return self._page.marks_at(self._in_document(point))

    def badge_at(self, point: QPoint) -> Badge | None:
        """Return the number at a point, or None."""
        return self._page.badge_at(self._in_document(point))

    def rise_at(self, point: QPoint) -> Surer | None:
        """Return whose sign of risen certainty is at a point, or None."""
        return self._page.rise_at(self._in_document(point))

    def rises(self) -> list[QRectF]:
        """Return the places of the signs of risen certainty in sight."""
        return [self._here(sign.place) for sign in self._page.ink.rises_in(*self._extent())]

    def on_stub(self, point: QPoint) -> bool:
        """Say whether a stub of furniture is at a point."""
        spot = self._in_document(point)
        return any(place.contains(spot) for place in self._page.stubs_in(spot.y() - 1, spot.y() + 1))

    @property
    def _offset(self) -> int:
        return self._view.verticalScrollBar().value()

    def _extent(self) -> tuple[int, int]:
        return self._offset, self._offset + self._view.viewport().height()

    def _here(self, place: QRectF) -> QRectF:
        return place.translated(0, -self._offset)

    def _in_document(self, point: QPoint) -> QPointF:
        return QPointF(point.x(), point.y() + self._offset)

"""Draws one entry of a register, or one question. Everything it draws was made ready in ``Row``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factdesk.text.direction import begins_right
from factdesk.ui import theme as themes
from factdesk.ui.checklist.delegate import ground
from factdesk.ui.checklist.lines import broken, fitted
from factdesk.ui.checklist.places import EDGE, GAP, PAD, small, strong
from factdesk.ui.registers.model import ROW
from factdesk.ui.registers.rows import Row

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_FLAGS = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_STEP = 18
"""Pixels of the column of signs that fold, and by which what they fold stands in."""
_ABOVE, _BETWEEN, _BELOW = 7, 1, 8
"""Pixels above the first line, between kinds of lines, and below the last."""
_WIDEST_TICK = "☑ answered"
_SIGNS = {True: "▸", False: "▾"}
_Index = QModelIndex | QPersistentModelIndex
_Ltr = Qt.LayoutDirection.LeftToRight


class Part(Enum):
    """What a place on a row is for."""

    TICK = auto()
    FOLD = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line of a row: where they stand (as in a window from left to right), ink and type."""

    place: QRect
    text: str
    ink: str
    font: QFont
    side: Qt.AlignmentFlag = _LEFT


def row_height(row: Row, font: QFont, width: int) -> int:
    """Return how high a row is: as high as its lines, at this width."""
    lowest = max(piece.place.bottom() for piece in pieces(row, QRect(0, 0, width, 0), font))
    return lowest + 1 + _BELOW


def part_at(place: QPoint, rect: QRect, row: Row, font: QFont, direction: Qt.LayoutDirection) -> Part:
    """Return what ``place`` on the row that fills ``rect`` is for."""
    place = QStyle.visualPos(direction, rect, place)
    first = rect.top() + _ABOVE + QFontMetrics(font).lineSpacing() + 2
    if place.x() >= rect.right() - tick_width(font) and place.y() <= first:
        return Part.TICK
    if row.folded is not None and place.x() <= rect.left() + EDGE + PAD + _STEP:
        return Part.FOLD
    return Part.WORDS


def tick_width(font: QFont) -> int:
    """Return the width of the column of ticks at the far end of the first line."""
    return QFontMetrics(small(font)).horizontalAdvance(_WIDEST_TICK) + PAD + GAP


class EntryDelegate(QStyledItemDelegate):
    """The entry's words and tick, its sentence, and what a person should see about it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setClipRect(option.rect)
        ground(painter, option, index.row())
        for piece in pieces(row, option.rect, option.font):
            _draw(painter, option, piece)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(option.rect.width(), row_height(index.data(ROW), option.font, option.rect.width()))


def pieces(row: Row, rect: QRect, font: QFont) -> Iterator[Piece]:
    """Yield what stands on a row, from above down."""
    theme, quiet = themes.current(), small(font)
    line, low = QFontMetrics(font).lineSpacing(), QFontMetrics(quiet).lineSpacing()
    left = rect.left() + EDGE + PAD
    if row.folded is not None:
        yield Piece(QRect(left, rect.top() + _ABOVE, _STEP, line), _SIGNS[row.folded], theme.quiet, font)
    left += _STEP * (row.grouped + row.follows)
    right, top = rect.right() - PAD, rect.top() + _ABOVE
    column = tick_width(font) - PAD
    tick_ink = theme.good if row.ticked else theme.quiet
    yield Piece(QRect(right - column, top, column, line), row.tick, tick_ink, quiet, _RIGHT)
    first = QRect(left, top, right - column - GAP - left, line)
    if row.words:
        for piece in _words(row, first, font):
            yield piece
            top = piece.place.bottom() + 1
        top += _BETWEEN
        first = QRect(left, top, right - left, low)
    if row.sentence:
        yield Piece(first, row.sentence, theme.quiet, quiet)
        top = first.bottom() + 1 + _BETWEEN
    if row.below:
        yield Piece(
            QRect(left, top, right - left, low), row.below, theme.warning if row.in_conflict else theme.quiet, quiet
        )


def _words(row: Row, first: QRect, font: QFont) -> Iterator[Piece]:
    """Yield the words, over two lines where they may be, and what is told beside them where there is room."""
    theme, bold = themes.current(), strong(font)
    lines = broken(row.words, bold.toString(), first.width()) if row.wraps else (row.words,)
    for nth, text in enumerate(lines):
        yield Piece(first.translated(0, nth * first.height()), text, theme.ink, bold)
    taken = QFontMetrics(bold).horizontalAdvance(lines[-1]) + GAP + 2
    if row.beside and taken < first.width() - QFontMetrics(font).horizontalAdvance("nnnn"):
        yield Piece(first.adjusted(taken, 0, 0, 0), row.beside, theme.quiet, small(font))


def _draw(painter: QPainter, option: QStyleOptionViewItem, piece: Piece) -> None:
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    place, side = piece.place, piece.side
    if mirrored:
        place = QStyle.visualRect(option.direction, option.rect, place)
        side = _RIGHT if side is _LEFT else _LEFT
    # Words keep their own direction, so that a full stop at their end stands where reading ends.
    from_right = begins_right(piece.text)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_right else _Ltr)
    painter.setFont(piece.font)
    painter.setPen(QColor(piece.ink))
    painter.drawText(place, side | _FLAGS, fitted(piece.text, piece.font.toString(), place.width()))

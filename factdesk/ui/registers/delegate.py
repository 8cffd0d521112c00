"""Draws one entry of a register. Everything it draws was made ready in ``Row``."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factdesk.ui import theme as themes
from factdesk.ui.checklist.delegate import ground
from factdesk.ui.checklist.places import EDGE, GAP, PAD, small, strong
from factdesk.ui.registers.model import ROW
from factdesk.ui.registers.rows import Row

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_STEP = 16
"""Pixels by which another telling of the same thing stands in."""
_WIDEST_TICK = "☑ ticked "
_Index = QModelIndex | QPersistentModelIndex


def row_height(font: QFont) -> int:
    """Return the height of every row: words, sentence, and a quiet line."""
    return 7 + QFontMetrics(font).lineSpacing() + 2 * QFontMetrics(small(font)).lineSpacing() + 10


def tick_width(font: QFont) -> int:
    """Return the width of the column of ticks at the far end of the first line."""
    return QFontMetrics(small(font)).horizontalAdvance(_WIDEST_TICK) + PAD + GAP


class EntryDelegate(QStyledItemDelegate):
    """The entry's words and tick, its sentence, and what is told of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setClipRect(option.rect)
        ground(painter, option, themes.current())
        _draw(painter, option, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(option.rect.width(), row_height(option.font))


def _draw(painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
    theme, font, rect = themes.current(), option.font, option.rect
    quiet = small(font)
    line, low = QFontMetrics(font).lineSpacing(), QFontMetrics(quiet).lineSpacing()
    left = rect.left() + EDGE + PAD + (_STEP if row.follows else 0)
    wide = rect.right() - PAD - left
    top = rect.top() + 7
    column = tick_width(font)
    tick_ink, below_ink = theme.good if row.ticked else theme.quiet, theme.warning if row.in_conflict else theme.quiet
    pieces = (
        (QRect(left, top, wide - column, line), row.words, theme.ink, strong(font), _LEFT),
        (QRect(left + wide - column, top, column, line), row.tick, tick_ink, quiet, _RIGHT),
        (QRect(left, top + line + 1, wide, low), row.sentence, theme.quiet, quiet, _LEFT),
        (QRect(left, top + line + low + 2, wide, low), row.below, below_ink, quiet, _LEFT),
    )  # fmt: skip
    for place, text, ink, face, side in pieces:
        painter.setFont(face)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        if option.direction is Qt.LayoutDirection.RightToLeft:
            place = QStyle.visualRect(option.direction, rect, place)
            side = _RIGHT if side is _LEFT else _LEFT
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags, shown)

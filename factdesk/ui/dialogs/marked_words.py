"""Draws words of which some are marked, as what was found by them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

_ROLE = QPalette.ColorRole
_DOTS = "…"
MARKED = int(Qt.ItemDataRole.UserRole)
"""Of an item: where the marked words stand in its text, as pairs of Qt's positions."""


class MarkedWords(QStyledItemDelegate):
    """Draws what is marked bold and underlined; the item's own text stays plain, for copying and screen readers."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the style draw all but the words, and the words in their place."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        style = own.widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, own, own.widget)
        line = line_of(own.text, own.font, index.data(MARKED) or [])
        own.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        painter.save()
        side = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, own, own.widget) + 1
        place = place.adjusted(side, 0, -side, 0)
        chosen = bool(own.state & QStyle.StateFlag.State_Selected)
        painter.setPen(own.palette.color(_ROLE.HighlightedText if chosen else _ROLE.Text))
        _draw(painter, place, line, index.data(MARKED) or [])
        painter.restore()


def _draw(painter: QPainter, place: QRect, line: QTextLayout, marked: list[tuple[int, int]]) -> None:
    """Draw a line in its place; of one that is too long, the part around its first mark, with dots where it is cut."""
    top = place.top() + (place.height() - line.boundingRect().height()) / 2
    whole, room = line.lineAt(0).naturalTextWidth(), place.width()
    if whole <= room:
        painter.setClipRect(place)
        line.draw(painter, QPointF(place.left(), top))
        return
    dots = QFontMetricsF(line.font()).horizontalAdvance(_DOTS)
    begins, ends = seen(line.lineAt(0), room - 2 * dots, marked[0] if marked else (0, 0))
    left = place.left() + (dots if begins > 0 else 0)
    painter.setClipRect(QRectF(left, place.top(), ends - begins, place.height()))
    line.draw(painter, QPointF(left - begins, top))
    painter.setClipRect(place)
    base = top + line.lineAt(0).ascent()
    if begins > 0:
        painter.drawText(QPointF(place.left(), base), _DOTS)
    if ends < whole:
        painter.drawText(QPointF(left + ends - begins, base), _DOTS)


def seen(line: QTextLine, room: float, mark: tuple[int, int]) -> tuple[float, float]:
    """Return the stretch of a line, in pixels from its left, that is shown where it has ``room``: ``mark`` and around.

    It begins and ends between two letters, and takes what room there is beyond either end of the line.
    """
    at = [across(line, position) for position in mark]
    whole = line.naturalTextWidth()
    begins = min(max((min(at) + max(at) - room) / 2, 0), whole - room)
    ends = begins + room
    if begins > 0:
        begins = max(_letter(line, begins))
    if ends < whole:
        ends = min(_letter(line, ends))
    return begins, ends


def _letter(line: QTextLine, at: float) -> tuple[float, float]:
    """Return where the letter that stands at a place begins and ends."""
    position = line.xToCursor(at, QTextLine.CursorPosition.CursorOnCharacter)
    return across(line, position), across(line, position + 1)


def across(line: QTextLine, position: int) -> float:
    """Return where a position stands."""
    found: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]  # the stubs do not say so
    return found[0]


def line_of(words: str, face: QFont | None = None, marked: Sequence[tuple[int, int]] = ()) -> QTextLayout:
    """Return the words as one line, however long."""
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setFontUnderline(True)
    laid = QTextLayout(words, face or QFont())
    laid.setTextOption(_unbroken())
    laid.setFormats([_range(start, stop, bold) for start, stop in marked])
    laid.beginLayout()
    laid.createLine()
    laid.endLayout()
    return laid


def _range(start: int, stop: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, stop - start, look
    return made


def _unbroken() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option

"""Draws words of which some are marked, as what was found by them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

_ROLE = QPalette.ColorRole
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
        line = _line(own.text, own.font, index.data(MARKED) or [])
        own.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        painter.save()
        painter.setClipRect(place)
        chosen = bool(own.state & QStyle.StateFlag.State_Selected)
        painter.setPen(own.palette.color(_ROLE.HighlightedText if chosen else _ROLE.Text))
        side = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, own, own.widget) + 1
        line.draw(
            painter, QPointF(place.left() + side, place.top() + (place.height() - line.boundingRect().height()) / 2)
        )
        painter.restore()


def _line(words: str, face: QFont, marked: list[tuple[int, int]]) -> QTextLayout:
    """Return the words as one line, however long."""
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setFontUnderline(True)
    laid = QTextLayout(words, face)
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

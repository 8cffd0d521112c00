"""Draws one row of the checklist. Everything it draws was made ready in ``Row``."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factdesk.ui import theme as themes
from factdesk.ui.article.direction import begins_right
from factdesk.ui.checklist.model import ROW
from factdesk.ui.checklist.places import (
    EDGE,
    LINES,
    Places,
    broken,
    places,
    row_height,
    small,
    strong,
)
from factdesk.ui.checklist.rows import Row, RowKind
from factdesk.ui.claim.words import HIGH_RISK_GLYPH
from factdesk.ui.theme import Theme

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Number, two lines of words, one quiet line, verdict and work."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setClipRect(option.rect)
        ground(painter, option, themes.current())
        _Drawing(painter, option, row).draw()
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(option.rect.width(), row_height(option.font, option.rect.width()))


def ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw what lies under a row of a list: chosen, pointed at, focused."""
    rect, state = option.rect, option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    colour = theme.selected if selected else theme.raised if hovered else theme.panel
    painter.fillRect(rect, QColor(colour))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
    if selected:
        edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, rect, edge), QColor(theme.accent))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(theme.accent))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


class _Drawing:
    """One row on one painter."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        self.painter, self.option, self.row = painter, option, row
        self.theme = themes.current()
        self.places: Places = places(option.rect, option.font)

    def draw(self) -> None:
        row, theme, font, at = self.row, self.theme, self.option.font, self.places
        self._text(at.number, row.number, theme.quiet, font, _RIGHT)
        if row.high_risk:
            self._text(at.flag, HIGH_RISK_GLYPH, theme.danger, font, _RIGHT)
        lines = self._words(theme.ink if row.kind is RowKind.CLAIM else theme.quiet)
        missing = (LINES - lines) * (at.words.height() // LINES) if at.detail.top() > at.words.bottom() else 0
        self._text(at.detail.translated(0, -missing), row.detail, theme.quiet, small(font), _LEFT)
        self._verdict()
        beside = at.state.top() == at.verdict.top()
        self._text(at.state, row.state_words, theme.quiet, small(font), _RIGHT if beside else _LEFT)

    def _words(self, ink: str) -> int:
        """Draw the words and return how many lines they took."""
        place, font = self.places.words, self.option.font
        side = _RIGHT if begins_right(self.row.words) != self._mirrored else _LEFT
        lines = broken(self.row.words, font.toString(), place.width())
        height = place.height() // LINES
        # Every line has the direction of the whole: a full stop at its end stands where reading ends.
        right = begins_right(self.row.words)
        self.painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        for n, line in enumerate(lines):
            self._text(QRect(place.left(), place.top() + n * height, place.width(), height), line, ink, font, side)
        self.painter.setLayoutDirection(self.option.direction)
        return len(lines)

    def _verdict(self) -> None:
        """Draw glyph and word; a long label takes two lines where there is room for them."""
        row, place = self.row, self.places.verdict
        decided = row.verdict is not None
        font = strong(self.option.font) if decided else _slanted(self.option.font)
        ink = self.theme.quiet if row.verdict is None else self.theme.verdict(row.verdict).name()
        height = QFontMetrics(font).lineSpacing()
        for n, line in enumerate(broken(row.verdict_words, font.toString(), place.width())[: place.height() // height]):
            self._text(QRect(place.left(), place.top() + n * height, place.width(), height), line, ink, font, _LEFT)

    def _text(self, place: QRect, words: str, ink: str, font: QFont, side: Qt.AlignmentFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(ink))
        shown = self.painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        if self._mirrored:
            place = QStyle.visualRect(self.option.direction, self.option.rect, place)
            side = _RIGHT if side is _LEFT else _LEFT
        self.painter.drawText(
            place, side | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE | Qt.TextFlag.TextSingleLine, shown
        )

    @property
    def _mirrored(self) -> bool:
        return self.option.direction is Qt.LayoutDirection.RightToLeft


def _slanted(font: QFont) -> QFont:
    made = QFont(font)
    made.setItalic(True)
    return made

"""Draws one row of the checklist. Everything it draws was made ready in ``Row``."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factdesk.ui import theme as themes
from factdesk.ui.article.direction import begins_right
from factdesk.ui.checklist.model import ROW
from factdesk.ui.checklist.places import (
    EDGE,
    LINES,
    Face,
    Places,
    broken,
    faces,
    fitted,
    places,
    row_height,
)
from factdesk.ui.checklist.rows import Row, RowKind
from factdesk.ui.claim.words import HIGH_RISK_GLYPH
from factdesk.ui.theme import Theme

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_ON_LINE = {
    side: side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for side in (_LEFT, _RIGHT)
}
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
        self.faces = faces(option.font)
        self.places: Places = places(option.rect, option.font)
        self.mirrored = option.direction is Qt.LayoutDirection.RightToLeft

    def draw(self) -> None:
        row, theme, face, at = self.row, self.theme, self.faces, self.places
        fits = fitted(row.number, face.plain.key, at.number.width()) == row.number
        self._text(at.number, row.number, theme.quiet, face.plain if fits else face.quiet, _RIGHT)
        if row.high_risk:
            self._text(at.flag, HIGH_RISK_GLYPH, theme.danger, face.plain, _RIGHT)
        lines = self._words(theme.ink if row.kind is RowKind.CLAIM else theme.quiet)
        missing = (LINES - lines) * (at.words.height() // LINES) if at.detail.top() > at.words.bottom() else 0
        self._text(at.detail.translated(0, -missing), row.detail, theme.quiet, face.quiet, _LEFT)
        self._verdict()
        beside = at.state.top() == at.verdict.top()
        self._text(at.state, row.state_words, theme.quiet, face.quiet, _RIGHT if beside else _LEFT)

    def _words(self, ink: str) -> int:
        """Draw the words and return how many lines they took."""
        right = begins_right(self.row.words)
        # Every line has the direction of the whole: a full stop at its end stands where reading ends.
        self.painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        side = _RIGHT if right != self.mirrored else _LEFT
        lines = self._lines(self.places.words, self.row.words, ink, (self.faces.plain, side))
        self.painter.setLayoutDirection(self.option.direction)
        return lines

    def _verdict(self) -> None:
        """Draw glyph and word; a long label takes two lines where there is room for them."""
        row, theme = self.row, self.theme
        face = self.faces.slanted if row.verdict is None else self.faces.bold
        ink = theme.quiet if row.verdict is None else theme.verdict(row.verdict).name()
        self._lines(self.places.verdict, row.verdict_words, ink, (face, _LEFT))

    def _lines(self, place: QRect, words: str, ink: str, how: tuple[Face, Qt.AlignmentFlag]) -> int:
        """Draw words over as many lines as they take and the place has; returns how many."""
        face, side = how
        lines = broken(words, face.key, place.width())[: max(1, place.height() // face.line)]
        for n, line in enumerate(lines):
            at = QRect(place.left(), place.top() + n * face.line, place.width(), face.line)
            self._text(at, line, ink, face, side)
        return len(lines)

    def _text(self, place: QRect, words: str, ink: str, face: Face, side: Qt.AlignmentFlag) -> None:
        if self.mirrored:
            place = QStyle.visualRect(self.option.direction, self.option.rect, place)
            side = _RIGHT if side is _LEFT else _LEFT
        self.painter.setFont(face.font)
        self.painter.setPen(QColor(ink))
        self.painter.drawText(place, _ON_LINE[side], fitted(words, face.key, place.width()))

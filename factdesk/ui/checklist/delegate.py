"""Draws one row of the checklist. Everything it draws was made ready in ``Row``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from factdesk.text.direction import begins_right
from factdesk.ui import theme as themes
from factdesk.ui.checklist.lines import LINES, broken, fitted, set_line
from factdesk.ui.checklist.places import EDGE, Face, Places, faces, row_height
from factdesk.ui.checklist.rows import Row, RowKind
from factdesk.ui.claim.words import HIGH_RISK_GLYPH
from factdesk.ui.mirror import placed

if TYPE_CHECKING:
    from factdesk.ui.checklist.model import RowsModel
    from factdesk.ui.controls.one_column import OneColumn

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Number, two lines of words, one quiet line, verdict and work."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = cast("RowsModel", index.model()).row(index.row())  # asked as ``data``, Qt would hand it on and back
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        ground(painter, option, index.row())
        painter.translate(rect.topLeft())
        _Drawing(painter, option, row).draw()
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(option.rect.width(), row_height(option.font, option.rect.width()))


def ground(painter: QPainter, option: QStyleOptionViewItem, line: int) -> None:
    """Draw what lies under a row of a list: chosen, pointed at, focused. The list knows; Qt's option asks QStyle."""
    rect, theme = option.rect, themes.current()
    rows = cast("OneColumn", option.widget)
    selected = rows.line() == line
    colour = theme.selected if selected else theme.raised if rows.pointed_at() == line else theme.panel
    themes.fill(painter, rect, themes.colour(colour))
    themes.fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), themes.colour(theme.line))
    if selected:
        edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
        themes.fill(painter, placed(option.direction, rect, edge), themes.colour(theme.accent))
    if selected and rows.hasFocus():
        painter.setPen(themes.colour(theme.accent))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


class _Drawing:
    """One row on a painter whose origin is the row's own corner."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        self.painter, self.option, self.row = painter, option, row
        self.theme = themes.current()
        width, height = option.rect.size().toTuple()
        self.faces = faces(option.font)
        self.places: Places = self.faces.at(width)
        self.room = QRect(0, 0, width, height)
        self.mirrored = self.from_right = option.direction is Qt.LayoutDirection.RightToLeft

    def draw(self) -> None:
        row, theme, face, at = self.row, self.theme, self.faces, self.places
        self._centre()
        fits = fitted(row.number, face.plain.key, at.number.width()) == row.number
        self._text(at.number, row.number, theme.quiet, face.plain if fits else face.quiet, _RIGHT)
        if row.high_risk:
            self._text(at.flag, HIGH_RISK_GLYPH, theme.danger, face.plain, _RIGHT)
        lines = self._words(theme.ink if row.kind is RowKind.CLAIM else theme.quiet)
        missing = (LINES - lines) * (at.words.height() // LINES) if at.detail.top() > at.words.bottom() else 0
        self._lines(at.detail.adjusted(0, -missing, 0, 0), row.detail, theme.quiet, (face.quiet, _LEFT))
        self._verdict()
        beside = at.state.top() == at.verdict.top()
        with_detail = at.state.top() == at.detail.top()
        self._text(
            at.state.translated(0, -missing * with_detail),
            row.state_words,
            theme.quiet,
            face.quiet,
            _RIGHT if beside else _LEFT,
        )

    def _centre(self) -> None:
        """Move a row of few words to the middle of its height: all rows are equally high."""
        at, face = self.places, self.faces
        if at.detail.top() <= at.words.bottom() or at.verdict.top() != at.words.top():
            return
        words = broken(self.row.words, face.plain.key, at.words.width())
        detail = fitted(self.row.detail, face.quiet.key, at.detail.width())
        if len(words) < LINES and detail == self.row.detail:
            self.painter.translate(0, (LINES - len(words)) * face.line // 2)

    def _words(self, ink: str) -> int:
        """Draw the words and return how many lines they took."""
        self.from_right = begins_right(self.row.words)
        # Every line has the direction of the whole: a full stop at its end stands where reading ends.
        side = _RIGHT if self.from_right != self.mirrored else _LEFT
        lines = self._lines(self.places.words, self.row.words, ink, (self.faces.plain, side))
        self.from_right = self.mirrored
        return lines

    def _verdict(self) -> None:
        """Draw glyph and word; a long label takes two lines where there is room for them."""
        row, theme = self.row, self.theme
        face = self.faces.slanted if row.verdict is None else self.faces.bold
        ink = theme.quiet if row.verdict is None else theme.verdict(row.verdict).name()
        self._lines(self.places.verdict, row.verdict_words, ink, (face, _LEFT))

    def _lines(self, place: QRect, words: str, ink: str, how: tuple[Face, Qt.AlignmentFlag]) -> int:
        """Draw words over as many lines as they take and the place has; returns how many."""
        face = how[0]
        lines = broken(words, face.key, place.width())
        room = max(1, place.height() // face.line)
        if len(lines) > room:
            lines = (fitted(words, face.key, place.width()),)
        for n, line in enumerate(lines):
            self._line(QRect(place.left(), place.top() + n * face.line, place.width(), face.line), line, ink, how)
        return len(lines)

    def _text(self, place: QRect, words: str, ink: str, face: Face, side: Qt.AlignmentFlag) -> None:
        self._line(place, fitted(words, face.key, place.width()), ink, (face, side))

    def _line(self, place: QRect, words: str, ink: str, how: tuple[Face, Qt.AlignmentFlag]) -> None:
        """Draw words that fit into a place."""
        face, side = how
        if self.mirrored:
            place = placed(self.option.direction, self.room, place)
            side = _RIGHT if side is _LEFT else _LEFT
        line = set_line(words, face.key, self.from_right)
        left = place.left() if side is _LEFT else place.right() + 1 - line.width
        self.painter.setFont(face.font)
        self.painter.setPen(themes.colour(ink))
        self.painter.drawStaticText(QPointF(left, place.top() + (place.height() - line.height) // 2), line.text)

"""The checklist while its rows are being read: the shape of what will stand there, and a line that says so."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from factdesk.ui import theme as themes
from factdesk.ui import written
from factdesk.ui.checklist.places import Places, faces, places, row_height
from factdesk.ui.mirror import placed

_HEAD = 44
"""Pixels above the first row."""
_WORDS = (0.92, 0.66, 0.81, 0.97, 0.74)
"""How far the words of one row after the other reach, so that they look like words."""


class Coming(QWidget):
    """Rows without words. Drawn in one go and never moving: it is there for a second or two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_claims(0)

    def show_claims(self, count: int) -> None:
        """Say how many claims are being read; none are named where there are only suggestions yet, or a single one."""
        many = self.tr("Reading {0} claims…").format(written.count(count))
        self.setAccessibleName(many if count > 1 else self.tr("Reading the claims…"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  Qt's name
        theme, height, at = themes.current(), row_height(self.font(), self.width()), places(self.font(), self.width())
        painter = QPainter(self)
        painter.setPen(themes.colour(theme.quiet))
        head = QRect(at.words.left(), 0, self.width() - at.words.left(), _HEAD)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self._placed(head), side, self.accessibleName())
        for nth in range((self.height() - _HEAD) // height + 1):
            top = _HEAD + nth * height
            themes.fill(painter, QRect(0, top, self.width(), 1), themes.colour(theme.line))
            for bar in self._bars(at, _WORDS[nth % len(_WORDS)]):
                themes.fill(painter, self._placed(bar.translated(0, top)), themes.colour(theme.chip))
        painter.end()

    def _bars(self, at: Places, reach: float) -> tuple[QRect, ...]:
        """Return what stands for words, details and verdict of a row, from the row's own corner."""
        line = faces(self.font()).line
        thick = line // 2
        words = at.words.width()
        return (
            QRect(at.words.left(), at.words.top() + thick // 2, words, thick),
            QRect(at.words.left(), at.words.top() + line + thick // 2, int(words * reach), thick),
            QRect(at.verdict.left(), at.verdict.top() + thick // 2, at.verdict.width() // 2, thick),
        )

    def _placed(self, bar: QRect) -> QRect:
        return placed(self.layoutDirection(), self.rect(), bar)

"""A line of words that changes with every step, without what it stands in being laid out anew."""

from __future__ import annotations

from re import sub

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from factdesk.ui import theme as themes
from factdesk.ui.mirror import leading

_ROOM = 24
"""Pixels beside the words in which the next ones may grow."""


class StandingLine(QWidget):
    """Words on one line. A label would have its window laid out at each change; this one only where it must grow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._advance = "", 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below need not be painted with it

    def text(self) -> str:
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802  as a label has it
        """Say other words; they are a screen reader's name of the line, too."""
        if words == self._words:
            return
        counted_on = _figures(words) == _figures(self._words)  # as wide as before, but for some pixels of _ROOM
        self._words = words
        self.setAccessibleName(words)
        if not counted_on:
            self._advance = self.fontMetrics().horizontalAdvance(words)
        if self._advance > self.width():
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._advance + _ROOM, self.fontMetrics().lineSpacing())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._advance = self.fontMetrics().horizontalAdvance(self._words)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        themes.fill(painter, self.rect(), themes.colour(themes.current().panel))
        shown = self._words
        if self._advance > self.width():
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), leading(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def _figures(words: str) -> str:
    """Return words with one sign for each digit: two that differ in digits only are the same."""
    return sub(r"\d", "0", words)

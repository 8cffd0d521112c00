"""The foot of the window: where news is told."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QStyle, QStyleOption, QWidget

_SIDE = 2
"""Pixels that a status bar leaves before its first part."""
_APART = 6
"""Pixels between its parts."""


class Foot(QStatusBar):
    """A status bar whose news begins where its other words begin; Qt's own begins at the window's edge."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
        room = self.contentsRect().adjusted(_SIDE, 0, -_SIDE, 0)
        news = self.fontMetrics().elidedText(self.currentMessage(), Qt.TextElideMode.ElideRight, self._free(room))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, QStyle.visualAlignment(self.layoutDirection(), side), news)
        painter.end()

    def _free(self, room: QRect) -> int:
        """Return how wide news may be: up to what always stands at the end."""
        parts = (part for part in self.children() if isinstance(part, QWidget) and part.isVisible())
        return room.width() - sum(part.width() + _APART for part in parts)

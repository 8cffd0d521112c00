"""Qt tells of two clicks; the third one after them is told here."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication


class Clicks:
    """Remembers the last double click."""

    def __init__(self) -> None:
        self._when, self._where = 0, QPoint()

    def doubled(self, event: QMouseEvent) -> None:
        self._when, self._where = event.timestamp(), event.position().toPoint()

    def is_third(self, press: QMouseEvent) -> bool:
        """Say whether a press follows the double click at once and in the same place."""
        near = (press.position().toPoint() - self._where).manhattanLength() < QApplication.startDragDistance()
        return near and press.timestamp() - self._when < QApplication.doubleClickInterval()

"""The type an article is read in: its family, its size, and how far that is zoomed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from factdesk.ui.article.text_view import ArticleText
from factdesk.ui.article.typesetting.measure import reading_font

ZOOMS = (50, 60, 70, 80, 90, 100, 110, 120, 135, 150, 175, 200, 250, 300)
"""Sizes of the type in hundredths of the reading size."""
READING_SIZE = 13.0
"""Points, until the person says otherwise."""


class ReadingType(QObject):
    """Sets the text of an article in the type a person chose, as large as they want it.

    Attributes:
        percent: the size of the type in hundredths of the reading size.

    Signals:
        zoomed(int): ``percent`` is another now.
    """

    zoomed = Signal(int)

    def __init__(self, text: ArticleText, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._family, self._points, self.percent = "", READING_SIZE, 100
        text.zoom_asked.connect(self.zoom)

    def choose(self, family: str, size: float) -> None:
        """Set the article in this family, or for an empty one in the face that ships, at ``size`` points."""
        self._family, self._points = family, size or READING_SIZE
        self._set()

    def zoom(self, steps: int) -> None:
        """Make the type larger by so many steps, or smaller."""
        nearest = min(range(len(ZOOMS)), key=lambda nth: abs(ZOOMS[nth] - self.percent))
        self.set_zoom(ZOOMS[max(0, min(nearest + steps, len(ZOOMS) - 1))])

    def set_zoom(self, percent: int) -> None:
        """Set the type at ``percent`` of the reading size, within what ``ZOOMS`` allows."""
        percent = max(ZOOMS[0], min(percent, ZOOMS[-1]))
        if percent != self.percent:
            self.percent = percent
            self._set()
            self.zoomed.emit(percent)

    def _set(self) -> None:
        self._text.set_type(reading_font(self._family, self._points * self.percent / 100))

"""How the claim pane is scrolled: to what the person turned to, and back to its first line where there is room."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QSize, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from factdesk.ui.claim.ground import Ground


class Scrolling(QObject):
    """Scrolls one pane up and down; the parts it is told of stand on ``ground``."""

    def __init__(self, pane: QScrollArea, ground: Ground) -> None:
        super().__init__(pane)
        self._pane, self._ground, self._bar = pane, ground, pane.verticalScrollBar()
        self._brought_at: QSize | None = None  # size of the window when a part was last brought into sight
        self._bar.rangeChanged.connect(self._begin_again)

    def begin(self) -> None:
        """Show the first line."""
        self._bar.setValue(0)

    def bring(self, first: QWidget, last: QWidget) -> None:
        """Scroll, once the page is laid out, until all from ``first`` to ``last`` is in sight, or its beginning."""
        self._brought_at = self._pane.window().size()
        QTimer.singleShot(0, self, lambda: self._scroll_to(first, last))

    def _scroll_to(self, first: QWidget, last: QWidget) -> None:
        if not (first.isVisibleTo(self._pane) and last.isVisibleTo(self._pane)):
            return  # the person went on meanwhile
        gap = self._ground.column.spacing()
        top = first.mapTo(self._ground, QPoint()).y() - gap
        bottom = self._foot(last) + gap
        self._bar.setValue(min(top, max(self._bar.value(), bottom - self._pane.viewport().height())))

    def _begin_again(self, _least: int, most: int) -> None:
        """Show the first line again where there is more room than was scrolled, unless that hides what has the focus.

        Qt would keep the end in sight, and cut the first line by what is left to scroll. What was brought into sight
        stays there until the window has another size: the pane is still being laid out around it.
        """
        if self._bar.value() <= most or self._brought_at == self._pane.window().size():
            return
        focus = QApplication.focusWidget()
        if focus is None or not self._ground.isAncestorOf(focus) or self._foot(focus) <= self._pane.viewport().height():
            self.begin()

    def _foot(self, part: QWidget) -> int:
        """Return where a part ends, in pixels from the top of the ground."""
        return part.mapTo(self._ground, QPoint(0, part.height())).y()

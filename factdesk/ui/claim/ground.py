"""What the pages of the claim pane stand on; it tells how much height the page shown needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Ground(QWidget):
    """A column of pages, of which one is shown.

    Signals:
        needs(int): pixels of height that show the whole page; sent after each laying out.
    """

    needs = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 10, 16, 12)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as the page is at the width there is: Qt would say how high it is at its narrowest."""
        return QSize(self.column.totalMinimumSize().width(), 0)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            high = self.column.totalHeightForWidth(self.width())
            if high >= 0:  # else no page is shown yet
                self.needs.emit(high)
        return done

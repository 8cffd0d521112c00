"""Pages that lie on each other, of which one is seen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QWidget


class Pile(QWidget):
    """Shows one of its pages at a time, the first one at first. It needs the room of that page, not of those below.

    A screen reader says nothing of it. What Qt offers for this, a QStackedWidget, is told as a “layered pane” each time
    the focus comes into a page, once for each pile around it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = _Stack(self)

    def add(self, page: QWidget) -> None:
        """Put a page under the others; one that lies there already stays."""
        if self._layout.indexOf(page) < 0:
            self._layout.addWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show a page of the pile; where it is shown already nothing is laid out."""
        if page is self.page:
            return
        self._layout.setCurrentWidget(page)
        self._layout.invalidate()
        self.updateGeometry()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown; None while there is none."""
        return self._layout.currentWidget()


class _Stack(QStackedLayout):
    def minimumSize(self) -> QSize:  # noqa: N802
        page = self.currentWidget()
        return QSize() if page is None else page.minimumSizeHint().expandedTo(page.minimumSize())

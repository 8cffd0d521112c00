"""A list of rows: a table of one column that lays nothing out but what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QSinglePointEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from factdesk.ui.controls.viewport import give_viewport

_Index = QModelIndex | QPersistentModelIndex
_POINTED = frozenset((QEvent.Type.Enter, QEvent.Type.MouseMove, QEvent.Type.Wheel))


class OneColumn(QTableView):
    """Shows the rows of a model and tells which one the person entered.

    Ten thousand rows cost as much as ten (a QListView lays out all of them at each change). Who uses it
    says how high a row is, by ``measure``.

    Signals:
        entered_at(int): the person moved to this line.
    """

    entered_at = Signal(int)

    def __init__(self, rows: QAbstractListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._lines = rows
        self._quiet = False
        self._pointed_at: int | None = None
        self._pointer: QPoint | None = None
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()  # before all else: one that is seen measures its bold type
        self.setModel(rows)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(0)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def measure(self) -> None:
        """Give the rows their heights; called where width or type have changed."""

    def line(self) -> int | None:
        """Return the current line."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def pointed_at(self) -> int | None:
        """Return the line that is under the mouse."""
        return self._pointed_at

    def enter(self, line: int) -> None:
        """Move to ``line`` as the person's own step."""
        self.setCurrentIndex(self._lines.index(line))

    def set_line(self, line: int | None) -> None:
        """Make ``line`` the current one, or none, telling nobody."""
        with self.told_nobody():
            if line is None:
                self.setCurrentIndex(QModelIndex())
                self.clearSelection()
            elif line != self.line():
                self.setCurrentIndex(self._lines.index(line))

    @contextmanager
    def told_nobody(self) -> Iterator[None]:
        """The program moves the current row, not the person: nobody is told of it."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """Whatever rows are shown meanwhile, the list is scrolled as far as it was."""
        value = self.verticalScrollBar().value()
        yield
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(value)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Keep where on the screen the mouse is: to ask at each paint is to wait for the display server."""
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            self._light()
        elif isinstance(event, QSinglePointEvent) and event.type() in _POINTED:
            self._pointer = event.globalPosition().toPoint()
            self._light()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Find once for all rows which of them the mouse is over; it may have been scrolled there."""
        self._light()
        super().paintEvent(event)

    def _light(self) -> None:
        """Have the row below the mouse drawn as lit, and the one that was lit as not."""
        pointer, before = self._pointer, self._pointed_at
        self._pointed_at = None if pointer is None else self.indexAt(self.viewport().mapFromGlobal(pointer)).row()
        if self._pointed_at != before:
            for line in (before, self._pointed_at):
                if line is not None:
                    self.update(self._lines.index(line))

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.entered_at.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Home and End go to the first and the last row; a letter that is no command is left to the window."""
        last = self._lines.rowCount() - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.enter(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are keys of the desk, not a search
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the current row in sight where it was: a list that gets lower must not hide what is worked on."""
        row = self.visualRect(self.currentIndex())
        seen = row.isValid() and row.top() >= 0 and row.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        self.measure()
        if seen and row.bottom() > event.size().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.measure()

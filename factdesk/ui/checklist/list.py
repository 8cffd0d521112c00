"""The list of the checklist: one column of rows of one height, worked by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from factdesk.ui.checklist.delegate import RowDelegate
from factdesk.ui.checklist.model import RowsModel
from factdesk.ui.checklist.places import row_height
from factdesk.ui.checklist.rows import Fact

_Index = QModelIndex | QPersistentModelIndex


class RowList(QTableView):
    """Shows rows and tells which one the person entered.

    A table with one column and fixed row height lays nothing out: ten thousand rows cost as much
    as ten (``FINDINGS``: QListView lays out everything at each change).

    Signals:
        entered_at(int): the person moved to this line.
        context_asked(QPoint): a context menu is wanted at this global position.
    """

    entered_at = Signal(int)
    context_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self._quiet = False
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(self.tr("Checklist"))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show other rows, telling nobody; none of them is the current one."""
        with self.told_nobody():
            self.rows.show(facts)

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """Whatever rows are shown meanwhile, the list is scrolled as far as it was."""
        value = self.verticalScrollBar().value()
        yield
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(value)

    def set_line(self, line: int | None) -> None:
        """Make ``line`` the current one, or none, telling nobody."""
        with self.told_nobody():
            if line is None:
                self.setCurrentIndex(QModelIndex())
                self.clearSelection()
            elif line != self.line():
                self.setCurrentIndex(self.rows.index(line))

    @contextmanager
    def told_nobody(self) -> Iterator[None]:
        """The program moves the current row, not the person: nobody is told of it."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def enter(self, line: int) -> None:
        """Move to ``line`` as the person's own step."""
        self.setCurrentIndex(self.rows.index(line))

    def line(self) -> int | None:
        """Return the current line."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.entered_at.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Home and End go to the first and the last row."""
        last = self.rows.rowCount() - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.enter(0 if event.key() == Qt.Key.Key_Home else last)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are keys of the desk, not a search."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.context_asked.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        height = row_height(self.font(), self.viewport().width())
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())

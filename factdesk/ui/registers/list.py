"""The list of a register: one column of rows of one height, ticked and walked through by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from factdesk.ui.registers.delegate import EntryDelegate, row_height, tick_width

_Index = QModelIndex | QPersistentModelIndex


class EntryList(QTableView):
    """Shows entries. Ten thousand cost as much as ten: nothing is laid out that is not seen.

    Signals:
        entered_at(int): the person moved to this line.
        ticked_at(int): the person ticked this line, or took its tick away: Space, or a click on the tick.
        opened_at(int): Enter or a double click: the words in the article are wanted.
    """

    entered_at = Signal(int)
    ticked_at = Signal(int)
    opened_at = Signal(int)

    def __init__(self, rows: QAbstractListModel, parent: QWidget | None = None) -> None:
        """Show what ``rows`` gives as ``Row`` (role ``ROW``)."""
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setItemDelegate(EntryDelegate(self))
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

    def line(self) -> int | None:
        """Return the current line."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def enter(self, line: int) -> None:
        """Move to ``line``."""
        self.setCurrentIndex(self.rows.index(line))

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid():
            self.entered_at.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks and goes on, Enter opens, Home and End go to the ends."""
        line, last = self.line(), self.rows.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Space if line is not None:
                self.ticked_at.emit(line)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if line is not None:
                self.opened_at.emit(line)
            case Qt.Key.Key_Home | Qt.Key.Key_End if last >= 0:
                self.enter(0 if event.key() == Qt.Key.Key_Home else last)
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are keys of the desk, not a search."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        from_right = self.viewport().width() - event.position().x()
        far = event.position().x() if self.isRightToLeft() else from_right
        below = event.position().y() - self.visualRect(index).top()
        if far <= tick_width(self.font()) and below <= self.fontMetrics().lineSpacing() + 9:
            self.ticked_at.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened_at.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        height = row_height(self.font())
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

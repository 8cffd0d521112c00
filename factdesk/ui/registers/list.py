"""The list of a register or of questions: ticked, folded and walked through by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from factdesk.ui.controls.one_column import OneColumn
from factdesk.ui.registers.delegate import EntryDelegate, Part, part_at, row_height
from factdesk.ui.registers.model import DrawnRows


class EntryList(OneColumn):
    """Shows entries, each as high as what it says.

    Attributes:
        ticks: what Space does with an entry, in words of the menu.

    Signals:
        ticked_at(int): the person ticked this line, or took its tick away: Space, or a click on the tick.
        opened_at(int): Enter or a double click: the words in the article are wanted.
        fold_at(int, bool): fold the group of this line (True), or show all of it.
    """

    ticked_at = Signal(int)
    opened_at = Signal(int)
    fold_at = Signal(int, bool)

    def __init__(self, rows: DrawnRows, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self.rows = rows
        self.ticks = self.tr("Tick, or take the tick away")
        self.setItemDelegate(EntryDelegate(self))
        rows.modelReset.connect(self.measure)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space ticks and goes on, Enter opens, Right shows what is folded, Left folds it."""
        line = self.line()
        outward, inward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            outward, inward = inward, outward
        match event.key():
            case Qt.Key.Key_Space if line is not None:
                self.ticked_at.emit(line)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if line is not None:
                self.opened_at.emit(line)
            case key if line is not None and key in (outward, inward):
                self.fold_at.emit(line, key == inward)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        line = self.line()
        if line is None:
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center()
        self.menu(line).popup(self.viewport().mapToGlobal(place) if by_key else event.globalPos())

    def menu(self, line: int) -> QMenu:
        """Return what can be done with an entry, with the keys that do it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folded = self.rows.row(line).folded
        self._offer(menu, self.tr("Go to its words"), Qt.Key.Key_Return, lambda: self.opened_at.emit(line))
        self._offer(menu, self.ticks, Qt.Key.Key_Space, lambda: self.ticked_at.emit(line))
        if folded is not None:
            unfolds, folds = (Qt.Key.Key_Left, Qt.Key.Key_Right)[:: 1 if self.isRightToLeft() else -1]
            said = self.tr("Show what is folded") if folded else self.tr("Fold")
            self._offer(menu, said, unfolds if folded else folds, lambda: self.fold_at.emit(line, not folded))
        return menu

    def _offer(self, menu: QMenu, said: str, key: Qt.Key, done: Callable[[], object]) -> None:
        """Add a line with its key; the key itself is the list's, whether the menu is open or not."""
        menu.addAction(f"{said}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}", done)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        row, rect = self.rows.row(index.row()), self.visualRect(index)
        match part_at(place, rect, row, self.font(), self.layoutDirection()):
            case Part.TICK:
                self.ticked_at.emit(index.row())
            case Part.FOLD:
                self.fold_at.emit(index.row(), row.folded is False)
            case Part.WORDS:
                pass

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened_at.emit(index.row())

    def measure(self) -> None:
        """Rows of one shape are measured once: in a register most are of the first one's."""
        head, font, width = self.verticalHeader(), self.font(), self.viewport().width()
        heights: dict[object, int] = {}
        head.blockSignals(True)
        for at in range(self.rows.rowCount()):
            shape = self.rows.shape(at)
            if shape not in heights:
                heights[shape] = row_height(self.rows.row(at), font, width)
                if len(heights) == 1:
                    head.setDefaultSectionSize(heights[shape])
            if head.sectionSize(at) != heights[shape]:
                head.resizeSection(at, heights[shape])
        head.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

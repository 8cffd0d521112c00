"""The list of the checklist: one column of rows of one height, worked by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from factdesk.ui import theme as themes
from factdesk.ui.checklist.delegate import RowDelegate
from factdesk.ui.checklist.model import RowsModel
from factdesk.ui.checklist.places import row_height
from factdesk.ui.checklist.rows import Fact
from factdesk.ui.controls.one_column import OneColumn


class RowList(OneColumn):
    """Shows claims and suggestions.

    Signals:
        context_asked(QPoint): a context menu is wanted at this global position.
    """

    context_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = RowsModel()
        super().__init__(self.rows, parent)
        self.rows.setParent(self)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(self.tr("Checklist"))

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show other rows, telling nobody; none of them is the current one."""
        with self.told_nobody():
            self.rows.show(facts)
            self.setCurrentIndex(QModelIndex())  # else the first row would be entered when the focus comes

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Rows cover what lies below, which need not be painted with them; the style sheet, before, says otherwise."""
        super().showEvent(event)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows, and the ground where they end."""
        end = self.verticalHeader().length() - self.verticalOffset()
        if end < event.rect().bottom():
            painter = QPainter(self.viewport())
            below = self.viewport().rect().adjusted(0, end, 0, 0)
            themes.fill(painter, below, themes.colour(themes.current().panel))
            painter.end()
        super().paintEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.context_asked.emit(place)

    def scrollTo(  # noqa: N802
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight with the one before and the one after it: what comes next is read ahead."""
        super().scrollTo(index, hint)
        place, high, bar = self.visualRect(index), self.viewport().height(), self.verticalScrollBar()
        if 3 * place.height() > high:
            return
        if place.bottom() + place.height() >= high:
            bar.setValue(bar.value() + place.bottom() + place.height() + 1 - high)
        elif place.top() < place.height():
            bar.setValue(bar.value() + place.top() - place.height())

    def measure(self) -> None:
        height = row_height(self.font(), self.viewport().width())
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
            self.setMinimumHeight(height)  # in the lowest window one row is seen whole
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())

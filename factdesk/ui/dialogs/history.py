"""The record of the desk, newest step first, and how far it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from factdesk.ui import written
from factdesk.ui.controls.labels import quiet
from factdesk.ui.dialogs.runs import STANDING, WHAT, WHEN, WHO, Runs
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role
from factdesk.work.history import Record


class HistoryDialog(Sheet):
    """Shows the steps, like ones folded into one line that the right arrow opens.

    It stays open while steps are taken back: ``show_record`` brings it up to date. On a desk that is only read none
    can be, and ``only_read`` says why.

    Signals:
        undo_down_to(int): take back every step of this person down to and with this one.
    """

    undo_down_to = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, only_read: str = "") -> None:
        super().__init__(QSize(720, 560), parent)
        erased = self.tr("Nothing is erased from this record: taking a step back adds one.")
        self.say(self.tr("History"), f"{erased} {only_read or self.tr('Your own steps can be taken back.')}")
        self._only_read = only_read
        self._runs = Runs(self)
        self.table = QTreeView()
        set_role(self.table, Role.FIELD)
        self.table.setAccessibleName(self.tr("Steps, newest first"))
        self.table.setModel(self._runs)
        self.table.setUniformRowHeights(True)
        self.table.setIndentation(16)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.header().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        self.table.selectionModel().currentChanged.connect(self._show_button)
        self._reading = quiet(self.tr("Reading the record…"))
        self.body.addWidget(self._reading)
        self.body.addWidget(self.table, 1)
        self.undo_button = self.add_side_button("", self._ask)
        self.undo_button.setToolTip(only_read)
        self.add_button(self.tr("Close"), self.accept, primary=True)
        self._show_button()

    def show_record(self, record: Record, numbers: Mapping[str, str] | None = None) -> None:
        """Show the record; lines that were opened stay open.

        Args:
            numbers: number of each claim by its id, for the claims of the article that is open.
        """
        self._reading.hide()
        opened = [self._runs.steps(line)[-1].seq for line in self._runs.folded() if self.table.isExpanded(line)]
        self._runs.show_record(record, numbers or {})
        for seq in opened:
            self.table.expand(self._runs.line_of(seq))
        for column, widest in ((WHEN, 180), (WHO, 110), (STANDING, 120)):
            needed = max(self.table.sizeHintForColumn(column), self.table.header().sectionSizeHint(column))
            self.table.setColumnWidth(column, min(needed, widest))  # what was done has the rest
        self.table.setCurrentIndex(self._runs.index(0, 0))
        self._show_button()

    def _show_button(self) -> None:
        steps = self._runs.steps_down_to(self.table.currentIndex())
        self.undo_button.setEnabled(steps > 0 and not self._only_read)
        self.undo_button.setText(
            self.tr("Undo this step")
            if steps == 1
            else self.tr("Undo down to here ({0} steps)").format(written.count(steps))
            if steps
            else self.tr("Undo down to here")
        )

    def _ask(self) -> None:
        self.undo_down_to.emit(self._runs.steps(self.table.currentIndex())[-1].seq)

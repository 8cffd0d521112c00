"""The sources of a claim: what bears on it and how, and the form that adds or corrects one."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from factdesk.ui.claim.sources.form import SourceFormBox
from factdesk.ui.claim.sources.proposed import ProposedSource
from factdesk.ui.claim.sources.proposed_row import ProposedRow
from factdesk.ui.claim.sources.row import SourceRow
from factdesk.ui.claim.view import ClaimView, SourceItem
from factdesk.ui.style import Role, set_role
from factdesk.work.edits.source import SourceForm


class SourcesPage(QWidget):
    """Lists a claim's sources, adds, corrects and removes them.

    A form that was begun is kept while other claims are looked at.

    Signals:
        added(object, str): the ``SourceForm``, and the id of a source the desk has already, or nothing.
        edited(str, object): id of the evidence, and its ``SourceForm``.
        removed(str): id of the evidence.
        remark_taken(str, object): id of a remark of the author's file, and the ``SourceForm`` it becomes.
        remark_dismissed(str): id of a remark.
        link_asked(str): an address to open in the system's browser.
        asking(): the form was opened, or is to be gone on with.
    """

    added = Signal(object, str)
    edited = Signal(str, object)
    removed = Signal(str)
    remark_taken = Signal(str, object)
    remark_dismissed = Signal(str)
    link_asked = Signal(str)
    asking = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim_id = ""
        self._items: tuple[SourceItem, ...] = ()
        self._offered: tuple[ProposedSource, ...] = ()
        self._begun: dict[str, tuple[str, SourceForm, str]] = {}
        self._editing = ""
        self.rows: list[SourceRow] = []
        self.proposed: list[ProposedRow] = []
        self.proposals = QLabel(self.tr("Proposed by the author’s own file"))
        set_role(self.proposals, Role.TITLE)
        self.none = QLabel(self.tr("No source yet. What would settle this claim?"))
        set_role(self.none, Role.QUIET)
        self.none.setWordWrap(True)
        self.add = QPushButton(self.tr("Add source"))
        self.form = SourceFormBox(self)
        self.form.hide()
        self.form.done.connect(self._done)
        self.form.cancelled.connect(self._close_form)
        self.add.clicked.connect(self.begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._proposals = QVBoxLayout()
        self._proposals.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addWidget(self.proposals)
        column.addLayout(self._proposals)
        column.addStretch(1)

    def show_claim(self, view: ClaimView) -> None:
        self.form.set_known(view.known)
        if view.claim.id != self._claim_id:
            self._put_aside()
            self._claim_id = view.claim.id
            self._take_up()
        if (view.sources, view.proposed) != (self._items, self._offered):
            self._items, self._offered = view.sources, view.proposed
            self._fill()
        self.proposals.setVisible(bool(self._offered))
        self.none.setVisible(not (self._items or self._offered) and not self.form.isVisibleTo(self))

    def begin(self) -> None:
        """Open an empty form, or go to the one that is open."""
        if not self.form.isVisibleTo(self):
            self._open_form("", None, "")
        self.form.setFocus()
        self.asking.emit()

    def edit(self, item: SourceItem) -> None:
        """Open the form on one source."""
        self._open_form(item.evidence_id, item.form, "", others=item.others)
        self.form.setFocus()
        self.asking.emit()

    def _fill(self) -> None:
        for layout, rows in ((self._list, self.rows), (self._proposals, self.proposed)):
            while layout.takeAt(0) is not None:
                pass
            for old in rows:
                old.hide()
                old.deleteLater()
        self.rows = [SourceRow(item, self) for item in self._items]
        for row in self.rows:
            row.edit.clicked.connect(lambda _=False, item=row.item: self.edit(item))
            row.remove.clicked.connect(lambda _=False, item=row.item: self.removed.emit(item.evidence_id))
            row.open.clicked.connect(lambda _=False, item=row.item: self.link_asked.emit(item.form.address))
            self._list.addWidget(row)
        self.proposed = [ProposedRow(item, self) for item in self._offered]
        for offer in self.proposed:
            self._wire(offer)
            self._proposals.addWidget(offer)
        stops = [self.add, *(button for row in self.rows for button in (row.open, row.edit, row.remove))]
        stops += [button for offer in self.proposed for button in offer.stops]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _wire(self, offer: ProposedRow) -> None:
        item = offer.item
        if item.remark_id is None:
            offer.take.clicked.connect(lambda: self.added.emit(item.form, ""))
        else:
            offer.take.clicked.connect(lambda: self.remark_taken.emit(item.remark_id, item.form))
            offer.dismiss.clicked.connect(lambda: self.remark_dismissed.emit(item.remark_id))
        offer.open.clicked.connect(lambda: self.link_asked.emit(item.form.address))

    def _done(self, form: SourceForm, source_id: str) -> None:
        editing = self._editing
        self._close_form()
        if editing:
            self.edited.emit(editing, form)
        else:
            self.added.emit(form, source_id)

    def _open_form(self, editing: str, form: SourceForm | None, source_id: str, *, others: int = 0) -> None:
        self._editing = editing
        self.form.fill(form, source_id, editing=bool(editing), others=others)
        self.form.show()
        self.add.hide()
        self.none.hide()

    def _close_form(self) -> None:
        self._editing = ""
        self._begun.pop(self._claim_id, None)
        self.form.hide()
        self.add.show()
        self.none.setVisible(not (self._items or self._offered))
        self.add.setFocus()

    def _put_aside(self) -> None:
        """Keep a form that was begun until its claim comes back."""
        if self.form.isVisibleTo(self):
            self._begun[self._claim_id] = (self._editing, self.form.form(), self.form.source_id)
        self.form.hide()
        self.add.show()

    def _take_up(self) -> None:
        begun = self._begun.pop(self._claim_id, None)
        if begun is not None:
            self._open_form(*begun)

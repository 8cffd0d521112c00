"""The sources of a claim: what bears on it and how, and the form that adds or corrects one."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from factdesk.ui.claim.sources.begun import BEGUN, Begun, as_begun, filled_in
from factdesk.ui.claim.sources.form import SourceFormBox
from factdesk.ui.claim.sources.proposed import ProposedSource
from factdesk.ui.claim.sources.proposed_row import ProposedRow
from factdesk.ui.claim.sources.row import Place, SourceRow
from factdesk.ui.claim.view import ClaimView, SourceItem
from factdesk.ui.style import Role, set_role
from factdesk.work.edits.source import SourceForm


class SourcesPage(QWidget):
    """Lists a claim's sources, adds, corrects and removes them.

    A form that was begun is kept while other claims are looked at, and the words of one that Escape left. One that was
    sent stays until the desk has it (``kept``).

    Signals:
        added(object, str): the ``SourceForm``, and the id of a source the desk has already, or nothing.
        edited(str, object): id of the evidence, and its ``SourceForm``.
        removed(str): id of the evidence.
        moved(str, str): id of the evidence, and of that before which it is to stand, or nothing for the end.
        begun(str, object): claim, and the ``Begun`` source of it at each change; None where there is none any more.
        remark_taken(str, object): id of a remark of the author's file, and the ``SourceForm`` it becomes.
        remark_dismissed(str): id of a remark.
        link_asked(str): an address to open in the system's browser.
        came_back(): the form is open with what was typed in an earlier window.
        asking(): the form was opened, or is to be gone on with.
        arrived(QWidget): the row of a source that was added just now.
    """

    added = Signal(object, str)
    edited = Signal(str, object)
    removed = Signal(str)
    moved = Signal(str, str)
    begun = Signal(str, object)
    remark_taken = Signal(str, object)
    remark_dismissed = Signal(str)
    link_asked = Signal(str)
    came_back = Signal()
    asking = Signal()
    arrived = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim_id = ""
        self._items: tuple[SourceItem, ...] = ()
        self._offered: tuple[ProposedSource, ...] = ()
        self._begun: dict[str, Begun] = {}
        self._editing = ""
        self._adding = False
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
        self.form.changed.connect(self._tell_begun)
        self.form.done.connect(self._done)
        self.form.cancelled.connect(self._give_up)
        self.form.left.connect(self._leave_form)
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
            self._adding = False
            self._claim_id = view.claim.id
            self._take_up(view)
        elif self._editing and self._editing not in {item.evidence_id for item in view.sources}:
            self._editing = ""  # somebody removed the source that is corrected here: the words make a new one
            self.form.name_save(editing=False)
        if (view.sources, view.proposed) != (self._items, self._offered):
            before = {item.evidence_id for item in self._items} if self._adding else None
            self._items, self._offered = view.sources, view.proposed
            self._fill()
            self._bring_new(before)
        self.proposals.setVisible(bool(self._offered))
        self.none.setVisible(not (self._items or self._offered) and not self.form.isVisibleTo(self))

    def begin(self) -> None:
        """Open an empty form, or go to the one that is open."""
        if self.form.isVisibleTo(self):
            self.form.setFocus()
            self.asking.emit()
        else:
            self._ask(self._begun.pop(self._claim_id, None))

    def edit(self, item: SourceItem) -> None:
        """Open the form on one source."""
        self._ask(Begun(item.form, editing=item.evidence_id), others=item.others)

    def kept(self, claim_id: str, form: SourceForm) -> None:
        """The desk has this source of a claim: its form is closed, unless more was typed meanwhile."""
        is_open = claim_id == self._claim_id and self.form.isVisibleTo(self)
        begun = self._present() if is_open else self._begun.get(claim_id)
        if begun is not None and filled_in(begun.form) != form:
            return
        self._begun.pop(claim_id, None)
        if is_open:
            self._close_form()
        self.begun.emit(claim_id, None)

    def move_held(self, step: int) -> str:
        """Move the source that has the focus up (-1) or down (1). Returns why it was not moved, or nothing."""
        held = next((n for n, row in enumerate(self.rows) if row.holds_focus()), None)
        if held is not None:
            return self._move(held, step)
        if not self.rows:
            return self.tr("The claim has no source to move.")
        self.rows[0].edit.setFocus()
        return self.tr("Tab to the source to move, then press the key again.")

    def _move(self, at: int, step: int) -> str:
        others = [item.evidence_id for item in self._items]
        moved, to = others.pop(at), at + step
        if not 0 <= to <= len(others):
            return self.tr("It is the first source already.") if to < 0 else self.tr("It is the last source already.")
        self.moved.emit(moved, others[to] if to < len(others) else "")
        return ""

    def _fill(self) -> None:
        """Make the rows anew; the source that had the focus keeps it."""
        before = (*self.rows, *self.proposed)
        focus = next(((row.item.evidence_id, row.held()) for row in self.rows if row.holds_focus()), None)
        for layout in (self._list, self._proposals):
            while layout.takeAt(0) is not None:
                pass
        self._make_rows()
        for row in self.rows:
            if focus is not None and row.item.evidence_id == focus[0]:
                row.show()  # else it is shown in the next turn, and takes no focus in this one
                row.stops[focus[1]].setFocus()
        for old in before:
            old.hide()
            old.deleteLater()

    def _bring_new(self, before: Collection[str] | None) -> None:
        """Have the source seen that was added, where one was; ``before`` are those of this claim there were."""
        new = [row for row in self.rows if before is not None and row.item.evidence_id not in before]
        if new:
            self._adding = False
            self.arrived.emit(new[-1])

    def _make_rows(self) -> None:
        count = len(self._items)
        self.rows = [SourceRow(item, Place(n, count), self) for n, item in enumerate(self._items)]
        for n, row in enumerate(self.rows):
            row.moved.connect(lambda step, n=n: self._move(n, step))
            row.edit.clicked.connect(lambda _=False, item=row.item: self.edit(item))
            row.remove.clicked.connect(lambda _=False, item=row.item: self.removed.emit(item.evidence_id))
            row.open.clicked.connect(lambda _=False, item=row.item: self.link_asked.emit(item.form.address))
            self._list.addWidget(row)
        self.proposed = [ProposedRow(item, self) for item in self._offered]
        for offer in self.proposed:
            self._wire(offer)
            self._proposals.addWidget(offer)
        stops = [self.add, *(button for row in self.rows for button in row.stops)]
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
        if self._editing:
            self.edited.emit(self._editing, form)
        else:
            self._adding = True
            self.added.emit(form, source_id)

    def _ask(self, begun: Begun | None, *, others: int = 0) -> None:
        """Open the form with the caret in it. The caret comes first: Orca says no field whose words came before it."""
        self.form.show()
        self.form.setFocus()
        self._open_form(begun, others=others)
        self.asking.emit()

    def _open_form(self, begun: Begun | None, *, others: int = 0) -> None:
        self._editing = begun.editing if begun else ""
        source_id = begun.source_id if begun else ""
        self.form.fill(begun.form if begun else None, source_id, editing=bool(self._editing), others=others)
        self.form.show()
        self.add.hide()
        self.none.hide()

    def _present(self, *, left: bool = False) -> Begun:
        return Begun(self.form.typed(), self.form.source_id, self._editing, left)

    def _tell_begun(self) -> None:
        begun = self._present()
        self.begun.emit(self._claim_id, begun if begun.words else None)

    def _leave_form(self) -> None:
        """Escape is pressed too easily to lose an excerpt by it; what a source was before it was corrected stays."""
        left = self._present(left=True)
        if left.editing or not left.words:
            self._give_up()
            return
        self._close_form()
        self._begun[self._claim_id] = left
        self.begun.emit(self._claim_id, left)

    def _give_up(self) -> None:
        self._close_form()
        self.begun.emit(self._claim_id, None)

    def _close_form(self) -> None:
        self._editing = ""
        self.add.show()
        if self.form.isAncestorOf(QApplication.focusWidget() or self):
            self.add.setFocus()  # before the form goes: Qt would hand its focus on to whatever comes next
        self.form.hide()
        self.none.setVisible(not (self._items or self._offered))

    def _put_aside(self) -> None:
        """Keep a form that was begun until its claim comes back."""
        if self.form.isVisibleTo(self):
            self._begun[self._claim_id] = self._present()
        self.form.hide()
        self.add.show()

    def _take_up(self, view: ClaimView) -> None:
        """Open the form that was begun here for this claim, or in an earlier window."""
        here = self._begun.pop(self._claim_id, None)
        begun = here or as_begun(view.drafts.get(BEGUN))
        if begun is None:
            return
        if begun.editing not in {item.evidence_id for item in view.sources}:
            begun = replace(begun, editing="")
        if begun.left:
            self._begun[self._claim_id] = begun
        else:
            self._open_form(begun)
            if here is None:
                self.came_back.emit()

"""The claim pane's wishes as edits: what is filled in, and what bears on a claim. Verdict and work: ``checking``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from factdesk.model.ids import ClaimId, EvidenceId, RemarkId, SourceId, new_id
from factdesk.ui.actions import native
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.claim.sources.begun import BEGUN
from factdesk.ui.claim.states import REASON
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.links import ask_and_open
from factdesk.ui.window.rooms.checking import Checking
from factdesk.ui.window.rooms.room import Room
from factdesk.work.edits.claim import ClaimField, EditClaim, SetAsOf
from factdesk.work.edits.remark import AcceptRemark, DismissRemark
from factdesk.work.edits.source import AttachSource, EditSource, MoveSource, RemoveSource

if TYPE_CHECKING:
    from factdesk.ui.claim.sources.begun import Begun
    from factdesk.work.edits.edit import Edit
    from factdesk.work.edits.source import SourceForm


class ClaimRoom(Room):
    """Turns what a person says in the claim pane into edits."""

    def __init__(self, bench: Workbench, row: CurrentRow, checking: Checking, page: CasePage) -> None:
        super().__init__(page)
        self._bench, self._row, self._checking, self._page, self._claim = bench, row, checking, page, page.claim
        self._unsent: dict[tuple[str, str], str | int | bool] = {}
        self._wire()

    def commands(self) -> dict[str, Callable[[], None]]:
        return {
            "write": lambda: self._on_claim(self._claim.write),
            "write-note": lambda: self._on_claim(self._claim.write_note),
            "add-source": lambda: self._on_claim(self._claim.add_source),
            "source-up": lambda: self._step_source(-1),
            "source-down": lambda: self._step_source(1),
            "set-aside": self._claim.ask_set_aside,
            "copy-row": self.copy_row,
        }

    def enter(self, kind: str) -> None:
        """Enter on a row: a suggestion is accepted, a claim is written about."""
        if kind == RowKind.SUGGESTION:
            self._checking.accept()
        else:
            self._claim.write()

    def _on_claim(self, write: Callable[[], None]) -> None:
        """Write on the current claim; of a suggestion one is made, so that what is typed goes where it is meant."""

        def go_on() -> None:
            write()
            self.said.emit(self.tr("A claim was made of it. {0} takes that back.").format(native(("Ctrl+Z",))))

        if self._row.suggestion is not None:
            self._checking.accept_as_claim(self._row.unless_gone(go_on))
        else:
            write()

    def copy_row(self) -> None:
        """Put the current row on the clipboard, as text, with what is being typed in it."""
        from factdesk.ui.window.rooms.copying import copy_row

        self._claim.commit_typing()
        if copy_row(self._bench, self._row):
            self.said.emit(self.tr("The row is on the clipboard, as text."))

    def edit_field(self, claim_id: str, field: str, value: str | int | bool) -> None:
        """Keep what was filled into a field of a claim; nothing is written where nothing changed.

        Words half typed before the desk was only read stay in its fields, and where they were kept. While words cannot
        be kept they are told of above the article, and become a step as soon as they can.
        """
        claim = self._bench.case.claim(claim_id) if self._bench.case else None
        if claim is None or self._bench.only_read:
            return
        edit: Edit | None = None
        if field == "as_of":
            if claim.verdict is not None and claim.verdict.as_of != value:
                edit = SetAsOf(claim_id=claim.id, as_of=str(value))
        elif getattr(claim, field) != value:
            edit = EditClaim(claim_id=claim.id, field=ClaimField(field), value=value)
        if edit is None:
            self._bench.half_typed.forget(claim_id, field)
        elif self._bench.half_typed.failing is not None:
            self._unsent[claim_id, field] = value
        else:  # what could not be kept stays among what was typed
            self._bench.run(edit, lambda: self._bench.half_typed.forget(claim_id, field))

    def _send(self) -> None:
        """Words can be kept again: what was filled in meanwhile becomes steps."""
        unsent, self._unsent = self._unsent, {}
        for (claim_id, field), value in unsent.items():
            self.edit_field(claim_id, field, value)

    def add_source(self, claim_id: str, form: SourceForm, known: str) -> None:
        """Tie a source to a claim: one the desk knows by its id, or a new one."""
        if claim_id in self._bench.about:
            self.said.emit(self.tr("This is being kept already."))
            return
        source = SourceId(known or new_id())
        edit = AttachSource(claim_id=ClaimId(claim_id), form=form, source_id=source)
        self._bench.run(edit, partial(self._claim.source_kept, claim_id, form))

    def edit_source(self, claim_id: str, evidence_id: str, form: SourceForm) -> None:
        """Correct a source and what it says to a claim."""
        edit = EditSource(evidence_id=EvidenceId(evidence_id), form=form)
        self._bench.run(edit, partial(self._claim.source_kept, claim_id, form))

    def keep_begun(self, claim_id: str, begun: Begun | None) -> None:
        """Keep a source that is half filled in among what is being typed; None: there is none any more."""
        if begun is not None:
            self._bench.half_typed.take(claim_id, BEGUN, begun.stored(), begun.words)
        elif not self._bench.only_read:
            self._bench.half_typed.forget(claim_id, BEGUN)

    def keep_reason(self, claim_id: str, words: str) -> None:
        """Keep why a claim is to be set aside, as far as it is typed, until that is a step or given up."""
        if words:
            self._bench.half_typed.take(claim_id, REASON, words)
        elif not self._bench.only_read:
            self._bench.half_typed.forget(claim_id, REASON)

    def remove_source(self, evidence_id: str) -> None:
        """Untie a source from its claim."""
        self._bench.run(RemoveSource(evidence_id=EvidenceId(evidence_id)))

    def move_source(self, evidence_id: str, before: str) -> None:
        """Put a source of a claim before another of it, or (without one) behind them all."""
        moved = EvidenceId(evidence_id)
        edit = MoveSource(evidence_id=moved, before=EvidenceId(before) if before else None)
        self._bench.run(edit, lambda: self._say_place(moved))

    def _step_source(self, step: int) -> None:
        if why_not := self._claim.move_source(step):
            self.said.emit(why_not)

    def _say_place(self, evidence_id: EvidenceId) -> None:
        for ties in self._bench.case.evidence_of().values() if self._bench.case else ():
            ids = [tie.id for tie in ties]
            if evidence_id in ids:
                self.said.emit(self.tr("Source {0} of {1} now.").format(ids.index(evidence_id) + 1, len(ids)))

    def take_remark(self, claim_id: str, remark_id: str, form: SourceForm) -> None:
        """Take a remark of the author's file as evidence on a claim."""
        self._bench.run(AcceptRemark(remark_id=RemarkId(remark_id), claim_id=ClaimId(claim_id), form=form))

    def dismiss_remark(self, remark_id: str) -> None:
        """Say that a remark of the author's file is no evidence."""
        self._bench.run(DismissRemark(remark_id=RemarkId(remark_id)))

    def _wire(self) -> None:
        claim, checking = self._claim, self._checking
        claim.verdict_chosen.connect(checking.give_verdict)
        claim.verdict_cleared.connect(checking.clear_verdict)
        claim.state_chosen.connect(checking.move)
        claim.reason_typed.connect(self.keep_reason)
        claim.accepted.connect(lambda _key: checking.accept())
        claim.claimed.connect(lambda _key: checking.accept_as_claim())
        claim.rejected.connect(lambda _key, label: checking.reject(label))
        claim.typing.connect(self._bench.half_typed.take)
        self._bench.half_typed.relieved.connect(self._send)
        self._bench.session_changed.connect(self._unsent.clear)
        claim.field_edited.connect(self.edit_field)
        claim.source_added.connect(self.add_source)
        claim.source_edited.connect(self.edit_source)
        claim.source_begun.connect(self.keep_begun)
        claim.source_removed.connect(self.remove_source)
        claim.source_moved.connect(self.move_source)
        claim.remark_taken.connect(self.take_remark)
        claim.remark_dismissed.connect(self.dismiss_remark)
        claim.link_asked.connect(lambda address: ask_and_open(address, claim.window()))

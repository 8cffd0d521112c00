"""Working through a checklist: what is said about its rows as edits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from factdesk.model.claim import Claim, State, WaitingFor
from factdesk.model.clock import today
from factdesk.model.ids import ClaimId
from factdesk.model.scale import Scale
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.ui import written
from factdesk.ui.checklist.rows import NO_ROW, RowKind
from factdesk.ui.claim import words as said_words
from factdesk.ui.claim.states import REASON
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.rooms.room import Room
from factdesk.work.edits.claim import ClearVerdict, DeleteClaim, MoveClaim, SetVerdict
from factdesk.work.edits.edit import Edit
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions, RejectSuggestion


class Checking(Room):
    """Decides suggestions, gives verdicts and moves claims along their states."""

    def __init__(self, bench: Workbench, row: CurrentRow, page: CasePage) -> None:
        super().__init__(page)
        self._bench, self._row, self._page = bench, row, page

    def commands(self) -> dict[str, Callable[[], None]]:
        waits = {f"wait-{who}": lambda who=who: self.move(self._row.id, State.WAITING, who) for who in WaitingFor}
        verdicts = {f"verdict-{key}": lambda key=key: self._verdict_by_key(key) for key in range(1, 10)}
        return {
            "accept": self.accept,
            "accept-labels": lambda: self.accept_labels(self._page.article.in_sight()),
            "reject": self.reject,
            "verified": self.mark_verified,
            "clear-verdict": lambda: self.clear_verdict(self._row.id),
            "in-check": lambda: self.move(self._row.id, State.IN_CHECK),
            "delete-claim": self.delete,
            **waits,
            **verdicts,
        }

    # --- suggestions

    def accept(self) -> None:
        """Accept the current suggestion and go on to the next one."""
        suggestion, anchor = self._row.suggestion, self._row.anchor()
        if suggestion is None or anchor is None:
            return
        acceptance = Acceptance(suggestion_id=suggestion.id, anchor=anchor)
        made = (RowKind.CLAIM, acceptance.claim_id) if suggestion.becomes_claim else NO_ROW
        self._row.go_on_from(suggestion, made)
        self._decide(suggestion, AcceptSuggestions(accepted=(acceptance,)))

    def accept_as_claim(self, then: Callable[[], object] | None = None) -> None:
        """Make a claim of the current suggestion whatever its kind, stay on it, and go on with ``then``."""
        suggestion, anchor = self._row.suggestion, self._row.anchor()
        if suggestion is None or anchor is None:
            return
        acceptance = Acceptance(suggestion_id=suggestion.id, anchor=anchor)
        self._row.stay_on(suggestion, acceptance.claim_id)
        self._bench.run(AcceptSuggestions(accepted=(acceptance,), as_claim=True), then)

    def reject(self, as_label: Label | None = None) -> None:
        """Reject the current suggestion; with a label its words are accounted for by that."""
        suggestion, anchor = self._row.suggestion, self._row.anchor()
        if suggestion is None or anchor is None:
            return
        if as_label is None:
            told = self.tr("Only rejected: its words stay bare until O says what they are. Ctrl+Z takes it back.")
        else:
            told = self.tr("No claim: {0}. Ctrl+Z takes it back.").format(said_words.label(as_label))
        self._row.go_on_from(suggestion)
        edit = RejectSuggestion(suggestion_id=suggestion.id, anchor=anchor, as_label=as_label)
        self._decide(suggestion, edit, lambda: self.said.emit(told))

    def accept_labels(self, shown: Span) -> None:
        """Accept the open suggestions in ``shown`` that are no claim, as one step that is recorded as done in bulk."""
        case = self._bench.case
        if case is None:
            return
        open_ones = (s for s in case.suggestions if s.decision is Decision.OPEN and s.span.overlaps(shown))
        kinds = [s for s in open_ones if not s.becomes_claim]
        accepted = tuple(Acceptance(suggestion_id=s.id, anchor=anchor_of(case.version.text, s.span)) for s in kinds)
        if not accepted:
            self.said.emit(self.tr("Nothing in sight is proposed as a label."))
        else:
            one = self.tr("1 label accepted; the report will say that this was done in bulk.")
            many = self.tr("{0} labels accepted together; the report will say so.")
            told = written.counted(len(accepted), one, many)
            self._bench.run(AcceptSuggestions(accepted=accepted, in_bulk=True), lambda: self.said.emit(told))

    # --- verdict and work

    def give_verdict(self, claim_id: str, value: str, then: Callable[[], object] | None = None) -> None:
        """Give a claim a verdict of the desk's scale; the date it holds for stays where there was one."""
        session, claim = self._bench.session, self._claim(claim_id)
        if session is not None and claim is not None:
            as_of = claim.verdict.as_of if claim.verdict else today()
            self._bench.run(SetVerdict(claim_id=claim.id, scale=session.scale(), value=value, as_of=as_of), then)

    def mark_verified(self) -> None:
        """Give the value the scale flags as verified and go to the next open row; ask where none is flagged."""
        session, claim, follow = self._bench.session, self._row.claim, self._row.unless_gone(self._page.next_unchecked)
        if session is None or claim is None:
            return
        scale = session.scale()
        if scale.verified is not None:
            edit = SetVerdict(claim_id=claim.id, scale=scale, value=scale.verified, as_of=today())
            self._bench.run(edit, follow)
        elif (value := self._asked_for(scale)) is not None:
            self.give_verdict(claim.id, value, follow)

    def clear_verdict(self, claim_id: str) -> None:
        """Take a claim's verdict away, where it has one."""
        claim = self._claim(claim_id)
        if claim is not None and claim.verdict is not None:
            self._bench.run(ClearVerdict(claim_id=claim.id))

    def move(self, claim_id: str, to: State, waiting_for: WaitingFor | None = None, reason: str = "") -> None:
        """Move a claim along the table of states; a reason that became a step is half typed no more."""
        if self._claim(claim_id) is not None:
            edit = MoveClaim(claim_id=ClaimId(claim_id), to=to, waiting_for=waiting_for, reason=reason)
            kept = partial(self._bench.half_typed.forget, claim_id, REASON) if reason else None
            self._bench.run(edit, kept)

    def delete(self) -> None:
        """Delete the current claim; Undo brings it back."""
        claim = self._row.claim
        if claim is not None:
            self._bench.run(DeleteClaim(claim_id=claim.id))

    # --- inside

    def _decide(self, suggestion: Suggestion, edit: Edit, then: Callable[[], object] | None = None) -> None:
        """Decide a suggestion; the person goes on, be it kept or waiting."""
        decided = suggestion.id in self._bench.about
        if not self._bench.run(edit, then) and not decided:
            self._row.go_on_already(suggestion)

    def _claim(self, claim_id: str) -> Claim | None:
        return self._bench.case.claim(claim_id) if self._bench.case else None

    def _verdict_by_key(self, key: int) -> None:
        session, claim = self._bench.session, self._row.claim
        values = session.scale().values if session else ()
        if key <= len(values) and claim is not None:
            self.give_verdict(claim.id, values[key - 1].id)

    def _asked_for(self, scale: Scale) -> str | None:
        """Let the person choose a value of the scale; None where none was chosen."""
        from factdesk.ui.dialogs.verdict import VerdictDialog

        dialog = VerdictDialog(scale, self._page.window())
        return dialog.answer() if dialog.exec() == VerdictDialog.DialogCode.Accepted else None

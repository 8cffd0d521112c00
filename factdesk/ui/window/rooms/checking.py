"""Working through a checklist: which row is current, and what is said about it."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factdesk.model.claim import Claim, State, WaitingFor
from factdesk.model.clock import today
from factdesk.model.ids import ClaimId
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.text.anchor import Anchor, anchor_of
from factdesk.text.spans import Span
from factdesk.ui import written
from factdesk.ui.claim import words as said_words
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.work.edits.edit import Edit

CLAIM, SUGGESTION = "claim", "suggestion"
END = sys.maxsize
"""Where a claim stands whose words are gone: behind all others."""


class Checking(Room):
    """Holds the current row of the case and turns what is said about it into edits.

    Signals:
        moved(): another row is current, or none; the panes follow.
        verdict_needed(): the scale flags no value as verified, so the person must be asked.
        next_asked(): go on to the next unchecked row, in the order the checklist shows.
    """

    moved = Signal()
    verdict_needed = Signal()
    next_asked = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.kind = ""
        self.id = ""
        self._place = 0
        self._goings = 0
        self._behind: tuple[str, tuple[str, str]] = "", ("", "")
        """A suggestion that was decided, and the row to go to once it is gone from the checklist."""

    def commands(self) -> dict[str, Callable[[], None]]:
        waits = {f"wait-{who}": lambda who=who: self.move(self.id, State.WAITING, who) for who in WaitingFor}
        verdicts = {f"verdict-{key}": lambda key=key: self._verdict_by_key(key) for key in range(1, 10)}
        return {
            "accept": self.accept,
            "reject": self.reject,
            "verified": self.mark_verified,
            "clear-verdict": lambda: self.clear_verdict(self.id),
            "in-check": lambda: self.move(self.id, State.IN_CHECK),
            "delete-claim": self.delete,
            **waits,
            **verdicts,
        }

    # --- the current row

    @property
    def claim(self) -> Claim | None:
        """The current claim, or None where the current row is a suggestion or there is none."""
        return self._claim(self.id) if self.kind == CLAIM else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The current open suggestion, or None."""
        return self._open(self.id) if self.kind == SUGGESTION else None

    def go(self, kind: str, row_id: str) -> None:
        """Make a row current."""
        if (kind, row_id) != (self.kind, self.id):
            self._goings += 1
            self.kind, self.id = kind, row_id
            anchor = self.anchor()
            self._place = anchor.start if anchor else 0
            self.moved.emit()

    def unless_gone(self, then: Callable[[], object]) -> Callable[[], object]:
        """Return what follows a step that may have to wait: nothing, where the person went to another row meanwhile."""
        here = self._goings

        def follow() -> None:
            if self._goings == here:
                then()
                self._goings = here  # nobody went: what was asked for after it follows, too

        return follow

    def anchor(self) -> Anchor | None:
        """Return where the words of the current row stand, or None where they are gone."""
        case = self._bench.case
        if case is None:
            return None
        if self.suggestion is not None:
            return anchor_of(case.version.text, self.suggestion.span)
        segment = case.words_of().get(ClaimId(self.id)) if self.kind == CLAIM else None
        return segment.anchor if segment else None

    def start(self) -> None:
        """Another case is shown: begin with its first row, or with none."""
        self._goings += 1
        self._place = 0
        self.kind, self.id = self._first()
        self.moved.emit()

    def keep(self) -> bool:
        """The case changed: a current row that is gone gives way to another. Returns whether it did, and was told."""
        if not self.kind or self.claim is not None or self.suggestion is not None:
            return False
        decided, behind = self._behind
        self.kind, self.id = behind if decided == self.id and self._is_there(*behind) else self._first()
        anchor = self.anchor()
        self._place = anchor.start if anchor else self._place
        self.moved.emit()
        return True

    # --- suggestions

    def accept(self) -> None:
        """Accept the current suggestion and go on to the next one."""
        from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions

        suggestion, anchor = self.suggestion, self.anchor()
        if suggestion is None or anchor is None:
            return
        acceptance = Acceptance(suggestion_id=suggestion.id, anchor=anchor)
        made = (CLAIM, acceptance.claim_id) if suggestion.becomes_claim else ("", "")
        self._decide(suggestion, AcceptSuggestions(accepted=(acceptance,)), made)

    def accept_as_claim(self) -> None:
        """Make a claim of the current suggestion whatever its kind, and stay on it."""
        from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions

        suggestion, anchor = self.suggestion, self.anchor()
        if suggestion is None or anchor is None:
            return
        acceptance = Acceptance(suggestion_id=suggestion.id, anchor=anchor)
        self._behind = suggestion.id, (CLAIM, acceptance.claim_id)
        self._bench.run(AcceptSuggestions(accepted=(acceptance,), as_claim=True))

    def reject(self, as_label: Label | None = None) -> None:
        """Reject the current suggestion; with a label its words are accounted for by that."""
        from factdesk.work.edits.suggestion import RejectSuggestion

        suggestion, anchor = self.suggestion, self.anchor()
        if suggestion is None or anchor is None:
            return
        edit = RejectSuggestion(suggestion_id=suggestion.id, anchor=anchor, as_label=as_label)
        if as_label is None:
            told = self.tr("Only rejected: its words stay bare until O says what they are. Ctrl+Z takes it back.")
        else:
            told = self.tr("No claim: {0}. Ctrl+Z takes it back.").format(said_words.label(as_label))
        self._decide(suggestion, edit, ("", ""), lambda: self.said.emit(told))

    def decide_by(self, edit: Edit, then: Callable[[], object]) -> None:
        """Run an edit that decides the current suggestion otherwise, and go on to the next one."""
        suggestion = self.suggestion
        if suggestion is not None:
            self._decide(suggestion, edit, ("", ""), then)

    def accept_labels(self, shown: Span) -> None:
        """Accept the open suggestions in ``shown`` that are no claim, as one step that is recorded as done in bulk."""
        from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions

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
        from factdesk.work.edits.claim import SetVerdict

        session, claim = self._bench.session, self._claim(claim_id)
        if session is not None and claim is not None:
            as_of = claim.verdict.as_of if claim.verdict else today()
            self._bench.run(SetVerdict(claim_id=claim.id, scale=session.scale(), value=value, as_of=as_of), then)

    def mark_verified(self) -> None:
        """Give the value the scale flags as verified and go to the next open row; ask where none is flagged."""
        from factdesk.work.edits.claim import SetVerdict

        session, claim = self._bench.session, self.claim
        if session is None or claim is None:
            return
        verified = session.scale().verified
        if verified is None:
            self.verdict_needed.emit()
            return
        edit = SetVerdict(claim_id=claim.id, scale=session.scale(), value=verified, as_of=today())
        self._bench.run(edit, self.unless_gone(self.next_asked.emit))

    def clear_verdict(self, claim_id: str) -> None:
        """Take a claim's verdict away, where it has one."""
        from factdesk.work.edits.claim import ClearVerdict

        claim = self._claim(claim_id)
        if claim is not None and claim.verdict is not None:
            self._bench.run(ClearVerdict(claim_id=claim.id))

    def move(self, claim_id: str, to: State, waiting_for: WaitingFor | None = None, reason: str = "") -> None:
        """Move a claim along the table of states."""
        from factdesk.work.edits.claim import MoveClaim

        if self._claim(claim_id) is not None:
            self._bench.run(MoveClaim(claim_id=ClaimId(claim_id), to=to, waiting_for=waiting_for, reason=reason))

    def delete(self) -> None:
        """Delete the current claim; Undo brings it back."""
        from factdesk.work.edits.claim import DeleteClaim

        if self.claim is not None:
            self._bench.run(DeleteClaim(claim_id=self.claim.id))

    # --- inside

    def _claim(self, claim_id: str) -> Claim | None:
        return self._bench.case.claim(claim_id) if self._bench.case else None

    def _open(self, suggestion_id: str) -> Suggestion | None:
        found = self._bench.case.suggestion(suggestion_id) if self._bench.case else None
        return found if found is not None and found.decision is Decision.OPEN else None

    def _first(self) -> tuple[str, str]:
        """Return the first row at or behind where the person stands, or else the first of all."""
        case = self._bench.case
        if case is None:
            return "", ""
        words = case.words_of()

        def start(claim: Claim) -> int:
            return words[claim.id].anchor.start if claim.id in words else END

        found: list[tuple[int, str, str]] = []
        for place in (self._place, 0):
            at = bisect_left(case.claims, place, key=start)
            found += [(start(one), CLAIM, one.id) for one in case.claims[at : at + 1] if one.id in words]
            suggestion = self._open_from(place)
            if suggestion is not None:
                found.append((suggestion.span.start, SUGGESTION, suggestion.id))
            if found:
                return min(found)[1:]
        return "", ""

    def _open_from(self, place: int, but: Suggestion | None = None) -> Suggestion | None:
        """Return the first open suggestion that begins at a place or behind it, and is not ``but``."""
        suggestions = self._bench.case.suggestions if self._bench.case else ()
        at = bisect_left(suggestions, place, key=lambda one: one.span.start)
        behind = islice(suggestions, at, None)
        return next((one for one in behind if one.decision is Decision.OPEN and one is not but), None)

    def _verdict_by_key(self, key: int) -> None:
        session = self._bench.session
        values = session.scale().values if session else ()
        if key <= len(values) and self.kind == CLAIM:
            self.give_verdict(self.id, values[key - 1].id)

    def _decide(
        self,
        suggestion: Suggestion,
        edit: Edit,
        otherwise: tuple[str, str],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Decide a suggestion and go to the next open one behind it, or before it, or to ``otherwise``."""
        nearest = self._open_from(suggestion.span.start, suggestion) or self._open_from(0, suggestion)
        self._behind = suggestion.id, (SUGGESTION, nearest.id) if nearest else otherwise
        self._bench.run(edit, then)

    def _is_there(self, kind: str, row_id: str) -> bool:
        """Say whether a row can be gone to: a claim, an open suggestion, or none."""
        found = self._open(row_id) if kind == SUGGESTION else self._claim(row_id)
        return not kind or found is not None

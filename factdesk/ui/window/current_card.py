"""The card of the current row: what the claim pane shows of a claim or a suggestion, and of its past."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.event import Event
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.frame.hints import hint_on_claim
from factdesk.ui.window.jobs import Jobs
from factdesk.work.session import Session


class CurrentCard:
    """Fills the claim pane with the current row of the case on the bench.

    Attributes:
        furnished: whether it does so yet; the first paint is for the article and its rows.
    """

    def __init__(self, bench: Workbench, row: CurrentRow, jobs: Jobs, pane: ClaimPane) -> None:
        self._bench, self._row, self._jobs, self._pane = bench, row, jobs, pane
        self.furnished = self._resting = False

    def furnish(self) -> None:
        """Fill the pane from now on."""
        self.furnished = True
        hint_on_claim(self._pane)

    @contextmanager
    def in_a_turn_of_its_own(self) -> Iterator[None]:
        """Leave the pane empty inside the block, where a whole article is put up, and fill it in the next turn."""
        self._resting = True
        self._pane.clear()
        try:
            yield
        finally:
            self._resting = False
            QTimer.singleShot(0, self._pane, self.show)

    def show(self) -> None:
        """Show the current row as it stands now; without one, what to do."""
        case, session = self._bench.case, self._bench.session
        claim, suggestion = self._row.claim, self._row.suggestion
        if self._resting or not self.furnished:
            return
        if case is None or session is None or (claim is None and suggestion is None):
            self._pane.show_nothing()
        elif claim is not None:
            self._show_claim(case, session, claim)
        elif suggestion is not None:
            from factdesk.ui.claim.view import suggestion_view

            self._pane.show_suggestion(suggestion_view(case, suggestion.id))

    def _show_claim(self, case: Case, session: Session, claim: Claim) -> None:
        from factdesk.ui.claim.view import claim_view

        # Half-typed words count where another claim comes; those of the one that is shown stand in its fields.
        drafts = {} if claim.id == self._pane.claim_id else self._bench.half_typed.of(claim.id)
        view = claim_view(case, claim.id, self._bench.numbers, session.scale(), drafts)
        self._pane.show_claim(replace(view, known=session.sources()))
        self.show_history()

    def show_history(self) -> None:
        """Tell a claim's past, where it is looked at: reading the record takes longer than a key press should."""
        case, session, claim = self._bench.case, self._bench.session, self._row.claim
        if case is not None and session is not None and claim is not None and self._pane.history_shown:
            from factdesk.ui.window.history import claim_history
            from factdesk.work.history import past_job

            def told(past: tuple[Event, ...]) -> None:
                if self._row.claim is not None and self._row.claim.id == claim.id:
                    self._pane.show_history(claim_history(past))

            self._jobs.start(past_job(session, case.article.id, claim.id), told)

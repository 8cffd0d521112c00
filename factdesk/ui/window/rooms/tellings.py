"""Tellings in the window: what is proposed for the current claim, and what the person says of it, as edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from factdesk.model.event import Changes
from factdesk.model.ids import ClaimId
from factdesk.model.suggestion import Suggestion
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.ui import written
from factdesk.ui.checklist.rows import told_nothing
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.rooms.registers import RegisterRoom
from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.rules.tellings.repeats import Repeats
    from factdesk.ui.claim.tellings.offered import Offer, Offers
    from factdesk.ui.claim.tellings.told import ToldItem
    from factdesk.work.edits.edit import Edit


class TellingRoom(Room):
    """Shows where the current claim is told and turns what is said of it into edits."""

    def __init__(self, bench: Workbench, row: CurrentRow, page: CasePage, registers: RegisterRoom) -> None:
        super().__init__(page)
        self._bench, self._row, self._page, self._registers = bench, row, page, registers
        self._offers: Offers | None = None
        self._numbers: Mapping[ClaimId, str] = {}
        registers.worked_out.connect(lambda _found: self._look_again())
        row.moved.connect(self.show)
        bench.case_shown.connect(self._look_again)
        bench.case_changed.connect(self._follow)
        page.claim.telling_wished.connect(self._wish)
        page.claim.tellings_linked.connect(self.link_all)
        if bench.case is not None:
            self._look_again()

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"link-tellings": self.link_all, "confirm-wordings": self.confirm_all}

    def items(self) -> tuple[ToldItem, ...]:
        """Return where the current claim is told."""
        case, claim = self._bench.case, self._row.claim
        if case is None or claim is None or not (self._found() or case.tellings_of().get(claim.id)):
            return ()
        from factdesk.ui.claim.tellings.told import told_items

        return told_items(case, claim.id, self._found())

    def show(self) -> None:
        """Show the tellings of the current claim, or what the current suggestion may tell again."""
        claim, suggestion = self._row.claim, self._row.suggestion
        self._page.claim.show_offer(self._offer(suggestion) if suggestion is not None else None)
        number = self._bench.numbers.get(claim.id, "") if claim is not None else ""
        self._page.claim.show_tellings(number, self.items())

    def link_all(self) -> None:
        """Link all that is proposed for the current row; recorded as done together where it is several."""
        if self._row.suggestion is not None:
            self._link_suggestion(self._row.suggestion)
            return
        spans = [item.span for item in self.items() if item.segment_id is None]
        if spans:
            self._link(spans)
        else:
            self.said.emit(self.tr("No repeat is proposed for this claim."))

    def confirm_all(self) -> None:
        """Say that the verdict holds for every telling whose words differ."""
        from factdesk.work.edits.telling import ConfirmWording

        open_ones = tuple(item.segment_id for item in self.items() if item.is_open and item.segment_id)
        if open_ones:
            self._bench.run(ConfirmWording(segment_ids=open_ones))
        else:
            self.said.emit(self.tr("No wording of this claim waits to be confirmed."))

    def _found(self) -> Repeats | None:
        return self._registers.found.repeats if self._registers.found else None

    def _follow(self, changes: Changes) -> None:
        tables = changes.tables
        if tables & {"segment", "suggestion", "rejected_repeat"} or self._bench.numbers is not self._numbers:
            self._look_again()
        elif "claim" in tables:
            self.show()

    def _look_again(self) -> None:
        """Find anew what suggestions may tell again, and show it on their rows and pages."""
        case, self._numbers, self._offers = self._bench.case, self._bench.numbers, None
        if case is not None and self._found() is not None:
            from factdesk.ui.claim.tellings.offered import Offers

            self._offers = Offers(case, self._numbers, self._found())
        self._page.checklist.show_told(self._offers.told if self._offers is not None else told_nothing)
        self.show()

    def _offer(self, suggestion: Suggestion) -> Offer | None:
        return self._offers.of(suggestion) if self._offers is not None else None

    def _link_suggestion(self, suggestion: Suggestion) -> None:
        """Link a suggestion to the claim it tells again; or make a claim of it and link the other places to that."""
        from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions
        from factdesk.work.edits.telling import LinkTellings, Telling

        case, offer = self._bench.case, self._offer(suggestion)
        if case is None or offer is None:
            self.said.emit(self.tr("No repeat is proposed for this suggestion."))
            return
        text = case.version.text
        if offer.claim_id is not None:
            telling = Telling(anchor=anchor_of(text, suggestion.span))
            edit = LinkTellings(claim_id=offer.claim_id, version_id=case.version.id, tellings=(telling,))
        else:
            head = Acceptance(suggestion_id=suggestion.id, anchor=anchor_of(text, suggestion.span))
            edit = LinkTellings(
                claim_id=head.claim_id,
                version_id=case.version.id,
                tellings=tuple(Telling(anchor=anchor_of(text, place)) for place in offer.places),
                first=AcceptSuggestions(accepted=(head,)),
                in_bulk=len(offer.places) > 1,
            )
        self._row.go_on_from(suggestion)
        self._bench.run(edit, lambda: self._say_linked(len(edit.tellings)))

    def _say_linked(self, count: int) -> None:
        if count > 1:
            told = self.tr("{0} tellings linked together; the report will say so.")
            self.said.emit(told.format(written.count(count)))
        else:
            self.said.emit(self.tr("Linked: one verdict serves both places."))

    def _link(self, spans: list[Span]) -> None:
        from factdesk.work.edits.telling import LinkTellings, Telling

        case, claim = self._bench.case, self._row.claim
        if case is None or claim is None:
            return
        tellings = tuple(Telling(anchor=anchor_of(case.version.text, span)) for span in spans)
        edit = LinkTellings(claim_id=claim.id, version_id=case.version.id, tellings=tellings, in_bulk=len(tellings) > 1)
        self._bench.run(edit, lambda: self._say_linked(len(tellings)))

    def _wish(self, wish: str, item: ToldItem) -> None:
        from factdesk.work.edits.telling import ConfirmWording, MoveHead, UnlinkTelling

        if wish == "show":
            self._page.article.go_to(item.span)
            self._page.article.point_at(item.span)
        elif wish == "link":
            self._link([item.span])
        elif wish == "reject":
            self._reject(item)
        elif item.segment_id is not None:
            edits: dict[str, Edit] = {
                "confirm": ConfirmWording(segment_ids=(item.segment_id,)),
                "head": MoveHead(segment_id=item.segment_id),
                "unlink": UnlinkTelling(segment_id=item.segment_id),
            }
            self._bench.run(edits[wish])

    def _reject(self, item: ToldItem) -> None:
        from factdesk.work.edits.telling import RejectRepeat

        case, anchor = self._bench.case, self._row.anchor()
        if case is not None and anchor is not None:
            self._bench.run(RejectRepeat(version_id=case.version.id, span=item.span, of=anchor.span))

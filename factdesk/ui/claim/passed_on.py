"""What the page of a claim says is said by the pane: of which claim, and then what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factdesk.ui.claim.tabs import HISTORY

if TYPE_CHECKING:
    from factdesk.ui.claim.page import ClaimPage
    from factdesk.ui.claim.pane import ClaimPane


def pass_on(page: ClaimPage, pane: ClaimPane) -> None:
    """Let ``pane`` say for its claim what ``page`` and its parts say, and bring into sight what is turned to."""
    page.edited.connect(lambda name, value: pane.field_edited.emit(pane.claim_id, name, value))
    page.typed.connect(lambda name, text: pane.typing.emit(pane.claim_id, name, text))
    page.word_clicked.connect(pane.word_clicked)
    page.verdict_cleared.connect(lambda: pane.verdict_cleared.emit(pane.claim_id))
    page.verdicts.chosen.connect(lambda value: pane.verdict_chosen.emit(pane.claim_id, value))
    page.states.chosen.connect(lambda to, whom, why: pane.state_chosen.emit(pane.claim_id, to, whom, why))
    page.states.reason_typed.connect(lambda words: pane.reason_typed.emit(pane.claim_id, words))
    page.tellings.wished.connect(pane.telling_wished)
    page.tellings.all_linked.connect(pane.tellings_linked)
    page.turned.connect(lambda shown: pane.scrolling.bring(page.tabs, shown))
    page.tabs.currentChanged.connect(lambda tab: pane.history_wanted.emit() if tab == HISTORY else None)
    for teller in (page.sources, page.rationale, page.note):
        teller.link_asked.connect(pane.link_asked)
    _pass_on_sources(page, pane)


def _pass_on_sources(page: ClaimPage, pane: ClaimPane) -> None:
    sources = page.sources
    sources.added.connect(lambda form, known: pane.source_added.emit(pane.claim_id, form, known))
    sources.edited.connect(lambda tie, form: pane.source_edited.emit(pane.claim_id, tie, form))
    sources.begun.connect(pane.source_begun)
    sources.removed.connect(pane.source_removed)
    sources.moved.connect(pane.source_moved)
    sources.remark_taken.connect(lambda remark, form: pane.remark_taken.emit(pane.claim_id, remark, form))
    sources.remark_dismissed.connect(pane.remark_dismissed)
    sources.asking.connect(lambda: pane.scrolling.bring(sources.form, sources.form))
    sources.arrived.connect(lambda row: pane.scrolling.bring(row, row))

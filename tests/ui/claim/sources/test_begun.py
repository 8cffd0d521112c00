"""A source that was begun waits for its claim, and for the next window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from factdesk.model.source import Bearing
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.sources.begun import Begun
from factdesk.ui.claim.view import ClaimView
from factdesk.work.edits.source import SourceForm
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import click, show_sources

View = Callable[..., ClaimView]
Press = Callable[..., None]


def test_what_was_typed_in_a_form_that_escape_left_is_there_again(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    press("Trade fig")
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    pane.show_claim(view("c2"))
    pane.add_source()
    assert form.title.text() == "", "another claim has its own"
    form.cancel.click()
    pane.show_claim(view("c4"))
    assert not form.isVisible()
    pane.add_source()
    assert form.title.text() == "Trade fig"
    form.cancel.click()
    pane.add_source()
    assert form.title.text() == "", "Cancel means it"


def test_a_form_that_was_begun_waits_until_its_claim_comes_back(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    press("Trade fig")
    pane.show_claim(view("c2"))
    assert not pane.claim.sources.form.isVisible()
    pane.show_claim(view("c4"))
    assert pane.claim.sources.form.isVisible()
    assert pane.claim.sources.form.title.text() == "Trade fig"


def test_a_form_is_not_closed_over_words_that_were_typed_after_it_was_sent(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    press("Trade figures")
    form.save.click()
    [(_, (_, sent, _))] = said
    assert isinstance(sent, SourceForm)
    form.excerpt.setFocus()
    press("60,000")
    pane.source_kept("c4", sent)
    assert form.isVisible() and form.excerpt.words() == "60,000"
    pane.show_claim(view("c2"))
    pane.source_kept("c4", sent)
    pane.show_claim(view("c4"))
    assert form.isVisible() and form.excerpt.words() == "60,000"


def test_words_of_a_source_that_somebody_else_removed_make_a_new_one(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    show_sources(pane, view("c2"))
    click(pane.claim.sources.rows[0].edit)
    pane.claim.sources.form.excerpt.setFocus()
    press("More. ")
    without = cases.case(
        evidence=cases.EVIDENCE[1:], sources={cases.SOURCE.id: cases.SOURCE, cases.TALK.id: cases.TALK}
    )
    show_sources(pane, view("c2", without))
    assert pane.claim.sources.form.save.text() == "Add source"
    pane.claim.sources.form.save.click()
    [(name, (claim, sent, known))] = said
    assert (name, claim, known) == ("source_added", "c2", "")
    assert isinstance(sent, SourceForm) and sent.excerpt.startswith("More. ")


def test_a_form_of_an_earlier_window_is_open_with_all_that_was_typed(pane: ClaimPane, view: View) -> None:
    typed = SourceForm(title="Trade", date="2026-0", excerpt="60,000 a d", bearing=Bearing.REFUTES)
    pane.show_claim(view("c2", drafts={"source": Begun(typed, editing="e1").stored()}))
    form = pane.claim.sources.form
    assert form.isVisible() and form.save.text() == "Save" and form.typed() == typed
    pane.show_claim(view("c4", drafts={"source": Begun(typed, editing="e1").stored()}))
    assert form.isVisible() and form.save.text() == "Add source", "the claim has no such source any more"
    pane.show_claim(view("c5", drafts={"source": "[no form"}))
    assert not form.isVisible()
    pane.show_claim(view("c1", drafts={"source": Begun(typed, left=True).stored()}))
    assert not form.isVisible()
    pane.add_source()
    assert form.typed() == typed

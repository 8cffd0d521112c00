"""A suggestion is decided, and says why it was made."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
)
from pytestqt.qtbot import QtBot

from factdesk.model.ids import SuggestionId
from factdesk.model.segment import Label
from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.text.spans import Span
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.score_parts import Bar
from factdesk.ui.claim.view import suggestion_view
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import click


def test_a_suggestion_is_accepted_rejected_or_skipped(pane: ClaimPane, said: list[Said]) -> None:
    pane.set_key_hint("accept", "A")
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
    page = pane.suggestion
    assert page.accept.text() == "Make claim   A"
    assert not page.claim.isVisible()
    click(page.accept)
    click(page.skip)
    next(one for one in page.reject.menu().actions() if one.text() == "Opinion").trigger()
    assert said == [("accepted", ("g1",)), ("skipped", ("g1",)), ("rejected", ("g1", Label.OPINION))]


def test_the_menu_of_what_is_no_claim_shows_its_keys_and_may_leave_the_words_bare(
    pane: ClaimPane, said: list[Said]
) -> None:
    pane.set_key_hint("label-opinion", "O, O")
    pane.set_key_hint("leave-bare", "X")
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
    answers = {one.text(): one for one in pane.suggestion.reject.menu().actions()}
    assert "Opinion\tO, O" in answers
    answers["Only reject, words stay bare\tX"].trigger()
    assert said == [("rejected", ("g1", None))]


def test_what_is_proposed_as_no_claim_is_labelled_or_made_a_claim_all_the_same(
    pane: ClaimPane, said: list[Said]
) -> None:
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g3")))
    assert pane.suggestion.accept.text() == "Label as question"
    click(pane.suggestion.accept)
    click(pane.suggestion.claim)
    assert said == [("accepted", ("g3",)), ("claimed", ("g3",))]


def test_a_reason_under_pointer_or_focus_points_at_its_words(qtbot: QtBot, pane: ClaimPane, said: list[Said]) -> None:
    suggestion = cases.SUGGESTIONS[0]
    pane.show_suggestion(suggestion_view(cases.case(), suggestion.id))
    chip = pane.suggestion.chips[0]
    chip.setFocus()
    assert said == [("reason_hovered", (suggestion.span,))]
    pane.suggestion.accept.setFocus()
    assert said[-1] == ("reason_hovered", (None,))
    QTest.mouseMove(pane.suggestion.accept, QPoint(3, 3))
    QTest.mouseMove(chip, chip.rect().center())
    qtbot.waitUntil(lambda: said[-1] == ("reason_hovered", (suggestion.span,)))


def test_the_parts_of_a_score_are_told_when_they_are_asked_for(pane: ClaimPane) -> None:
    case = cases.case()
    whole = Block(span=Span(0, len(case.version.text)), kind=BlockKind.PARAGRAPH)
    case = replace(case, version=replace(case.version, blocks=(whole,)))
    pane.show_suggestion(suggestion_view(case, SuggestionId("g1")))
    page = pane.suggestion
    assert not page.parts.isVisible()
    click(page.more)
    assert page.parts.isVisible()
    shown = " ".join(label.text() for label in page.parts.findChildren(QLabel))
    assert all(words in shown for words in ("average sentence", "where it stands", "figures and dates"))
    bars = [bar.share for bar in page.parts.findChildren(Bar)]
    assert len(bars) == 5
    assert abs(bars[0]) == 1 or not any(bars)
    assert bars == sorted(bars, key=lambda share: -abs(share))
    assert "where it stands" in page.parts.accessibleDescription()
    click(page.more)
    assert len([bar for bar in page.parts.findChildren(Bar) if not bar.isHidden()]) == 5
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g3")))
    assert not page.parts.isVisible()
    aside = replace(case, suggestions=tuple(replace(one, kind=SuggestionKind.FURNITURE) for one in case.suggestions))
    pane.show_suggestion(suggestion_view(aside, SuggestionId("g1")))
    assert not page.more.isVisible(), "what hangs on the page was not weighed"


def test_the_parts_of_a_transcript_are_told_too_and_leave_out_its_place(pane: ClaimPane) -> None:
    case = cases.case()
    whole = Block(span=Span(0, len(case.version.text)), kind=BlockKind.PARAGRAPH)
    spoken = tuple(replace(one, method="debates-1") for one in case.suggestions)
    case = replace(case, version=replace(case.version, blocks=(whole,)), suggestions=spoken)
    pane.show_suggestion(suggestion_view(case, SuggestionId("g1")))
    click(pane.suggestion.more)
    shown = pane.suggestion.parts.accessibleDescription()
    assert "figures and dates" in shown
    assert "where it stands" not in shown

"""The claim pane worked with keys and mouse, as a person does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factdesk.model.claim import Claim, State, WaitingFor
from factdesk.model.ids import SuggestionId
from factdesk.model.segment import Label
from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.text.spans import Span
from factdesk.ui import style
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.score_parts import Bar
from factdesk.ui.claim.tabs import HISTORY
from factdesk.ui.claim.view import suggestion_view
from factdesk.ui.claim.words import STATE_GLYPHS, state_meaning
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import Press, View, click

# --- verdicts


def test_a_card_clicked_is_a_verdict_wished_and_changes_nothing_by_itself(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    pane.show_claim(view("c2"))
    click(pane.claim.verdicts.cards[0])
    assert said == [("verdict_chosen", ("c2", "ok"))]
    assert [card.isChecked() for card in pane.claim.verdicts.cards] == [False, False, True, False, False, False]


def test_arrows_go_from_card_to_card_without_giving_a_verdict_and_enter_gives_it(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c2"))
    pane.claim.verdicts.cards[2].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(key)
    assert said == []
    assert pane.claim.verdicts.cards[0].hasFocus()  # round the end
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert said == [("verdict_chosen", ("c2", "unverifiable"))] * 2


def test_whoever_comes_to_the_pane_stands_at_the_verdict_that_was_given_or_at_the_card_left_last(
    pane: ClaimPane, view: View, press: Press
) -> None:
    pane.show_claim(view("c2"))
    pane.setFocus()
    assert pane.claim.verdicts.cards[2].hasFocus()
    press(Qt.Key.Key_Right)
    pane.claim.rationale.field.setFocus()
    pane.setFocus()
    assert pane.claim.verdicts.cards[3].hasFocus()


def test_cards_are_one_stop_of_the_tab_key(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    pane.claim.facts.restatement.setFocus()
    press(Qt.Key.Key_Tab)
    assert pane.claim.verdicts.cards[2].hasFocus()  # the one in force
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in pane.claim.states.chips.values()


@pytest.fixture
def after(qtbot: QtBot, pane: ClaimPane) -> Iterator[QPushButton]:
    """A button that stands behind the pane in one window with it."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    button = QPushButton("after")
    column.addWidget(pane)
    column.addWidget(button)
    frame.resize(560, 760)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    yield button
    pane.setParent(None)


def tabbed(press: Press, until: QWidget) -> list[QWidget]:
    """Press Tab until the focus is on ``until`` and return every control it was on before."""
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus is not until and focus not in seen:
        seen.append(focus)
        press(Qt.Key.Key_Tab)
    assert focus is until
    return seen


def test_the_tab_key_goes_through_a_claim_in_the_order_it_is_seen(
    pane: ClaimPane, after: QPushButton, view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.show_claim(view("c2"))  # its sources come later than the rest of the window
    pane.claim.turn_to(1)
    pane.claim.facts.kind.setFocus()
    page, rows = pane.claim, pane.claim.sources.rows
    states = [chip for chip in (*page.states.chips.values(), page.states.further) if chip.isVisible()]
    assert tabbed(press, after) == [
        page.facts.kind, page.facts.priority, page.facts.high_risk, page.facts.claimant, page.facts.restatement,
        page.verdicts.cards[2], *states, page.tabs,
        page.sources.add, rows[0].open, rows[0].edit, rows[0].remove, rows[1].edit, rows[1].remove,
    ]  # fmt: skip


def test_the_tab_key_goes_through_a_suggestion_before_it_leaves_the_pane(
    pane: ClaimPane, after: QPushButton, press: Press
) -> None:
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
    page = pane.suggestion
    page.accept.setFocus()
    assert tabbed(press, after) == [page.accept, page.reject, page.skip, page.more, *page.chips]


def test_each_card_shows_glyph_word_key_and_says_its_definition(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c1"))
    for n, (card, value) in enumerate(zip(pane.claim.verdicts.cards, cases.desk_check().values, strict=True), start=1):
        assert (card.value, card.key) == (value, str(n))
        assert value.definition in card.toolTip()
        assert f"key {n}" in card.toolTip()
        assert value.label in card.accessibleName()


@pytest.mark.parametrize("points", [9, 13, 18])
def test_no_word_of_a_verdict_is_cut_on_its_card(qapp: QApplication, pane: ClaimPane, view: View, points: int) -> None:
    before = qapp.font()
    font = QFont(before)
    font.setPointSize(points)
    qapp.setFont(font)
    try:
        for scale in (cases.desk_check(), cases.truth_rating()):
            pane.show_claim(view("c2", scale=scale))
            qapp.processEvents()
            for card in pane.claim.verdicts.cards:
                metrics = QFontMetrics(card.font())
                for word in card.value.label.split():
                    assert metrics.horizontalAdvance(word) < card.width() - 6, word
    finally:
        qapp.setFont(before)


def test_another_scale_brings_its_own_cards_and_the_old_verdict_is_named_with_its_scale(
    pane: ClaimPane, view: View
) -> None:
    pane.show_claim(view("c2"))
    pane.show_claim(view("c2", scale=cases.truth_rating()))
    assert [card.value.label for card in pane.claim.verdicts.cards][:2] == ["True", "Mostly true"]
    assert not any(card.isChecked() for card in pane.claim.verdicts.cards)
    assert pane.claim.under.text() == "Given under Desk check: Δ Fix"
    assert pane.claim.under.isVisible()


def test_a_verdict_can_be_cleared_only_where_there_is_one(pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    assert not pane.claim.clear.isVisible()
    assert not pane.claim.as_of.isVisible()
    pane.show_claim(view("c2"))
    click(pane.claim.clear)
    assert said == [("verdict_cleared", ("c2",))]


# --- work


def test_only_states_that_may_follow_can_be_chosen(pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    chips = pane.claim.states.chips
    assert chips[State.IN_CHECK].isChecked()
    assert chips[State.PROPOSED].isEnabled()
    assert not chips[State.AGREED].isEnabled()
    assert not chips[State.STALE].isVisible()
    click(chips[State.AGREED])
    click(chips[State.IN_CHECK])  # it is there already
    assert said == []
    click(chips[State.PROPOSED])
    assert said == [("state_chosen", ("c4", State.PROPOSED, None, ""))]
    assert chips[State.IN_CHECK].isChecked()  # until the desk says otherwise


@pytest.mark.parametrize("claim", [claim for claim, _ in cases.CLAIMS], ids=lambda claim: str(claim.state))
def test_every_state_is_shown_by_shape_and_word(pane: ClaimPane, view: View, claim: Claim) -> None:
    pane.show_claim(view(claim.id))
    chip = pane.claim.states.chips[claim.state]
    assert chip.isVisible()
    assert chip.isChecked()
    assert chip.text().startswith(STATE_GLYPHS[claim.state])
    assert [one for one in pane.claim.states.chips.values() if one.isChecked()] == [chip]


def test_every_state_says_what_it_means_and_its_key_where_it_has_one(pane: ClaimPane, view: View) -> None:
    pane.set_key_hint("waiting", "W")
    pane.show_claim(view("c4"))
    for state, chip in pane.claim.states.chips.items():
        key = " (W)" if state is State.WAITING else ""
        assert chip.toolTip() == f"{state_meaning(state)}{key}"


def test_words_of_a_claim_are_selected_by_the_mouse_and_copied(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    label = pane.claim.facts.words
    QTest.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(20, label.height() // 3))
    chosen = label.selectedText()
    assert chosen and chosen in label.accessibleName().split()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == chosen


def test_waiting_asks_for_whom(qtbot: QtBot, pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    menu = pane.claim.states.chips[State.WAITING].menu()
    menu.actions()[0].trigger()
    assert said == [("state_chosen", ("c4", State.WAITING, WaitingFor.AUTHOR, ""))]
    pane.show_claim(view("c3"))
    assert pane.claim.states.chips[State.WAITING].text() == "◇ waiting for a source"


def test_setting_aside_asks_why_and_needs_an_answer(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    click(pane.claim.states.chips[State.SET_ASIDE])
    assert pane.claim.states.reason.hasFocus()
    press(Qt.Key.Key_Return)
    assert said == []
    press("a private matter")
    press(Qt.Key.Key_Return)
    assert said == [("state_chosen", ("c4", State.SET_ASIDE, None, "a private matter"))]
    assert not pane.claim.states.reason.isVisible()


# --- the rest


def test_history_is_shown_as_lines(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c2"))
    pane.claim.turn_to(HISTORY)
    pane.show_history(())
    assert pane.claim.history.text() == "Nothing happened to this claim yet."
    pane.show_history(("22 Nov · Verdict · Checker", "22 Nov · Make claim <b>x</b>"))
    assert pane.claim.history.isVisible()
    assert "<b>" in pane.claim.history.text()


def test_words_of_the_article_are_shown_as_words(pane: ClaimPane, view: View) -> None:
    text = "Prices <b>rose</b> & fell by 5 <img src='file:///etc/hostname'>."
    claim = cases.claim("c1")
    version = replace(cases.case().version, text=text)
    case = cases.case(
        version=version, claims=(claim,), segments=(cases.segment(claim, text, text),), suggestions=(), evidence=()
    )
    pane.show_claim(view("c1", case))
    assert "<img" not in pane.claim.facts.words.text()
    assert pane.claim.facts.words.accessibleName() == text


def test_an_empty_pane_says_what_to_do(pane: ClaimPane) -> None:
    pane.show_nothing()
    assert pane.empty.isVisible()
    assert "Choose a row" in pane.empty.text()


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


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("width", "height"), [(320, 400), (540, 420), (900, 800)])
def test_nothing_is_cut_off_at_the_sides_at_any_size(
    qapp: QApplication, pane: ClaimPane, view: View, name: str, width: int, height: int
) -> None:
    style.apply(qapp, name)
    pane.resize(width, height)
    pane.show_claim(view("c2"))
    pane.add_source()
    for shown in range(2):
        if shown:
            pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
        qapp.processEvents()
        right, ground = pane.viewport().width(), pane.widget()
        assert ground is not None
        for one in ground.findChildren(QWidget):
            if one.isVisible():
                place = one.mapTo(ground, QPoint())
                assert place.x() >= 0, one.accessibleName()
                assert place.x() + one.width() <= right, (one, one.accessibleName(), one.objectName())


def test_every_control_has_a_name_for_screen_readers(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c2"))
    pane.add_source()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    unnamed = [
        one
        for kind in kinds
        for one in pane.findChildren(kind)
        if not one.isHidden() and not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]
    assert unnamed == []


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

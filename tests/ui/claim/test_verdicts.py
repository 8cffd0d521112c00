"""The cards of the verdicts, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
)

from factdesk.ui.claim.pane import ClaimPane
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import Press, View, click


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


def test_cards_are_one_stop_of_the_tab_key(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    pane.claim.facts.restatement.setFocus()
    press(Qt.Key.Key_Tab)
    assert pane.claim.verdicts.cards[2].hasFocus()  # the one in force
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in pane.claim.states.chips.values()


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

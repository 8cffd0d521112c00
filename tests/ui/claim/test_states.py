"""Where the work on a claim stands, chosen among what may follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.claim import Claim, State, WaitingFor
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.words import STATE_GLYPHS, state_meaning
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import Press, View, click


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

"""Where the work on a claim stands, chosen among what may follow."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factdesk.model.claim import Claim, State, WaitingFor
from factdesk.model.ids import ClaimId
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
    assert [one for one in said if one[0] != "reason_typed"] == [
        ("state_chosen", ("c4", State.SET_ASIDE, None, "a private matter"))
    ]
    assert not pane.claim.states.reason.hasFocus()


def test_a_reason_stays_until_the_desk_has_it(pane: ClaimPane, said: list[Said], view: View, press: Press) -> None:
    pane.show_claim(view("c4"))
    states = pane.claim.states
    click(states.chips[State.SET_ASIDE])
    press("a private matter")
    press(Qt.Key.Key_Return)
    assert (states.reason.text(), states.reason.isVisible()) == ("a private matter", True)  # it may be refused
    assert not states.reason.hasFocus()
    case = cases.case()
    told = case.claim(ClaimId("c4"))
    assert told is not None
    aside = replace(told, state=State.SET_ASIDE, set_aside_reason="a private matter")
    pane.show_claim(view("c4", replace(case, claims=tuple(aside if it.id == aside.id else it for it in case.claims))))
    assert (states.reason.text(), states.reason.isVisible()) == ("", False)


def test_a_reason_that_was_begun_stands_open_when_its_claim_comes(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    states = pane.claim.states
    click(states.chips[State.SET_ASIDE])
    press("pri")
    assert said == [("reason_typed", ("c4", words)) for words in ("p", "pr", "pri")]
    pane.show_claim(view("c3"))
    assert (states.reason.text(), states.reason.isVisible()) == ("", False)
    pane.show_claim(view("c4", drafts={"reason": "pri"}))
    assert (states.reason.text(), states.reason.isVisible()) == ("pri", True)
    pane.show_claim(view("c4"))  # a refreshed view leaves it alone
    assert states.reason.text() == "pri"


def test_escape_keeps_the_words_of_a_reason_and_cancel_gives_them_up(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    states = pane.claim.states
    click(states.chips[State.SET_ASIDE])
    press("p")
    press(Qt.Key.Key_Escape)
    assert not states.reason.isVisible()
    click(states.chips[State.SET_ASIDE])
    assert states.reason.text() == "p"
    click(next(button for button in states.findChildren(QPushButton) if button.text() == "Cancel"))
    assert said[-1] == ("reason_typed", ("c4", ""))
    assert (states.reason.text(), states.reason.isVisible()) == ("", False)

"""What keys say of the current row, and what they say where they can do nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State, WaitingFor
from factdesk.model.ids import ClaimId
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press

KEYS_TO_JUDGE = [Qt.Key.Key_3, Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_W, Qt.Key.Key_0, Qt.Key.Key_Delete]


def standing(window: MainWindow, claim: ClaimId) -> tuple[State, WaitingFor | None, str]:
    assert window.bench.session is not None and window.bench.case is not None
    one = window.bench.session.case(window.bench.case.article.id).claim(claim)
    assert one is not None
    return one.state, one.waiting_for, one.set_aside_reason


@pytest.mark.parametrize("key", KEYS_TO_JUDGE)
def test_what_needs_a_claim_says_so_on_a_suggestion(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    assert window.bench.session is not None
    steps, row = window.bench.session.step_count(), window.row.id
    press(qtbot, key)
    assert window.statusBar().currentMessage() == "This is only proposed. A makes a claim of it first."
    assert (window.bench.session.step_count(), window.row.id) == (steps, row)


@pytest.mark.parametrize(("key", "field"), [(Qt.Key.Key_E, "rationale"), (Qt.Key.Key_S, "source")])
def test_what_is_written_on_a_suggestion_is_written_on_the_claim_made_of_it(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, field: str
) -> None:
    suggestion = window.row.suggestion
    press(qtbot, key)
    assert window.statusBar().currentMessage() == "A claim was made of it. Ctrl+Z takes that back."
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "Van Acker says so")
    if field == "rationale":
        press(qtbot, Qt.Key.Key_Escape)
    else:
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.bench.case is not None and suggestion is not None
    (made,) = window.bench.case.claims
    assert window.bench.case.words_of()[made.id].anchor.span == suggestion.span
    if field == "rationale":
        assert made.rationale == "Van Acker says so"
    else:
        ((tie,),) = window.bench.case.evidence_of().values()
        assert window.bench.case.sources[tie.source_id].title == "Van Acker says so"


def test_a_key_that_only_begins_commands_says_how_it_goes_on(qtbot: QtBot, window: MainWindow, claim: ClaimId) -> None:
    press(qtbot, Qt.Key.Key_W)
    told = window.statusBar().currentMessage()
    assert told.startswith("W, then A Waiting for the author · S Waiting for the source · ")
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_D)
    assert standing(window, claim)[0] is State.WAITING
    assert window.statusBar().currentMessage() == ""


def test_how_a_key_goes_on_is_told_until_another_command_is_begun(
    qtbot: QtBot, window: MainWindow, claim: ClaimId
) -> None:
    press(qtbot, Qt.Key.Key_W)
    assert window.statusBar().currentMessage().startswith("W, then")
    press(qtbot, Qt.Key.Key_Z)  # Qt takes it for the end of the sequence
    press(qtbot, Qt.Key.Key_J)
    assert window.statusBar().currentMessage() == ""


def test_accepting_a_claim_again_says_that_it_is_one(qtbot: QtBot, window: MainWindow, claim: ClaimId) -> None:
    press(qtbot, Qt.Key.Key_A)
    assert window.statusBar().currentMessage() == "This is a claim already. N goes on to the next unchecked."


@pytest.mark.parametrize(
    ("keys", "state", "whom"),
    [
        ((Qt.Key.Key_C,), State.IN_CHECK, None),
        ((Qt.Key.Key_W, Qt.Key.Key_A), State.WAITING, WaitingFor.AUTHOR),
        ((Qt.Key.Key_W, Qt.Key.Key_S), State.WAITING, WaitingFor.SOURCE),
        ((Qt.Key.Key_W, Qt.Key.Key_D), State.WAITING, WaitingFor.DOCUMENT),
        ((Qt.Key.Key_W, Qt.Key.Key_E), State.WAITING, WaitingFor.EDITOR),
    ],
)
def test_keys_say_where_the_work_on_a_claim_stands(
    qtbot: QtBot, window: MainWindow, claim: ClaimId, keys: tuple[Qt.Key, ...], state: State, whom: WaitingFor | None
) -> None:
    for key in keys:
        press(qtbot, key)
    assert standing(window, claim) == (state, whom, "")
    assert window.case_page.claim.claim.states.chips[state].isChecked()


def test_a_key_sets_a_claim_aside_once_it_is_said_why(qtbot: QtBot, window: MainWindow, claim: ClaimId) -> None:
    before, reason = standing(window, claim), window.case_page.claim.claim.states.reason
    press(qtbot, Qt.Key.Key_W)
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(reason.hasFocus)
    qtbot.keyClicks(reason, "a private mat")
    other = next(one for one in window.bench.case.claims if one.id != claim) if window.bench.case else None
    assert other is not None
    window.row.go(RowKind.CLAIM, other.id)
    assert not reason.isVisible()
    window.row.go(RowKind.CLAIM, claim)
    assert (reason.isVisible(), reason.text(), standing(window, claim)) == (True, "a private mat", before)
    window.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_W)
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(reason.hasFocus)
    qtbot.keyClicks(reason, "ter")
    press(qtbot, Qt.Key.Key_Return)
    assert standing(window, claim) == (State.SET_ASIDE, None, "a private matter")
    assert (reason.isVisible(), reason.text()) == (False, "")


def test_enter_on_a_row_accepts_a_suggestion_and_begins_the_rationale_of_a_claim(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.bench.case is not None
    proposed = next(one for one in window.bench.case.suggestions if one.becomes_claim)
    window.row.go(RowKind.SUGGESTION, proposed.id)
    press(qtbot, Qt.Key.Key_Return)
    (claim,) = window.bench.case.claims
    assert window.row.suggestion is not None, "the next suggestion is gone to"
    window.row.go(RowKind.CLAIM, claim.id)
    press(qtbot, Qt.Key.Key_Return)
    assert window.case_page.claim.claim.rationale.field.hasFocus()
    assert len(window.bench.case.claims) == 1

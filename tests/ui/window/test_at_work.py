"""Small things of a day at the desk: where a key leads, what it says, what fits the screen, what is copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State, WaitingFor
from factdesk.model.ids import ClaimId
from factdesk.settings import Preferences
from factdesk.text.spans import Span
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.controls.standing import StandingLine
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.source import SourceForm
from tests.ui.walk import press, show

TEXT = "Flood closes bridge\n\n" + "\n\n".join(
    f"The wall of 19{n} cost {n} million euros, and nobody said what became of the rest." for n in range(11, 80)
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    article = tmp_path / "flood.txt"
    article.write_text(TEXT, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.row.suggestion is not None, timeout=20_000)
    window.case_page.checklist.setFocus()
    yield window
    window.close()


def in_sight(window: MainWindow) -> bool:
    """Whether the words of the current row begin and end in what is seen of the article."""
    text, anchor = window.case_page.article.text, window.row.anchor()
    assert anchor is not None
    strips = text.sight.places(anchor.span)
    seen = text.viewport().rect()
    return bool(strips) and all(strip.top() >= 0 and strip.bottom() <= seen.height() for strip in strips)


def test_a_key_that_goes_to_another_row_brings_it_into_sight_while_the_article_is_read(
    qtbot: QtBot, window: MainWindow
) -> None:
    text = window.case_page.article.text
    text.setFocus()
    press(qtbot, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert text.verticalScrollBar().value() > 0
    press(qtbot, Qt.Key.Key_N)
    assert text.hasFocus()
    qtbot.waitUntil(lambda: in_sight(window))


def test_the_article_is_not_moved_where_the_caret_leads_to_a_row(qtbot: QtBot, window: MainWindow) -> None:
    text = window.case_page.article.text
    text.setFocus()
    before = window.row.id
    for _ in range(8):
        press(qtbot, Qt.Key.Key_Down)
    assert window.row.id != before, "the caret enters a suggestion"
    assert text.verticalScrollBar().value() == 0


KEYS_TO_JUDGE = [Qt.Key.Key_3, Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_W, Qt.Key.Key_0, Qt.Key.Key_Delete]


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


def test_words_found_in_the_article_lead_to_their_row(qtbot: QtBot, window: MainWindow, claim: ClaimId) -> None:
    """Otherwise a verdict would go to a row far from where the person reads."""
    window.case_page.article.open_find("1960")
    press(qtbot, Qt.Key.Key_Escape)
    suggestion = window.row.suggestion
    assert suggestion is not None and window.bench.case is not None
    assert "1960" in window.bench.case.version.text[slice(*suggestion.span)]


@pytest.fixture
def claim(qtbot: QtBot, window: MainWindow) -> ClaimId:
    """The second sentence, accepted; it is the current row, and the third is a claim, too."""
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    first, _ = window.bench.case.claims
    window.row.go(RowKind.CLAIM, first.id)
    return first.id


def standing(window: MainWindow, claim: ClaimId) -> tuple[State, WaitingFor | None, str]:
    assert window.bench.session is not None and window.bench.case is not None
    one = window.bench.session.case(window.bench.case.article.id).claim(claim)
    assert one is not None
    return one.state, one.waiting_for, one.set_aside_reason


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
    assert (reason.isVisible(), reason.text(), standing(window, claim)) == (False, "", before)
    window.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_W)
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(reason.hasFocus)
    qtbot.keyClicks(reason, "a private matter")
    press(qtbot, Qt.Key.Key_Return)
    assert standing(window, claim) == (State.SET_ASIDE, None, "a private matter")
    assert (reason.isVisible(), reason.text()) == (False, "")


def test_what_is_proposed_as_a_heading_becomes_a_claim_by_the_key_that_makes_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.row.suggestion is not None and window.bench.case is not None
    words = window.row.anchor()
    press(qtbot, Qt.Key.Key_M)
    (made,) = window.bench.case.claims
    assert (window.row.key, window.row.anchor()) == ((RowKind.CLAIM, made.id), words)


def test_a_step_up_leads_to_the_first_row_and_no_further(qtbot: QtBot, window: MainWindow) -> None:
    first = window.row.id
    press(qtbot, Qt.Key.Key_J)
    assert window.row.id != first
    for _ in range(2):
        press(qtbot, Qt.Key.Key_K)
        assert window.row.id == first


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


def test_who_searches_anew_writes_over_what_was_sought_before(qtbot: QtBot, window: MainWindow) -> None:
    checklist = window.case_page.checklist
    checklist.focus_search()
    qtbot.keyClicks(checklist.head.search, "1911")
    press(qtbot, Qt.Key.Key_Return)
    checklist.focus_search()
    qtbot.keyClicks(checklist.head.search, "1915")
    assert (checklist.head.filter.words, checklist.list.rows.rowCount()) == ("1915", 1)


def test_a_window_that_was_never_moved_fits_the_screen_with_its_frame(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - 40


def test_the_window_fills_the_screen_and_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_a_row_is_copied_as_text(qtbot: QtBot, window: MainWindow) -> None:
    copy = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, Qt.Key.Key_C, copy)
    assert QApplication.clipboard().text() == "“Flood closes bridge”"
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    claim = window.bench.case.claims[0].id
    window.row.go(RowKind.CLAIM, claim)
    press(qtbot, Qt.Key.Key_3)
    window.rooms.claim.edit_field(claim, "rationale", "The ledger says 12.")
    window.rooms.claim.add_source(claim, SourceForm(title="Ledger", locator="p. 4", excerpt="12 million"), "")
    press(qtbot, Qt.Key.Key_C, copy)
    assert QApplication.clipboard().text() == (
        "1. “The wall of 1911 cost 11 million euros, and nobody said what became of the rest.”\n"
        "Δ Fix · proposed\nThe ledger says 12.\n+ supports – Ledger, p. 4: “12 million”"
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_J])
def test_who_goes_on_to_another_row_leaves_the_bare_words_unselected(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_B)
    assert window.case_page.article.current_span() is not None
    press(qtbot, key)
    assert window.case_page.article.current_span() is None


def test_news_of_a_step_is_gone_with_the_next_one(qtbot: QtBot, window: MainWindow) -> None:
    """“Ctrl+Z takes it back” is not so any more."""
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_O)
    press(qtbot, Qt.Key.Key_P)
    assert window.statusBar().currentMessage().startswith("No claim")
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_A)
    assert not window.statusBar().currentMessage().startswith("No claim")


def test_a_claim_is_parted_before_the_word_the_cursor_stands_in(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    case = window.bench.case
    assert case is not None
    window.row.go(RowKind.CLAIM, case.claims[0].id)
    inside = case.version.text.index("nobody") + 3
    window.case_page.article.go_to(Span(inside, inside))
    press(qtbot, Qt.Key.Key_Slash)
    assert window.bench.case is not None
    parts = sorted(segment.anchor.exact for segment in window.bench.case.words_of().values())
    assert parts == ["The wall of 1911 cost 11 million euros, and", "nobody said what became of the rest."]


def test_the_pages_of_the_report_follow_a_step_that_is_taken_back_while_they_are_looked_at(
    qtbot: QtBot, window: MainWindow
) -> None:
    for _ in range(3):
        press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    pane = window.rooms.reports.pane
    assert pane is not None
    qtbot.waitUntil(lambda: "2 new" in pane.view.accessibleDescription(), timeout=60_000)
    window.actions_by_id["undo"].trigger()
    assert "Undone" in window.foot.currentMessage()
    qtbot.waitUntil(lambda: "1 new" in pane.view.accessibleDescription(), timeout=60_000)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.pages.page is window.case_page
    assert window.foot.currentMessage() == "", "what was told of the report is not told of the article"


def test_a_desk_is_closed_with_what_was_typed_and_another_window_may_have_it(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    case, session = window.bench.case, window.bench.session
    assert case is not None and session is not None
    window.row.go(RowKind.CLAIM, case.claims[0].id)
    press(qtbot, Qt.Key.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "Only the council says so.")
    press(qtbot, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.bench.session is None
    assert window.pages.page is window.pages.welcome
    assert window.foot.standing.text() == ""
    window.desks.open(session.path)
    qtbot.waitUntil(lambda: window.bench.case is not None and bool(window.bench.case.claims))
    assert window.bench.case is not None
    assert window.bench.case.claims[0].rationale == "Only the council says so."


def test_first_steps_are_told_where_they_are_asked_for(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
        else:
            told.append(type(dialog).__name__)
            dialog.close()

    QTimer.singleShot(20, look)
    qtbot.mouseClick(window.pages.welcome.first_steps_button, Qt.MouseButton.LeftButton)
    assert told == ["FirstSteps"]
    window.close()


def test_a_question_is_written_from_the_first_key_on_and_asked_without_the_mouse(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_K)
    press(qtbot, Qt.Key.Key_Q)
    questions = window.case_page.lists.questions
    assert questions.form.question.hasFocus()
    assert questions.own.text() == "Ask…  Q", "the key is shown where it acts"
    qtbot.keyClicks(QApplication.focusWidget(), "Which wall ")
    window.rooms.questions.show()  # as when the registers were worked out meanwhile
    qtbot.keyClicks(QApplication.focusWidget(), "is it?")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case = window.bench.case
    assert case is not None
    assert [(one.question, one.claim_id) for one in case.queries] == [("Which wall is it?", case.claims[0].id)]
    current = questions.list.line()
    assert current is not None and questions.rows.items[current].question == "Which wall is it?"
    assert questions.list.hasFocus()


def test_a_question_that_was_begun_is_left_by_escape(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_Q)
    questions = window.case_page.lists.questions
    qtbot.keyClicks(questions.form.question, "Who")
    press(qtbot, Qt.Key.Key_Escape)
    assert questions.own.hasFocus(), "there is no row to go to"
    window.rooms.questions.show()
    assert questions.form.question.toPlainText() == "Who", "what was typed is not lost by a key"
    press(qtbot, Qt.Key.Key_Tab)
    questions.form.drop.click()
    assert not questions.form.isVisible()


def test_the_rows_beside_the_current_one_are_in_sight_where_keys_go(qtbot: QtBot, window: MainWindow) -> None:
    rows = window.case_page.checklist.list
    seen = rows.viewport().rect()

    def beside(by: int) -> bool:
        return seen.contains(rows.visualRect(rows.rows.index((rows.line() or 0) + by)))

    for _ in range(20):
        press(qtbot, Qt.Key.Key_J)
        assert beside(+1)
    for _ in range(15):
        press(qtbot, Qt.Key.Key_K)
        assert beside(-1)


def test_a_search_says_how_many_rows_it_found_and_escape_leads_back_to_them(qtbot: QtBot, window: MainWindow) -> None:
    checklist = window.case_page.checklist
    press(qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(checklist.head.search, "1942")

    def told() -> list[str]:
        return [line.text() for line in checklist.head.findChildren(StandingLine)]

    assert told() == ["1 row shown"]
    press(qtbot, Qt.Key.Key_Escape)
    assert checklist.head.search.text() == "" and checklist.head.search.hasFocus()
    assert not any("shown" in line for line in told())
    press(qtbot, Qt.Key.Key_Escape)
    assert checklist.list.hasFocus()

"""The whole window by keyboard alone, page by page, and what a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State
from factdesk.model.suggestion import Decision
from factdesk.settings import Preferences
from factdesk.ui.article.text_view import ArticleText
from factdesk.ui.checklist.choosing import Which
from factdesk.ui.checklist.list import RowList
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.claim.tabs import HISTORY, SOURCES, TELLINGS, WRITING
from factdesk.ui.claim.verdict_card import VerdictCard
from factdesk.ui.controls.keyed import KeyedButton
from factdesk.ui.window.main_window import MainWindow
from tests.ui.heard import interface, name, told
from tests.ui.walk import assert_walkable, press, show

TEXT = (
    "Flood closes bridge\n\nThe river rose 4.2 metres in 2025. About 30 households left.\n\n"
    "Critics say the wall may fail. The bridge carries 11,000 vehicles a day.\n\nShare this\n"
)


TOLD = (
    "The ministry paid 40 million euros for the bridge in 2019. The river rose.\n\n"
    "An estimated 40 million euros for the bridge was paid by the ministry in 2019, he said. Nobody was hurt.\n\n"
    "The ministry paid 40 million euros for the bridge.\n"
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    yield window
    window.close()


@pytest.fixture
def at_work(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with an article open, two claims made of it, and the first one judged."""
    article = tmp_path / "flood.txt"
    article.write_text(TEXT, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.bench.case is not None and bool(window.bench.case.suggestions), timeout=20_000)
    window.case_page.checklist.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    window.row.go(RowKind.CLAIM, window.bench.case.claims[0].id)
    press(qtbot, Qt.Key.Key_3)
    return window


def row_said(window: MainWindow) -> str:
    """What is told of the current row of the checklist."""
    (current,) = [
        name(one)
        for one in told(interface(window.case_page.checklist.list))
        if one.role() is QAccessible.Role.Cell and one.state().selected
    ]
    return current


def test_the_welcome_page_with_desks_used_before(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "elections.factdesk").touch()
    with qtbot.waitSignal(window.pages.welcome.recent.shown):
        window.pages.welcome.show_recent((tmp_path / "elections.factdesk",))
    window.pages.welcome.open_button.setFocus()
    assert_walkable(qtbot, window)


@pytest.mark.parametrize("tab", [WRITING, SOURCES, HISTORY])
def test_a_case_with_a_claim(qtbot: QtBot, at_work: MainWindow, tab: int) -> None:
    at_work.case_page.claim.claim.turn_to(tab)
    if tab == SOURCES:
        press(qtbot, Qt.Key.Key_S)
    assert_walkable(qtbot, at_work)


def test_the_tellings_of_a_claim(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """First proposed on a suggestion; then one is linked and not confirmed, one proposed, and words are ticked."""
    article = tmp_path / "told.txt"
    article.write_text(TOLD, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(window.case_page.claim.suggestion.link.isVisible, timeout=20_000)
    window.case_page.checklist.setFocus()
    assert_walkable(qtbot, window)
    window.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    window.row.go(RowKind.CLAIM, window.bench.case.claims[0].id)
    press(qtbot, Qt.Key.Key_3)
    window.row.go(RowKind.CLAIM, window.bench.case.claims[0].id)
    page = window.case_page.claim.claim
    page.turn_to(TELLINGS)
    page.tellings.rows[0].link.click()
    press(qtbot, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: [row.link.isVisible() for row in page.tellings.rows] == [False, True])
    page.tabs.setFocus()
    assert_walkable(qtbot, window)


def test_a_case_with_a_suggestion_while_words_are_sought(qtbot: QtBot, at_work: MainWindow) -> None:
    while at_work.row.suggestion is None:
        press(qtbot, Qt.Key.Key_J)
    at_work.case_page.checklist.head.search.setText("river")
    at_work.case_page.article.open_find()
    at_work.case_page.article.search.bar.field.setText("bridge")
    assert_walkable(qtbot, at_work)


@pytest.mark.parametrize("tab", range(1, 6))
def test_a_case_with_a_register_or_the_questions(qtbot: QtBot, at_work: MainWindow, tab: int) -> None:
    at_work.case_page.lists.turn_to(tab)
    at_work.case_page.article.setFocus()
    at_work.case_page.lists.setFocus()
    assert_walkable(qtbot, at_work)


def test_a_case_in_a_narrow_window(qtbot: QtBot, at_work: MainWindow) -> None:
    at_work.resize(600, 800)
    at_work.case_page.checklist.setFocus()
    assert_walkable(qtbot, at_work)


@pytest.mark.parametrize("size", [(1440, 900), (700, 900)])
def test_the_dividers_between_the_panes_are_moved_by_keys(
    qtbot: QtBot, at_work: MainWindow, size: tuple[int, int]
) -> None:
    at_work.resize(*size)
    page = at_work.case_page
    QCoreApplication.sendPostedEvents()  # what stands in the panes is laid out for this width
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    for divided, more, less in (
        (page.panes.halves, Qt.Key.Key_Right, Qt.Key.Key_Left),
        (page.panes.side, Qt.Key.Key_Down, Qt.Key.Key_Up),
    ):
        before = divided.sizes()[0]
        press(qtbot, more, held)
        larger = divided.sizes()[0]
        press(qtbot, less, held)
        press(qtbot, less, held)
        assert divided.sizes()[0] < before < larger
        for _ in range(60):
            press(qtbot, less, held)
        assert all(divided.sizes())


def test_undo_and_redo_say_which_step_it_was(qtbot: QtBot, at_work: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_work.statusBar().currentMessage() == "Undone: Verdict"
    press(qtbot, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert at_work.statusBar().currentMessage() == "Done again: Verdict"


def test_an_article_that_is_done_again_is_shown_again(qtbot: QtBot, at_work: MainWindow) -> None:
    control, case = Qt.KeyboardModifier.ControlModifier, at_work.bench.case
    assert case is not None
    for _ in range(5):
        press(qtbot, Qt.Key.Key_Z, control)
    assert at_work.statusBar().currentMessage() == "Undone: Add article" and at_work.bench.case is None
    press(qtbot, Qt.Key.Key_Y, control)
    qtbot.waitUntil(lambda: at_work.bench.article_id == case.article.id and at_work.pages.page is at_work.case_page)
    at_work.actions_by_id["remove-article"].trigger()
    qtbot.waitUntil(lambda: at_work.bench.case is None)
    press(qtbot, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: at_work.bench.case is not None)


def test_who_sets_a_claim_aside_comes_back_to_where_it_was_asked(qtbot: QtBot, at_work: MainWindow) -> None:
    states, rows = at_work.case_page.claim.claim.states, at_work.case_page.checklist.list
    at_work.case_page.checklist.setFocus()
    for end in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        press(qtbot, Qt.Key.Key_W)
        assert at_work.statusBar().currentMessage().startswith("W, then")
        press(qtbot, Qt.Key.Key_N)
        qtbot.waitUntil(states.reason.hasFocus)
        assert not at_work.statusBar().currentMessage(), "the sequence is at its end"
        assert "Enter set aside" in at_work.foot.key_line.text()
        states.reason.setText("A matter of taste.")
        press(qtbot, end)
        qtbot.waitUntil(lambda: rows.hasFocus() and not states.reason.isVisible())
    assert at_work.row.claim is not None and at_work.row.claim.state is State.SET_ASIDE


def test_a_label_and_a_mere_rejection_are_told_apart(qtbot: QtBot, at_work: MainWindow) -> None:
    while at_work.row.suggestion is None:
        press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_O)
    press(qtbot, Qt.Key.Key_X)
    assert at_work.statusBar().currentMessage().startswith("Only rejected: its words stay bare")
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_O)
    press(qtbot, Qt.Key.Key_F)
    assert at_work.statusBar().currentMessage().startswith("No claim: Furniture")


def test_after_a_decision_the_next_one_that_is_still_open_comes(qtbot: QtBot, at_work: MainWindow) -> None:
    assert at_work.bench.case is not None
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    first, second, third = [one.id for one in at_work.bench.case.suggestions if one.decision is Decision.OPEN][:3]
    for decided, following in ((second, third), (first, third), (third, None)):
        at_work.row.go(RowKind.SUGGESTION, decided)
        press(qtbot, Qt.Key.Key_O)
        press(qtbot, Qt.Key.Key_X)
        assert at_work.row.id not in (first, second) and (following is None or at_work.row.id == following)


def test_escape_leaves_what_was_written_for_the_list(qtbot: QtBot, at_work: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_E)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "The gauge says 3.9.")
    press(qtbot, Qt.Key.Key_Escape)
    assert at_work.case_page.checklist.list.hasFocus()
    assert at_work.bench.case is not None
    assert at_work.bench.case.claims[0].rationale == "The gauge says 3.9."


def test_without_a_verdict_nothing_is_said_of_its_date(qtbot: QtBot, at_work: MainWindow) -> None:
    assert at_work.case_page.claim.claim.as_of.isVisible()
    press(qtbot, Qt.Key.Key_0)
    assert not at_work.case_page.claim.claim.as_of.isVisible()


def test_a_tool_tells_its_words_and_its_key_apart(at_work: MainWindow) -> None:
    tools = at_work.bars.tool_bar.findChildren(KeyedButton)
    told = [(name(interface(one)), interface(one).text(QAccessible.Text.Description)) for one in tools]
    assert ("Make claim", "M") in told and ("Not a claim", "O") in told and ("Undo “Verdict”", "Ctrl+Z") in told


def test_the_report(qtbot: QtBot, at_work: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: at_work.pages.page is at_work.rooms.reports.pane, timeout=60_000)
    qtbot.waitUntil(lambda: not at_work.jobs.busy(), timeout=60_000)
    pane = at_work.rooms.reports.pane
    assert pane is not None
    qtbot.waitUntil(lambda: bool(pane.view.accessibleDescription()), timeout=60_000)
    pane.view.setFocus()
    assert_walkable(qtbot, at_work)


def article_said(window: MainWindow) -> str:
    return interface(window.case_page.article.text).text(QAccessible.Text.Description)


def test_the_article_tells_the_claim_the_reader_is_at(qtbot: QtBot, at_work: MainWindow) -> None:
    assert "Claim 1: Δ Fix · proposed" in article_said(at_work)
    press(qtbot, Qt.Key.Key_1)
    assert "Claim 1: ✓ OK · proposed" in article_said(at_work)
    at_work.case_page.article.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert at_work.row.id not in ("", at_work.bench.case.claims[0].id if at_work.bench.case else "")
    assert "Claim 1" not in article_said(at_work)
    assert article_said(at_work).startswith("Suggested: attributed? · does not name its source")


def test_the_history_of_a_claim_is_told_in_its_words(qtbot: QtBot, at_work: MainWindow) -> None:
    at_work.case_page.claim.claim.turn_to(HISTORY)
    qtbot.waitUntil(lambda: "Verdict · AB" in name(interface(at_work.case_page.claim.claim.history)))


def test_tab_goes_through_a_pane_from_its_first_control(qtbot: QtBot, at_work: MainWindow) -> None:
    at_work.case_page.article.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert at_work.case_page.lists.tabs.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert at_work.case_page.checklist.head.chips[Which.ALL].hasFocus()
    at_work.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert at_work.case_page.claim.claim.facts.kind.hasFocus()


def test_the_focus_goes_to_a_control_and_never_by_way_of_its_pane(qtbot: QtBot, at_work: MainWindow) -> None:
    """A pane that only passed the focus on would be told as what has it: a screen reader would say no row."""
    page = at_work.case_page
    for pane in (page.article, page.claim, page.lists):
        with qtbot.waitSignal(QApplication.instance().focusChanged) as changed:  # type: ignore[union-attr]
            pane.setFocus()
        assert changed.args is not None and changed.args[1] is QApplication.focusWidget()
        assert isinstance(changed.args[1], ArticleText | VerdictCard | RowList)


def test_the_focus_goes_from_page_to_page_of_the_claim_pane_and_through_nothing_between(
    qtbot: QtBot, at_work: MainWindow
) -> None:
    """Qt hands the focus of what is hidden on to whatever comes next, a tool of the tool bar: it would be told."""
    pane = at_work.case_page.claim
    pane.setFocus()
    press(qtbot, Qt.Key.Key_J)
    went: list[QWidget] = []
    QApplication.instance().focusChanged.connect(lambda _, now: went.append(now))  # type: ignore[union-attr]
    press(qtbot, Qt.Key.Key_J)
    assert at_work.row.suggestion is not None and went == [pane.suggestion.accept]
    press(qtbot, Qt.Key.Key_K)
    form = pane.claim.sources.form
    assert len(went) == 2 and isinstance(went[1], VerdictCard)
    press(qtbot, Qt.Key.Key_S)
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Space)
    assert went[2:] == [form.title, pane.claim.sources.add, form.title]


def test_a_row_tells_number_words_state_and_verdict(at_work: MainWindow) -> None:
    said = row_said(at_work)
    case = at_work.bench.case
    assert case is not None
    exact = case.words_of()[case.claims[0].id].anchor.exact
    assert said.startswith(f"Claim 1: “{exact}”")
    assert "Verdict: Δ Fix" in said
    assert "Work: ◐ proposed" in said


def test_a_verdict_given_by_its_key_takes_the_focus_from_card_to_card(qtbot: QtBot, at_work: MainWindow) -> None:
    """Announcements are not read by every screen reader; where the focus goes is."""
    at_work.case_page.claim.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_2)
    focus = QApplication.focusWidget()
    assert isinstance(focus, VerdictCard)
    assert (name(interface(focus)), bool(interface(focus).state().checked)) == ("Verdict OK as changed", True)
    assert interface(focus).role() is QAccessible.Role.RadioButton, "one of several"
    press(qtbot, Qt.Key.Key_0)
    assert not any(interface(card).state().checked for card in at_work.case_page.claim.claim.verdicts.cards)
    press(qtbot, Qt.Key.Key_2)
    at_work.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_3)
    assert at_work.case_page.checklist.list.hasFocus()


def test_what_a_row_tells_follows_the_work(qtbot: QtBot, at_work: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_1)
    assert "Verdict: ✓ OK." in row_said(at_work)
    press(qtbot, Qt.Key.Key_0)
    assert "Verdict: — not decided" in row_said(at_work)

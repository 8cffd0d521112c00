"""What follows a step comes once it is taken, also where it had to wait for another program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.model.case import Case
from factdesk.model.ids import SuggestionId
from factdesk.text.spans import Span
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.main_window import MainWindow
from tests.elsewhere import held_by_another_program
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    """The sample with a claim made of its first suggestion that is one, and that row current."""
    opened = start()
    open_sample(qtbot, opened)
    case = case_of(opened)
    opened.row.go(RowKind.SUGGESTION, next(one.id for one in case.suggestions if one.becomes_claim))
    press("a")
    opened.row.go(RowKind.CLAIM, case_of(opened).claims[0].id)
    return opened


def case_of(window: MainWindow) -> Case:
    assert window.bench.case is not None
    return window.bench.case


@contextmanager
def waiting(qtbot: QtBot, window: MainWindow) -> Iterator[None]:
    """What is asked for inside the block waits for another program; after it, it was taken."""
    assert window.bench.session is not None
    path: Path = window.bench.session.path
    with held_by_another_program(path):
        before = window.bench.case
        yield
        assert window.jobs.busy() and window.bench.case is before, "it waits"
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=10_000)


def go_to_suggestion(window: MainWindow) -> SuggestionId:
    """Make an open suggestion current that has others behind it, and return its id."""
    open_ones = [one for one in case_of(window).suggestions if one.decision == "open"]
    window.row.go(RowKind.SUGGESTION, open_ones[1].id)
    return open_ones[1].id


def bare_words(window: MainWindow) -> Span:
    """Select words that no claim has, and return where they stand."""
    case = case_of(window)
    suggestion = [one for one in case.suggestions if one.decision == "open"][-1]
    window.case_page.article.select(suggestion.span)
    return suggestion.span


def test_words_that_were_marked_are_the_current_claim_and_selected_no_more(qtbot: QtBot, window: MainWindow) -> None:
    with waiting(qtbot, window):
        span = bare_words(window)
        window.commands["make-claim"]()
    anchor = window.row.anchor()
    assert window.row.claim is not None and anchor is not None and anchor.span == span
    assert window.case_page.article.current_span() is None


def test_words_that_were_labelled_are_selected_no_more(qtbot: QtBot, window: MainWindow) -> None:
    with waiting(qtbot, window):
        bare_words(window)
        window.commands["label-opinion"]()
    assert window.case_page.article.current_span() is None


def test_other_words_selected_meanwhile_stay_selected(qtbot: QtBot, window: MainWindow) -> None:
    with waiting(qtbot, window):
        bare_words(window)
        window.commands["label-opinion"]()
        window.case_page.article.select(Span(0, 8))
    assert window.case_page.article.current_span() == Span(0, 8)


def test_the_second_part_of_a_claim_that_was_split_is_current(qtbot: QtBot, window: MainWindow) -> None:
    anchor = window.row.anchor()
    assert anchor is not None
    between = case_of(window).version.text.index(" ", anchor.start + 12)
    with waiting(qtbot, window):
        window.case_page.article.select(Span(between, between))
        window.commands["split"]()
    after = window.row.anchor()
    assert len(case_of(window).claims) == 2
    assert after is not None and after.start == between + 1


def test_a_suggestion_that_became_a_claim_whatever_its_kind_is_stayed_on(qtbot: QtBot, window: MainWindow) -> None:
    with waiting(qtbot, window):
        chosen = go_to_suggestion(window)
        span = next(one.span for one in case_of(window).suggestions if one.id == chosen)
        window.commands["make-claim"]()
    anchor = window.row.anchor()
    assert window.row.claim is not None and anchor is not None and anchor.span == span


@pytest.mark.parametrize(
    ("command", "said"), [("accept", ""), ("reject", "Only rejected"), ("label-opinion", "No claim")]
)
def test_the_next_suggestion_is_current_after_one_was_decided(
    qtbot: QtBot, window: MainWindow, command: str, said: str
) -> None:
    with waiting(qtbot, window):
        chosen = go_to_suggestion(window)
        ids = [one.id for one in case_of(window).suggestions if one.decision == "open"]
        window.commands[command]()
        assert window.row.id == ids[ids.index(chosen) + 1], "already while it waits"
        assert not said or not window.statusBar().currentMessage().startswith(said)
    assert window.row.id == ids[ids.index(chosen) + 1]
    assert window.statusBar().currentMessage().startswith(said)


def test_the_next_open_row_is_current_after_a_claim_was_verified(qtbot: QtBot, window: MainWindow) -> None:
    verified = window.row.id
    with waiting(qtbot, window):
        window.commands["verified"]()
        assert window.row.id == verified
    assert case_of(window).claims[0].verdict is not None
    assert window.row.id not in ("", verified)


def test_who_went_to_another_row_meanwhile_is_left_there(qtbot: QtBot, window: MainWindow) -> None:
    last = case_of(window).suggestions[-1].id
    with waiting(qtbot, window):
        window.commands["verified"]()
        window.row.go(RowKind.SUGGESTION, last)
    assert case_of(window).claims[0].verdict is not None
    assert window.row.id == last

"""The desk cannot be read while it is open: that is told as what it is, and what is shown stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.errors import DamagedDeskError, FactDeskError
from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.person import Person
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.article import RemoveArticle
from factdesk.work.edits.claim import ClaimField, EditClaim
from factdesk.work.session import Session
from tests.desks import tamper, titled
from tests.elsewhere import held_by_another_program
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press

Troubles = list[tuple[type[FactDeskError], str]]


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    opened = start()
    open_sample(qtbot, opened)
    press("a")
    opened.bench.trouble.disconnect(opened.show_trouble)
    return opened


@pytest.fixture
def path(window: MainWindow) -> Path:
    assert window.bench.session is not None
    return window.bench.session.path


@pytest.fixture
def troubles(window: MainWindow) -> Troubles:
    """What the window is told to show, in place of its dialogs: kind of trouble, and what did not happen."""
    told: Troubles = []
    window.bench.trouble.connect(lambda problem: told.append((type(problem), problem.what)))
    return told


def case_of(window: MainWindow) -> Case:
    assert window.bench.case is not None
    return window.bench.case


def write_elsewhere(path: Path, case: Case, words: str) -> None:
    """Another window writes a note on the first claim."""
    other = Session.open(path, Person("Other"))
    other.run(EditClaim(claim_id=case.claims[0].id, field=ClaimField.NOTE, value=words))
    other.close()


@pytest.mark.parametrize(
    ("command", "table"),
    [("undo", "journal"), ("redo", "journal"), ("remove-article", "segment"), ("articles", "article")],
)
def test_a_command_that_cannot_read_the_desk_says_so(
    window: MainWindow, path: Path, troubles: Troubles, command: str, table: str
) -> None:
    shown = case_of(window)
    tamper(path, f"ALTER TABLE {table} RENAME TO gone")
    window.commands[command]()
    assert [what for _, what in troubles] == ["The desk was not read"]
    assert window.bench.case is shown


def test_what_is_told_of_keeps_no_cursor_and_so_not_the_desk_as_it_was(window: MainWindow, path: Path) -> None:
    told: list[FactDeskError] = []
    window.bench.trouble.connect(told.append)
    tamper(path, "UPDATE suggestion SET reasons = '[1]'")
    window.bench.open_article(case_of(window).article.id)
    (problem,) = told
    assert problem.__traceback__ is None and problem.__cause__ is None and problem.__context__ is None
    with closing(sqlite3.connect(path, timeout=0)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0, "nobody reads any more"


def test_an_article_whose_extent_cannot_be_read_is_not_put_in_the_place_of_the_one_that_is_shown(
    window: MainWindow, path: Path, troubles: Troubles
) -> None:
    shown = case_of(window)
    tamper(path, "ALTER TABLE segment RENAME TO gone")
    window.bench.open_article(shown.article.id)
    window.bench.show(shown.article.id)
    assert [what for _, what in troubles] == ["The desk was not read"] * 2
    assert window.bench.case is shown


@pytest.mark.parametrize("waits", [False, True])
def test_a_change_by_others_that_cannot_be_read_leaves_the_article_and_is_caught_up_with(
    qtbot: QtBot, window: MainWindow, path: Path, troubles: Troubles, waits: bool
) -> None:
    shown = case_of(window)
    write_elsewhere(path, shown, "theirs")
    tamper(path, "UPDATE claim SET note = CAST(x'6f6bff' AS TEXT)")
    qtbot.waitUntil(lambda: bool(troubles), timeout=10_000)
    assert troubles == [(DamagedDeskError, "The desk was not read")]
    assert window.bench.case is shown
    tamper(path, "UPDATE claim SET note = 'theirs'")
    details, told = titled(shown.article.id, "Mine"), list[Changes]()
    window.bench.case_changed.connect(told.append)
    with held_by_another_program(path) if waits else nullcontext():
        assert window.bench.run(details) is not waits
    qtbot.waitUntil(lambda: case_of(window).article.details.title == "Mine", timeout=10_000)
    assert case_of(window).claims[0].note == "theirs"
    assert shown.claims[0].id in told[0].ids("claim"), "whoever shows the claim is told, too"
    assert window.case_page.checklist.listed is not None and window.case_page.checklist.listed.case == case_of(window)
    assert len(troubles) == 1


def test_an_article_that_others_removed_is_put_away_without_a_word(
    qtbot: QtBot, window: MainWindow, path: Path, troubles: Troubles
) -> None:
    other = Session.open(path, Person("Other"))
    other.run(RemoveArticle(article_id=case_of(window).article.id))
    other.close()
    qtbot.waitUntil(lambda: window.bench.case is None, timeout=10_000)
    assert troubles == []

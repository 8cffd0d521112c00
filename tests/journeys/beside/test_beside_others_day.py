"""Another program writes, for long or stopped in the middle: the window answers, and its steps are taken afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.window.heartbeat import Heartbeat
from factdesk.errors import FactDeskError, UndoConflictError
from factdesk.model.case import Case
from factdesk.model.query import QueryKind
from factdesk.store import connection
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.query import AddQuery
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import titled
from tests.elsewhere import held_by_another_program
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press, rows, when_it_comes

PATIENCE = 20.0
"""Seconds that a step waits for another program here: so long no busy machine keeps a window from its turn."""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", PATIENCE)


def with_a_claim(qtbot: QtBot, start: Start) -> tuple[MainWindow, Path, Case]:
    """Open the sample and accept its first suggestion; returns window, desk and case."""
    window = start()
    path = open_sample(qtbot, window)
    press("a")
    assert window.bench.case is not None
    return window, path, window.bench.case


def test_steps_and_half_typed_words_wait_for_another_program_and_the_window_does_not(
    qtbot: QtBot, start: Start
) -> None:
    window, path, case = with_a_claim(qtbot, start)
    claim, steps = case.claims[0].id, len(rows(path, "SELECT seq FROM journal"))
    edit = titled(case.article.id, "Later")
    troubles: list[FactDeskError] = []
    window.bench.trouble.connect(troubles.append)
    window.jobs.trouble.connect(troubles.append)
    kept: list[str] = []
    heart = Heartbeat(window)
    with held_by_another_program(path):
        heart.begin()
        window.bench.half_typed.take(claim, "note", "half a wor")
        qtbot.wait(600)  # as long as words are held, and longer
        assert not window.bench.run(edit, lambda: kept.append("details"))
        assert window.jobs.busy(), "it waits beside the window"
        window.actions_by_id["undo"].trigger()
        qtbot.wait(600)
        assert heart.longest().wall < 1000 * PATIENCE / 2, "the desk is held all the while"
        assert not kept and not troubles
    qtbot.waitUntil(lambda: bool(kept) and not window.jobs.busy(), timeout=10_000)
    qtbot.waitUntil(lambda: rows(path, "SELECT text FROM typing") == [("half a wor",)], timeout=10_000)
    qtbot.waitUntil(lambda: len(rows(path, "SELECT seq FROM journal")) == steps + 2, timeout=10_000)
    assert rows(path, "SELECT kind FROM journal ORDER BY seq DESC LIMIT 2") == [("undo",), ("EditDetails",)]
    assert troubles == []
    assert verify(path) == ()


def test_words_that_became_a_step_while_another_program_wrote_are_forgotten_afterwards(
    qtbot: QtBot, start: Start
) -> None:
    window, path, case = with_a_claim(qtbot, start)
    claim = case.claims[0].id
    window.bench.half_typed.take(claim, "note", "whole words")
    window.bench.half_typed.keep()
    with held_by_another_program(path):
        window.bench.half_typed.forget(claim, "note")
        assert rows(path, "SELECT text FROM typing") == [("whole words",)]
    qtbot.waitUntil(lambda: rows(path, "SELECT text FROM typing") == [], timeout=10_000)


def test_what_follows_a_step_that_waited_comes_before_what_was_asked_for_meanwhile(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    case = window.bench.case
    assert case is not None
    first, second = (titled(case.article.id, title) for title in "ab")
    done: list[str] = []
    with held_by_another_program(path):
        assert not window.bench.run(first, lambda: done.append("first"))
        assert not window.bench.run(second, lambda: done.append("second"))
    qtbot.waitUntil(lambda: len(done) == 2, timeout=10_000)
    assert done == ["first", "second"]


def test_a_window_that_is_closed_while_a_step_waits_stays_until_it_is_kept(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    case = window.bench.case
    assert case is not None
    edit = titled(case.article.id, "Later")
    steps = len(rows(path, "SELECT seq FROM journal"))
    with held_by_another_program(path):
        assert not window.bench.run(edit)
        assert not window.close()
        qtbot.wait(600)
        assert window.isVisible()
        assert "closes once" in window.foot.currentMessage()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert len(rows(path, "SELECT seq FROM journal")) == steps + 1
    assert window.bench.session is None
    assert verify(path) == ()


def test_a_window_that_is_closed_while_a_step_waits_tells_where_it_was_not_kept_and_stays(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    case = window.bench.case
    assert case is not None
    edit = titled(case.article.id, "Later")
    steps = len(rows(path, "SELECT seq FROM journal"))
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.5)
    told: list[str] = []

    def look(dialog: TroubleDialog) -> None:
        told.append(dialog.windowTitle())
        assert window.isVisible()
        dialog.accept()

    when_it_comes(TroubleDialog, look)
    with held_by_another_program(path):
        assert not window.bench.run(edit)
        assert not window.close()
        qtbot.waitUntil(lambda: bool(told) and not window.jobs.busy(), timeout=10_000)
    assert told == ["The change was not kept."]
    qtbot.wait(100)
    assert window.isVisible(), "what was not kept can be done again"
    assert len(rows(path, "SELECT seq FROM journal")) == steps
    assert window.bench.run(edit)
    assert window.close()


def test_a_large_step_that_waits_for_another_program_can_be_stopped(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    case = window.bench.case
    assert case is not None
    edit = titled(case.article.id, "Later")
    steps = rows(path, "SELECT seq FROM journal")
    troubles: list[FactDeskError] = []
    window.jobs.trouble.connect(troubles.append)
    with held_by_another_program(path):
        assert not window.bench.run(edit, rows=5_000)
        qtbot.waitUntil(window.job_bar.isVisible)
        window.job_bar.cancel_button.click()
        qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=int(1000 * PATIENCE / 2))
    assert rows(path, "SELECT seq FROM journal") == steps
    assert troubles == []


def test_undo_that_waited_takes_no_step_back_that_came_meanwhile(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    case, session = window.bench.case, window.bench.session
    assert case is not None and session is not None
    mine, later = (titled(case.article.id, title) for title in "ab")
    assert window.bench.run(mine)
    meant = session.next_undo()
    other = Session.open(path, session.person)
    other.run(later)
    with pytest.raises(UndoConflictError, match="was not undone"):
        session.undo(meant=meant)
    assert other.next_labels() == (later.label, None)
    other.close()


def test_answers_that_wait_for_another_program_are_told_of_once_they_are_kept(qtbot: QtBot, start: Start) -> None:
    window, path, case = with_a_claim(qtbot, start)
    assert window.bench.run(AddQuery(article_id=case.article.id, kind=QueryKind.OTHER, question="When?"))
    window.rooms.questions.copy_letter()
    QApplication.clipboard().setText(QApplication.clipboard().text().replace("Answer:", "Answer: At noon."))
    said: list[str] = []
    window.rooms.questions.said.connect(said.append)
    with held_by_another_program(path):
        window.rooms.questions.paste_answers()
        assert said == []
    qtbot.waitUntil(lambda: len(said) == 1, timeout=10_000)
    assert said[0].startswith("1 ")
    assert rows(path, "SELECT answer FROM author_query") == [("At noon.",)]


@pytest.mark.parametrize("first", ["one that waits, too", "a large one, which is stopped"])
def test_a_window_that_is_closed_stays_until_the_steps_behind_are_kept(qtbot: QtBot, start: Start, first: str) -> None:
    window = start()
    path = open_sample(qtbot, window)
    assert window.bench.case is not None
    article, large = window.bench.case.article.id, "large" in first
    titles = [titled(article, title) for title in "abc"]
    steps = len(rows(path, "SELECT seq FROM journal"))
    with held_by_another_program(path):
        for edit in titles:
            assert not window.bench.run(edit, rows=5_000 if large and edit is titles[0] else 0)
        assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert len(rows(path, "SELECT seq FROM journal")) == steps + (2 if large else 3)
    assert rows(path, "SELECT title FROM article") == [("c",)]
    assert verify(path) == ()


@pytest.mark.parametrize("leave", ["close", "open another"])
def test_a_desk_that_is_left_is_left_once_its_steps_are_kept(
    qtbot: QtBot, start: Start, tmp_path: Path, leave: str
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    assert window.bench.case is not None and window.bench.session is not None
    article, other = window.bench.case.article.id, tmp_path / "other.factdesk"
    Session.create(other, window.bench.session.person).close()
    with held_by_another_program(path):
        for title in "ab":
            window.bench.run(titled(article, title))
        if leave == "close":
            window.commands["close-desk"]()
        else:
            assert not window.desks.open(other)
        window.bench.run(titled(article, "after it"))
        assert window.bench.session.path == path
    qtbot.waitUntil(lambda: window.bench.session is None or window.bench.session.path == other, timeout=10_000)
    assert (window.bench.session is None) == (leave == "close")
    assert rows(path, "SELECT title FROM article") == [("after it",)]
    assert verify(path) == ()

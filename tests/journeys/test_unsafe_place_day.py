"""A desk in a synced folder: large steps are taken beside the window there, too, and nobody else gets in meanwhile."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.window.heartbeat import Heartbeat
from factdesk.assets import sample_article
from factdesk.model.article import Details
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.article import EditDetails
from factdesk.work.verification import verify
from tests.elsewhere import HASTY_VERB, command_line
from tests.journeys.conftest import Start
from tests.journeys.hands import rows
from tests.journeys.test_large_steps_day import (
    CLAIMED,
    MOST,
    PROPOSED,
    accept_all_elsewhere,
    assert_shows_its_case,
    claims,
    desk,
    made,
    sit_down,
)

__all__ = ["desk", "made"]

ALL = CLAIMED + PROPOSED


@pytest.fixture
def synced(desk: tuple[Path, str], tmp_path: Path) -> Path:
    """A desk with one large step, in a folder that another program copies away."""
    accept_all_elsewhere(desk)  # type: ignore[arg-type]
    path = tmp_path / "Dropbox" / "desk.factdesk"
    path.parent.mkdir()
    path.write_bytes(desk[0].read_bytes())
    return path


@pytest.fixture
def window(qtbot: QtBot, start: Start, synced: Path) -> MainWindow:
    opened = start()
    sit_down(qtbot, opened, synced)
    assert opened.bench.session is not None and opened.bench.session.locked
    assert claims(opened) == ALL
    return opened


def beside(synced: Path) -> set[str]:
    return {path.name for path in synced.parent.iterdir()} - {synced.name, f"{synced.name}-journal"}


def test_the_window_takes_a_large_step_back_and_does_it_again_without_missing_its_turn(
    qtbot: QtBot, window: MainWindow, synced: Path
) -> None:
    heart = Heartbeat(window)
    for command, left in (("undo", CLAIMED), ("redo", ALL)):
        heart.begin()
        window.actions_by_id[command].trigger()
        assert window.jobs.busy()
        qtbot.waitUntil(lambda left=left: claims(window) == left, timeout=30_000)  # type: ignore[misc]
        assert heart.longest().own < MOST
        qtbot.waitUntil(lambda: not window.jobs.busy())
        assert_shows_its_case(window)
        assert len(rows(synced, "SELECT id FROM claim")) == left
    assert beside(synced) == set(), "no log, no copy"


def test_a_step_that_was_cancelled_has_changed_nothing(qtbot: QtBot, window: MainWindow, synced: Path) -> None:
    before = rows(synced, "SELECT max(seq), count(*) FROM journal")
    window.actions_by_id["undo"].trigger()
    window.job_bar.cancel_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=30_000)
    assert (claims(window), rows(synced, "SELECT max(seq), count(*) FROM journal")) == (ALL, before)
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: claims(window) == CLAIMED, timeout=30_000)


def test_what_is_asked_for_meanwhile_is_done_afterwards(qtbot: QtBot, window: MainWindow, synced: Path) -> None:
    case = window.bench.case
    assert case is not None
    kept: list[str] = []
    window.bench.undo()
    edit = EditDetails(article_id=case.article.id, details=Details(title="Other rows"), case_number="7")
    assert not window.bench.run(edit, lambda: kept.append("details"))
    window.bench.half_typed.take(case.claims[0].id, "note", "half a wor")
    window.bench.half_typed.keep()
    window.case_page.checklist.setFocus()
    window.checking.go("claim", case.claims[5].id)  # reading goes on
    assert not kept
    qtbot.waitUntil(lambda: bool(kept), timeout=30_000)
    assert claims(window) == CLAIMED
    assert window.bench.case is not None and window.bench.case.article.details.title == "Other rows"
    assert rows(synced, "SELECT kind FROM journal ORDER BY seq DESC LIMIT 2") == [("EditDetails",), ("undo",)]
    qtbot.waitUntil(lambda: rows(synced, "SELECT text FROM typing") == [("half a wor",)])


def test_another_program_does_not_get_in_before_between_or_after(
    qtbot: QtBot, window: MainWindow, synced: Path
) -> None:
    steps = rows(synced, "SELECT count(*) FROM journal")
    others: list[subprocess.Popen[str]] = []
    for command, left in (("undo", CLAIMED), ("redo", ALL)):
        window.actions_by_id[command].trigger()
        command_words = [sys.executable, "-c", HASTY_VERB, "undo", str(synced), "--by", "Somebody else"]
        other = subprocess.Popen(command_words, stderr=subprocess.PIPE, text=True)
        others.append(other)
        qtbot.waitUntil(lambda left=left: claims(window) == left, timeout=30_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda other=other: other.poll() is not None, timeout=30_000)  # type: ignore[misc]
    for other in others:
        _, told = other.communicate()
        assert other.returncode != 0 and "another program holds" in told
    assert "another program holds" in command_line("verify", synced).stderr
    assert rows(synced, "SELECT count(*) FROM journal") == [(steps[0][0] + 2,)]
    window.close()
    assert command_line("undo", synced, "--by", "Checker").returncode == 0


@pytest.mark.parametrize("wait", [False, True], ids=["at once", "once it cannot be stopped"])
def test_a_window_that_is_closed_meanwhile_leaves_all_of_the_step_or_nothing(
    qtbot: QtBot, window: MainWindow, synced: Path, wait: bool
) -> None:
    case = window.bench.case
    assert case is not None
    before, settled = len(case.claims), list[bool]()
    window.bench.undo()
    if wait:
        (running,) = window.jobs._running
        running.settled.connect(lambda: settled.append(True))
        qtbot.waitUntil(lambda: bool(settled), timeout=30_000)
    window.bench.half_typed.take(case.claims[0].id, "note", "half a wor")
    window.close()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=30_000)
    assert [fault for fault in verify(synced) if "was added by another hand" not in fault] == [], "its rows were"
    assert rows(synced, "SELECT count(*) FROM claim") == [(CLAIMED if wait else before,)]
    assert rows(synced, "SELECT text FROM typing") == [("half a wor",)]
    assert beside(synced) == set()


def test_a_desk_is_verified_backed_up_and_copied_beside_a_window_that_works_on(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    synced = tmp_path / "Dropbox" / "sample.factdesk"
    assert window.desks.make(synced)
    window.rooms.intake.open_as_proposed(sample_article())
    qtbot.waitUntil(lambda: window.bench.case is not None and not window.jobs.busy())
    case, session = window.bench.case, window.bench.session
    assert case is not None and session is not None
    said: list[str] = []
    window.desks.said.connect(said.append)
    window.rooms.said.connect(said.append)
    copy = tmp_path / "copy.factdesk"
    begins: list[Callable[[], None]] = [
        window.rooms.record.verify,
        window.rooms.backups.take,
        lambda: window.desks.save_copy(session, copy),
    ]
    for nth, begin in enumerate(begins):
        begin()
        assert window.jobs.busy()
        details = Details(title=f"Rows {nth}")
        assert window.bench.run(EditDetails(article_id=case.article.id, details=details, case_number=""))
        qtbot.waitUntil(lambda nth=nth: len(said) == nth + 1, timeout=60_000)  # type: ignore[misc]
    assert "is sound" in said[0] and "Backed up" in said[1] and "A copy was saved" in said[2]
    window.close()
    assert (verify(copy), verify(synced)) == ((), ())
    assert beside(synced) == {"sample backups"}

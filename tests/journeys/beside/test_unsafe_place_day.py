"""A desk in a synced folder: while a large step is taken there nobody else gets in, and nothing is left beside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.assets import sample_article
from factdesk.model.article import Details
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.article import EditDetails
from factdesk.work.verification import verify
from tests.elsewhere import HASTY_VERB, command_line
from tests.journeys.beside.test_large_steps_day import ALL, CLAIMED, claims, desk, large, made, window
from tests.journeys.conftest import Start
from tests.journeys.hands import rows

__all__ = ["desk", "large", "made", "window"]

in_a_synced_folder = pytest.mark.parametrize("large", ["Dropbox"], indirect=True)


def beside(synced: Path) -> set[str]:
    return {path.name for path in synced.parent.iterdir()} - {synced.name, f"{synced.name}-journal"}


@in_a_synced_folder
def test_another_program_does_not_get_in_before_between_or_after(qtbot: QtBot, window: MainWindow, large: Path) -> None:
    steps = rows(large, "SELECT count(*) FROM journal")
    others: list[subprocess.Popen[str]] = []
    for command, left in (("undo", CLAIMED), ("redo", ALL)):
        window.actions_by_id[command].trigger()
        command_words = [sys.executable, "-c", HASTY_VERB, "undo", str(large), "--by", "Somebody else"]
        other = subprocess.Popen(command_words, stderr=subprocess.PIPE, text=True)
        others.append(other)
        qtbot.waitUntil(lambda left=left: claims(window) == left, timeout=30_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda other=other: other.poll() is not None, timeout=30_000)  # type: ignore[misc]
    for other in others:
        _, told = other.communicate()
        assert other.returncode != 0 and "another program holds" in told
    assert "another program holds" in command_line("verify", large).stderr
    assert rows(large, "SELECT count(*) FROM journal") == [(steps[0][0] + 2,)]
    assert beside(large) == set(), "no log, no copy"
    window.close()
    assert command_line("undo", large, "--by", "Checker").returncode == 0


@in_a_synced_folder
@pytest.mark.parametrize("wait", [False, True], ids=["at once", "once it cannot be stopped"])
def test_a_window_that_is_closed_meanwhile_leaves_all_of_the_step_or_nothing(
    qtbot: QtBot, window: MainWindow, large: Path, wait: bool
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
    qtbot.waitUntil(lambda: not window.jobs.busy() and not window.isVisible(), timeout=30_000)
    assert [fault for fault in verify(large) if "was added by another hand" not in fault] == [], "its rows were"
    assert rows(large, "SELECT count(*) FROM claim") == [(CLAIMED if wait else before,)]
    assert rows(large, "SELECT text FROM typing") == [("half a wor",)]
    assert beside(large) == set()


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

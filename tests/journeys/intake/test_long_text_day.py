"""A text of 20 MB on its way in through the real window can be stopped at once, and the window answers throughout."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.window.answering import PARAGRAPHS, write_book
from benchmarks.window.heartbeat import Heartbeat
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from tests.desks import logical
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, when_it_comes

MOST = 1000.0
"""Milliseconds of own time, threads beside the window included, where other tests run; it was 5,000 and more."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "book.txt"
    write_book(path)
    assert path.stat().st_size > 20_000_000
    return path


@pytest.mark.parametrize("after", [0.2, 1.5, 4.0])
def test_it_is_stopped_within_half_a_second_wherever_it_is(
    qtbot: QtBot, start: Start, book: Path, after: float
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    window.rooms.intake.open(book)
    begun = time.perf_counter()
    qtbot.waitUntil(lambda: time.perf_counter() - begun > after, timeout=10_000)
    assert window.jobs.busy()
    window.jobs.stop()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=500)
    assert logical(desk) == before


@pytest.mark.timeout(600)
def test_it_is_taken_in_and_taken_back_and_the_window_answers_throughout(
    qtbot: QtBot, start: Start, book: Path
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    heart = Heartbeat(window)
    gaps: dict[str, float] = {}

    def in_it() -> bool:
        case = window.bench.case
        return case is not None and len(case.version.blocks) > PARAGRAPHS

    def take(dialog: IntakeDialog) -> None:
        gaps["read"] = heart.longest().own
        heart.begin()
        dialog.take.click()

    when_it_comes(IntakeDialog, take)
    heart.begin()
    window.rooms.intake.open(book)
    qtbot.waitUntil(lambda: in_it() and not window.jobs.busy(), timeout=300_000)
    gaps["taken in"] = heart.longest().own
    heart.begin()
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: window.bench.case is None and not window.jobs.busy(), timeout=60_000)
    gaps["taken back"] = heart.longest().own
    assert logical(desk) == before
    assert max(gaps.values()) < MOST, gaps

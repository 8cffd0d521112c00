"""Work of the window's own thread comes to its end bit by bit, tells how far it is, and can be left undone."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from benchmarks.window.heartbeat import Heartbeat
from factdesk.ui.jobs import JobBar
from factdesk.ui.slices import Slices


@pytest.fixture
def owner(qtbot: QtBot) -> JobBar:
    bar = JobBar()
    qtbot.addWidget(bar)
    return bar


def busy(milliseconds: float) -> None:
    until = perf_counter() + milliseconds / 1000
    while perf_counter() < until:
        pass


def work(done: list[int], steps: int) -> Iterator[tuple[int, int]]:
    for nth in range(steps):
        yield nth, steps
        busy(5)
        done.append(nth)


def test_all_of_it_is_done_and_the_window_has_its_turn_in_between(qtbot: QtBot, owner: QObject) -> None:
    done: list[int] = []
    told: list[tuple[int, int]] = []
    slices = Slices(work(done, 100), lambda: done.append(-1), owner)
    slices.progressed.connect(lambda *how: told.append(how))
    heart = Heartbeat(owner)
    heart.begin()
    with qtbot.waitSignal(slices.ended):
        slices.start()
    assert done == [*range(100), -1]
    assert told == sorted(told)
    assert told[-1][1] == 100
    assert heart.longest().own < 250  # half a second of work


def test_what_was_left_undone_is_not_taken_for_done(qtbot: QtBot, owner: JobBar) -> None:
    done: list[int] = []
    slices = Slices(work(done, 1000), lambda: done.append(-1), owner)
    owner.watch(slices, "Laying out…")
    slices.progressed.connect(owner.cancel_button.click)
    with qtbot.waitSignal(slices.ended):
        slices.start()
    assert done
    assert -1 not in done
    assert len(done) < 1000

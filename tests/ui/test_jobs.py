"""A job runs beside the window, reports to it, can be stopped, and never speaks after it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from factdesk.ui.jobs import JobBar, RunningJob
from factdesk.work.jobs import Watch, step


@pytest.fixture
def endless() -> Iterator[RunningJob[None]]:
    """A job that ends only when it is cancelled: by the test, or else after it."""

    def work(watch: Watch) -> None:
        while True:
            step(watch, 2, 5)

    job = RunningJob(work, never, never)
    yield job
    job.cancel()


def never(_: object) -> None:
    raise AssertionError("nobody should have been told")


def test_a_result_arrives_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    told: list[tuple[int, str]] = []
    job = RunningJob(
        lambda _: threading.get_ident(), lambda made: told.append((made, threading.current_thread().name)), never
    )
    with qtbot.waitSignal(job.ended):
        job.start()
    ((worker, thread),) = told
    assert worker != threading.get_ident()
    assert thread == "MainThread"


def test_what_a_job_raises_is_carried_over(qtbot: QtBot) -> None:
    told: list[Exception] = []

    def broken(_: Watch) -> None:
        raise ValueError("nine metres")

    job = RunningJob(broken, never, told.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert [str(error) for error in told] == ["nine metres"]


def test_a_job_that_has_settled_is_not_stopped_any_more(qtbot: QtBot) -> None:
    told: list[str] = []
    go_on = threading.Event()

    def kept(watch: Watch) -> str:
        watch.settle()
        assert go_on.wait(10)
        step(watch, 1, 1)
        return "kept"

    job = RunningJob(kept, told.append, never)
    with qtbot.waitSignal(job.ended):
        with qtbot.waitSignal(job.settled):
            job.start()
        job.cancel()
        go_on.set()
    assert told == ["kept"]


def test_a_job_that_was_stopped_cannot_settle(qtbot: QtBot) -> None:
    reached: list[str] = []
    go_on = threading.Event()

    def kept(watch: Watch) -> None:
        assert go_on.wait(10)
        watch.settle()
        reached.append("kept")

    job = RunningJob(kept, never, never)
    with qtbot.waitSignal(job.ended):
        job.start()
        job.cancel()
        go_on.set()
    assert not reached


def test_progress_is_told_as_it_comes(qtbot: QtBot) -> None:
    def steps(watch: Watch) -> None:
        for done in range(3):
            step(watch, done, 3)

    job = RunningJob(steps, lambda _: None, never)
    seen: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.ended):
        job.start()
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_a_cancelled_job_ends_and_says_nothing(qtbot: QtBot, endless: RunningJob[None]) -> None:
    with qtbot.waitSignal(endless.progressed):
        endless.start()
    with qtbot.waitSignal(endless.ended):
        endless.cancel()


def test_a_result_that_comes_after_the_cancel_is_dropped(qtbot: QtBot) -> None:
    go_on = threading.Event()
    job = RunningJob(lambda _: go_on.wait(10), never, never)
    with qtbot.waitSignal(job.ended):
        job.start()
        job.cancel()
        go_on.set()


def test_the_bar_shows_itself_only_for_a_job_that_takes_long(qtbot: QtBot, endless: RunningJob[None]) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    quick = RunningJob(lambda _: None, lambda _: None, never)
    bar.watch(quick, "Reading “flood.txt”…")
    assert not bar.isVisible()
    with qtbot.waitSignal(quick.ended):
        quick.start()
    assert not bar.isVisible()

    bar.watch(endless, "Reading “flood.txt”…")
    endless.start()
    qtbot.waitUntil(bar.isVisible)
    progress = bar.findChild(QProgressBar)
    assert progress is not None
    qtbot.waitUntil(lambda: (progress.value(), progress.maximum()) == (2, 5))
    assert progress.accessibleName() == "Reading “flood.txt”…"
    with qtbot.waitSignal(endless.ended):
        bar.cancel_button.click()
    assert not bar.isVisible()


def test_the_bar_has_gone_before_the_person_is_asked_about_what_came(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    seen: list[bool] = []
    shown = threading.Event()

    def work(_: Watch) -> None:
        assert shown.wait(20)

    job = RunningJob(work, lambda _: seen.append(bar.isVisible()), never)
    bar.watch(job, "Reading…")
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.start()
        qtbot.waitUntil(bar.isVisible)
        shown.set()
    assert seen == [False]
    later = RunningJob(work, never, never)
    bar.watch(later, "Reading…")  # nothing of the first one is left to hide it
    qtbot.waitUntil(bar.isVisible)

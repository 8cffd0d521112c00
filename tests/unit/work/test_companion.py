"""Work in a process beside: what comes of it, how it is stopped, what it says when it breaks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count

import pytest

from factdesk.work.companion import CompanionError, worked_out
from factdesk.work.jobs import Cancelled, Unwatched, Watch, step


class Impatient(Unwatched):
    """Wants it stopped once it was told anything."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, int]] = []

    def cancelled(self) -> bool:
        return bool(self.heard)

    def progress(self, done: int, total: int) -> None:
        self.heard.append((done, total))


def counted(most: int, watch: Watch) -> Iterator[int]:
    for nth in range(most):
        step(watch, nth, most)
        yield nth
    print("what the work prints is no answer")


def endless(_value: object, watch: Watch) -> Iterator[int]:
    step(watch, 1, 2)
    yield sum(1 for _ in count())


def process(_value: object, _watch: Watch) -> Iterator[int]:
    yield os.getpid()


def wrong(_value: object, _watch: Watch) -> Iterator[int]:
    yield 1
    raise ValueError("a bug in the work")


def gone(_value: object, _watch: Watch) -> Iterator[int]:
    yield 1
    os._exit(3)


def test_pieces_and_progress_come_in_the_order_they_were_made() -> None:
    heard: list[int] = []

    class Hearing(Unwatched):
        def progress(self, done: int, total: int) -> None:
            assert total == 3
            heard.append(done)

    assert list(worked_out(counted, 3, Hearing())) == [0, 1, 2]
    assert heard == [0, 1, 2]


def test_it_is_another_process() -> None:
    (pid,) = worked_out(process, None, Unwatched())
    assert pid not in (0, os.getpid())


def test_a_person_who_wants_it_stopped_does_not_wait_for_it() -> None:
    with pytest.raises(Cancelled):
        list(worked_out(endless, None, Impatient()))


def test_what_went_wrong_there_is_told_here() -> None:
    with pytest.raises(CompanionError, match="a bug in the work"):
        list(worked_out(wrong, None, Unwatched()))


def test_a_process_that_vanishes_is_not_taken_for_one_that_ended() -> None:
    with pytest.raises(CompanionError, match="before its work did"):
        list(worked_out(gone, None, Unwatched()))

"""What is made beside the window and stays: nobody looks for garbage in it."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from factdesk.work.jobs import Cancelled, making_what_stays


def test_one_that_is_stopped_leaves_another_that_still_makes_what_stays_undisturbed() -> None:
    both, stopped = Barrier(2, timeout=10), Barrier(2, timeout=10)

    def one() -> None:
        with making_what_stays():
            both.wait()
            raise Cancelled

    def other() -> bool:
        with making_what_stays():
            both.wait()
            stopped.wait()
            return gc.isenabled()

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.submit(one), threads.submit(other)
        assert isinstance(first.exception(), Cancelled)
        stopped.wait()
        assert not second.result()
    assert gc.isenabled()


def test_where_nobody_looked_for_garbage_before_nobody_does_afterwards() -> None:
    gc.disable()
    try:
        with making_what_stays(), making_what_stays():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()

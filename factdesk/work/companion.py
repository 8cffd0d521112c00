"""A process beside this one that works something out, so that what it computes never takes a window's turn.

Python runs one thread at a time: a job of seconds in a thread takes every other turn of the window, and its findings
make Python look for garbage in all that lives. Here the work is done elsewhere, and what comes of it arrives in
pieces, each quick to unpack.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from factdesk.work.jobs import Cancelled, Watch, step

Pieces = Callable[[Any, Watch], Iterable[object]]
"""What a companion runs: a function of a module that yields what it found in pieces. Value and pieces are pickled."""

_POLL = 0.1
"""Seconds between two looks at whether the person wants it stopped."""
_NICE = 5
"""By how much the work stands back behind the window."""


class CompanionError(Exception):
    """The process beside could not be started, or broke down; its message says how."""


def worked_out(work: Pieces, value: object, watch: Watch) -> Iterator[Any]:
    """Yield the pieces of ``work(value, …)`` as they come from a process of its own.

    Raises:
        Cancelled: the person stopped it; the process is gone.
        CompanionError: it could not be started, or ended before its end.
    """
    context = get_context("spawn")  # a fork would take along locks of Qt's threads that nobody there lets go of
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, value, there), name="companion", daemon=True)
    with here:
        try:
            with there:
                process.start()
        except OSError as problem:
            raise CompanionError(str(problem)) from problem
        try:
            yield from _pieces(here, watch)
        finally:
            process.kill()
            process.join()


def _pieces(said: Connection, watch: Watch) -> Iterator[Any]:
    while True:
        kind, found = _next(said, watch)
        if kind == "progress":
            step(watch, *found)
        elif kind == "piece":
            yield found
        elif kind == "end":
            return
        else:
            raise CompanionError(found)


def _next(said: Connection, watch: Watch) -> tuple[str, Any]:
    try:
        while not said.poll(_POLL) and not watch.cancelled():
            pass
        if watch.cancelled():
            raise Cancelled
        told: tuple[str, Any] = said.recv()
    except (EOFError, OSError):
        return "broken", "it ended before its work did"
    return told


class _Telling:
    """The watch of the work: it tells the other process how far it is, and is killed where that wants it stopped."""

    def __init__(self, to: Connection) -> None:
        self._to = to
        self._told = -1

    def cancelled(self) -> bool:
        return False

    def progress(self, done: int, total: int) -> None:
        if done != self._told:
            self._told = done
            self._to.send(("progress", (done, total)))

    def settle(self) -> None:
        """Nothing is kept here: whoever asked decides."""


def _work(work: Pieces, value: object, to: Connection) -> None:
    """Tell what comes of ``work``. Runs in the process beside."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    try:
        for piece in work(value, _Telling(to)):
            to.send(("piece", piece))
        to.send(("end", None))
    except BrokenPipeError:  # nobody waits any more
        return
    except Exception:  # noqa: BLE001  carried over to whoever waits
        to.send(("broken", traceback.format_exc()))

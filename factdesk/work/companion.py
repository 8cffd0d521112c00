"""A process beside this one that works something out, so that what it computes never takes a window's turn.

Python runs one thread at a time: a job of seconds in a thread takes every other turn of the window, and its findings
make Python look for garbage in all that lives. Here the work is done elsewhere, and what comes of it arrives in
pieces, each quick to unpack. Both ends are FactDesk and trust each other, so what passes are pickles.

The other end is ``python -I -m factdesk.work.companion``.
"""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from factdesk.work.jobs import Cancelled, Watch, step

Pieces = Callable[[Any, Watch], Iterable[object]]
"""What a companion runs: a function of a module, named "module:function", that yields what it found in pieces."""

_COMMAND: tuple[str, ...] = (sys.executable, "-I", "-m", "factdesk.work.companion")
_POLL = 0.1
"""Seconds between two looks at whether the person wants it stopped."""
_NICE = 5
"""By how much the work stands back behind the window."""


class CompanionError(Exception):
    """The process beside could not be started, or broke down; its message says how."""


def worked_out(name: str, value: object, watch: Watch) -> Iterator[Any]:
    """Yield the pieces of ``name`` (``Pieces``) called with ``value`` in a process of its own, as they come.

    Raises:
        Cancelled: the person stopped it; the process is gone.
        CompanionError: it could not be started, or ended before its end.
    """
    said: SimpleQueue[tuple[str, Any]] = SimpleQueue()
    with _asked((name, value), said):
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


@contextmanager
def _asked(question: object, said: SimpleQueue[tuple[str, Any]]) -> Iterator[None]:
    """Have a process that was asked and puts into ``said`` what it says; it is gone when the block ends."""
    try:
        process = subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError as problem:
        raise CompanionError(str(problem)) from problem
    assert process.stdin is not None and process.stdout is not None  # noqa: S101  both are pipes
    threads = (
        Thread(target=_listen, args=(process.stdout, said), name="what a companion says", daemon=True),
        Thread(target=_ask, args=(process.stdin, question), name="what a companion is asked", daemon=True),
    )
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join()


def _next(said: SimpleQueue[tuple[str, Any]], watch: Watch) -> tuple[str, Any]:
    while True:
        if watch.cancelled():
            raise Cancelled
        with suppress(Empty):
            return said.get(timeout=_POLL)


def _listen(stream: BinaryIO, said: SimpleQueue[tuple[str, Any]]) -> None:
    """Hand on what is said until its end, and say that it broke off where there was no end."""
    try:
        with stream:
            while True:
                told = pickle.load(stream)  # noqa: S301  our own process wrote it
                said.put(told)
                if told[0] in ("end", "broken"):
                    return
    except (EOFError, OSError, pickle.UnpicklingError):
        said.put(("broken", "it ended before its work did"))


def _ask(stream: BinaryIO, question: object) -> None:
    with suppress(OSError), stream:
        pickle.dump(question, stream)


class _Telling:
    """The watch of the work: it tells the other process how far it is, and is killed where that wants it stopped."""

    def __init__(self, say: Callable[[str, object], None]) -> None:
        self._say = say
        self._told = -1

    def cancelled(self) -> bool:
        return False

    def progress(self, done: int, total: int) -> None:
        if done != self._told:
            self._told = done
            self._say("progress", (done, total))

    def settle(self) -> None:
        """Nothing is kept here: whoever asked decides."""


def main() -> None:
    """Work out what standard input asks for and tell it on standard output."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    out = os.fdopen(os.dup(1), "wb")

    def say(kind: str, found: object) -> None:
        pickle.dump((kind, found), out, pickle.HIGHEST_PROTOCOL)
        out.flush()

    with redirect_stdout(sys.stderr):
        try:
            name, value = pickle.load(sys.stdin.buffer)  # noqa: S301  the window wrote it
            module, _, function = name.partition(":")
            pieces: Pieces = getattr(importlib.import_module(module), function)
            for piece in pieces(value, _Telling(say)):
                say("piece", piece)
            say("end", None)
        except Exception:  # noqa: BLE001  carried over to whoever waits
            say("broken", traceback.format_exc())


if __name__ == "__main__":
    main()

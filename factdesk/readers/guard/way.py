"""``guarded``: the way of a format whose bytes are read in a process of their own."""

from __future__ import annotations

import atexit
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from factdesk.errors import UnreadableArticleError
from factdesk.readers.files import WHAT
from factdesk.readers.guard import child, frames, limits
from factdesk.readers.guard.process import Nursery, Reader, Single
from factdesk.readers.reading import Reading
from factdesk.readers.source import OnProgress, Source, Way, unwatched

T = TypeVar("T")

_POLL = 0.1
"""Seconds between two looks at whether the person wants it stopped."""

_TIME, _CRASH = "time", "crash"
_SENTENCES = {
    _TIME: f"reading it took longer than {limits.SECONDS} seconds, so it was stopped",
    child.MEMORY: "reading it took more memory than an article needs, so it was stopped",
    child.NESTING: "its parts are nested deeper than in any article",
    child.BROKEN: "the file is damaged, or not what its name says",
    _CRASH: "the program part that reads it broke down over it",
    child.TOO_MUCH: "more came out of it than any article holds, so it was stopped",
}
_REMEDY = "Open it in the program it comes from, copy its words and paste them here."
_MISSING = "This system sets no limit on {0} for what reads files; only the other limits were there."
_idle: list[Nursery] = []
_taking = threading.Lock()


def guarded(module: str) -> Way:
    """Return the way of the reader with the dotted name ``module``, which has ``read(data: bytes) -> Reading``.

    The way raises ``UnreadableArticleError`` where the reader refused, broke down or passed a limit, and lets through
    what ``on_progress`` raises; the process is gone by then.
    """

    def way(source: Source, on_progress: OnProgress) -> Reading:
        reading, missing = _read(module, source.data, on_progress)
        notices = (_MISSING.format(name) for name, needed in missing if needed)
        return replace(reading, notices=(*reading.notices, *notices))

    return way


def guarded_bytes(module: str) -> Callable[[bytes, OnProgress], bytes]:
    """Return what has ``module`` make bytes of bytes, as ``guarded`` has it make a reading; the bytes are not believed.

    Raises as ``guarded``'s way does.
    """

    def way(data: bytes, on_progress: OnProgress) -> bytes:
        kind, payload = _outcome(module, data, on_progress)
        if kind != frames.BYTES:
            raise _trouble(_CRASH)
        return payload

    return way


def missing_walls() -> tuple[str, ...]:
    """Return, in words, the limits that this system does not set around readers."""
    _, missing = _read("factdesk.readers.guard.probe", b"", unwatched)
    return tuple(name for name, _ in missing)


def _read(module: str, data: bytes, on_progress: OnProgress) -> tuple[Reading, list[tuple[str, bool]]]:
    kind, payload = _outcome(module, data, on_progress)
    if kind != frames.READING:
        raise _trouble(_CRASH)
    lacking, _, packed = payload.partition(b"\n")
    return _believed(frames.unpack, packed), _believed(frames.lacking, lacking)


def _outcome(module: str, data: bytes, on_progress: OnProgress) -> tuple[bytes, bytes]:
    """Return kind and payload of what ``module`` made of ``data`` behind the guard, refusals and failures raised."""
    until = time.monotonic() + limits.SECONDS
    with _process(module, data) as reader:
        kind, payload = _answer(reader, until, on_progress)
    if kind == frames.REFUSAL:
        raise UnreadableArticleError(*_believed(frames.refusal, payload))
    if kind == frames.FAILURE:
        raise _trouble(payload.decode("ascii", "replace"))
    return kind, payload


@contextmanager
def _process(module: str, data: bytes) -> Iterator[Reader]:
    """Yield a process that reads; it is gone, or ready for another article, afterwards."""
    if not hasattr(os, "fork"):
        single = Single(module, data)
        try:
            yield single
        finally:
            single.kill()
        return
    nursery = _ready()
    try:
        yield nursery.read(module, data)
    except BaseException:
        nursery.kill()
        raise
    with _taking:
        _idle.append(nursery)


def _ready() -> Nursery:
    with _taking:
        while _idle:
            nursery = _idle.pop()
            if nursery.alive():
                return nursery
            nursery.close()
    return Nursery()


def _answer(reader: Reader, until: float, on_progress: OnProgress) -> tuple[bytes, bytes]:
    """Return the frame that ends a reading, and tell progress until it comes."""
    heard = _Heard(reader)
    while not heard.ended.wait(_POLL):
        if time.monotonic() > until:
            raise _trouble(_TIME)
        on_progress(*heard.progress)
    if heard.trouble:
        raise _trouble(heard.trouble)
    status = reader.finished()
    if heard.outcome is not None and status == 0:
        return heard.outcome
    raise _trouble(_TIME if -status in _OUT_OF_TIME else _CRASH)


_OUT_OF_TIME = {getattr(signal, name) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}


class _Heard:
    """What a reader's process says, listened to in a thread until it falls silent."""

    def __init__(self, reader: Reader) -> None:
        self.progress = (0, 0)
        self.outcome: tuple[bytes, bytes] | None = None
        self.trouble = ""
        self.ended = threading.Event()
        threading.Thread(target=self._listen, args=(reader,), name="answer of a reader", daemon=True).start()

    def _listen(self, reader: Reader) -> None:
        try:
            with reader.answers as answers:
                for kind, payload in frames.frames(answers.read, limits.OUTPUT):
                    if kind == frames.PROGRESS:
                        self.progress = frames.progress(payload)
                    elif self.outcome is None:
                        self.outcome = kind, payload
        except frames.TooMuchError:
            self.trouble = child.TOO_MUCH
        except (frames.BrokenFrameError, OSError):
            self.outcome = None
        finally:
            self.ended.set()


def _believed(unpack: Callable[[bytes], T], payload: bytes) -> T:
    try:
        return unpack(payload)
    except frames.BrokenFrameError:
        raise _trouble(_CRASH) from None


def _trouble(which: str) -> UnreadableArticleError:
    return UnreadableArticleError(WHAT, _SENTENCES.get(which, _SENTENCES[_CRASH]), _REMEDY)


@atexit.register
def let_go() -> None:
    """End the processes that stay ready for another article."""
    with _taking:
        while _idle:
            _idle.pop().close()

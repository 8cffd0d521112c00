"""Work that takes more than a tenth of a second: it computes, reports and can be stopped."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Protocol, TypeVar

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818  not an error
    """The person stopped the job. Raised out of the job, never shown as an error."""


class Watch(Protocol):
    """What a job is given by whoever runs it: the window's pool, the command line, a test."""

    def cancelled(self) -> bool:
        """Say whether the person wants it stopped."""

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is."""

    def settle(self) -> None:
        """Tell that what was asked for is about to be kept: from now on ``cancelled`` stays False.

        Raises:
            Cancelled: the person stopped it before.
        """


class Unwatched:
    """A watch for work nobody waits in front of."""

    def cancelled(self) -> bool:
        return False

    def progress(self, done: int, total: int) -> None:
        """Nobody looks."""

    def settle(self) -> None:
        """Nobody would stop it."""


Job = Callable[[Watch], T]


def step(watch: Watch, done: int, total: int) -> None:
    """Report progress and stop where the person asked for it.

    Raises:
        Cancelled: the work so far is thrown away; nothing was written.
    """
    if watch.cancelled():
        raise Cancelled
    watch.progress(done, total)


class _Makers:
    """Those who make what stays, in whatever threads; nobody looks for garbage until the last of them is done."""

    def __init__(self) -> None:
        self._counting = Lock()
        self._many = 0
        self._looked = False
        """Whether Python looked for garbage before the first of them."""

    def begin(self) -> None:
        with self._counting:
            if not self._many:
                self._looked = gc.isenabled()
                gc.disable()
            self._many += 1

    def end(self) -> None:
        with self._counting:
            self._many -= 1
            if not self._many and self._looked:
                gc.freeze()  # never looked at again; the bench lets it go with the article
                gc.enable()


_makers = _Makers()


@contextmanager
def making_what_stays() -> Iterator[None]:
    """Let nobody look for garbage among what is made: that finds none, and holds the window up for half a second.

    It may be done by several at a time: one that ends, or is stopped, leaves the others what they asked for.
    """
    _makers.begin()
    try:
        yield
    finally:
        _makers.end()

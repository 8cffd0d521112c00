"""Work that takes more than a tenth of a second: it computes, reports and can be stopped."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def making_what_stays() -> Iterator[None]:
    """Let nobody look for garbage among what is made: that finds none, and holds the window up for half a second."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # never looked at again; the bench lets it go with the article
        gc.enable()

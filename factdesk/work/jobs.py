"""Work that takes more than a tenth of a second: it computes, reports and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
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


class Unwatched:
    """A watch for work nobody waits in front of."""

    def cancelled(self) -> bool:
        return False

    def progress(self, done: int, total: int) -> None:
        """Nobody looks."""


Job = Callable[[Watch], T]


def step(watch: Watch, done: int, total: int) -> None:
    """Report progress and stop where the person asked for it.

    Raises:
        Cancelled: the work so far is thrown away; nothing was written.
    """
    if watch.cancelled():
        raise Cancelled
    watch.progress(done, total)

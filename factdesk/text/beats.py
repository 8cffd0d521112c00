"""Signs of life from long work on a text, so that it can be stopped and other threads get their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Beat = Callable[[], None]
"""Called again and again while work goes on; what it raises ends the work."""

_EVERY = 500


def unheard() -> None:
    """The beat of work nobody waits in front of."""


def beating(items: Iterable[T], beat: Beat) -> Iterator[T]:
    """Yield ``items`` with a beat before the first and every 500th."""
    for nth, item in enumerate(items):
        if nth % _EVERY == 0:
            beat()
        yield item

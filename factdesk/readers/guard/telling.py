"""How a reader says how far it is, without knowing whether anybody is there to hear it."""

from __future__ import annotations

from factdesk.readers.source import OnProgress, unwatched

_hears: list[OnProgress] = [unwatched]


def tell(done: int, total: int) -> None:
    """Show progress; ``total`` 0 where it is not known."""
    _hears[-1](done, total)


def heard_by(hears: OnProgress) -> None:
    """From now on ``hears`` is told."""
    _hears.append(hears)

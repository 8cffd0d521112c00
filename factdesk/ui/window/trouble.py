"""Known trouble on its way to the person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import SignalInstance

from factdesk.errors import FactDeskError


@contextmanager
def trouble_shown(trouble: SignalInstance) -> Iterator[None]:
    """Have known trouble inside the block shown; the block ends there, and what follows it goes on.

    Args:
        trouble: a signal that carries a ``FactDeskError``; the window is told by it.
    """
    try:
        yield
    except FactDeskError as problem:
        trouble.emit(problem)

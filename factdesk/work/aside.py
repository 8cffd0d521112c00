"""What a job reads of a desk for itself, also where the session keeps it locked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from weakref import finalize

from factdesk.store.trouble import said_plainly
from factdesk.whole import part_beside
from factdesk.work.session import Session

T = TypeVar("T")


def read_aside(session: Session, read: Callable[[Session], T]) -> Callable[[], T]:
    """Return what a job calls to read the desk in a session of its own.

    A desk at an unsafe place is locked while it is open: it is read here and now.

    Raises:
        FactDeskError: it could not be read; what is returned raises it, too.
    """
    if session.unsafe_place() is not None:
        found = read(session)
        return lambda: found
    path, person = session.path, session.person

    def beside() -> T:
        other = Session.open(path, person)
        try:
            return read(other)
        finally:
            other.close()

    return beside


class Lent:
    """The desk's file for a job, or a copy of it as of now, which is deleted when the block ends.

    A desk at an unsafe place (``Session.unsafe_place``) is locked while it is open. Its copy is made at once, in the
    session's thread, as a hidden file beside the desk: nowhere else is it as safe from others' eyes. A job that is let
    go before it began takes the copy with it; what a killed process left, the next one deletes.

    Raises:
        FactDeskError: the copy could not be made.
    """

    def __init__(self, session: Session) -> None:
        held = _lent(session)
        self._path = held.__enter__()
        self._give_back = finalize(self, held.__exit__, None, None, None)

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_problem: object) -> None:
        self._give_back()


@contextmanager
def _lent(session: Session) -> Iterator[Path]:
    if session.unsafe_place() is None:
        yield session.path
        return
    with said_plainly(session.path, "The desk was not copied"), part_beside(session.path) as copy:
        session.copy_into(copy)
        yield copy

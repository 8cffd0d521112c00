"""What a job reads of a desk for itself, while the session works on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from factdesk.errors import DeskWriteError, FactDeskError
from factdesk.store.trouble import said_plainly
from factdesk.whole import part_beside
from factdesk.work.jobs import Cancelled, Job, Watch, step
from factdesk.work.session import Session

T = TypeVar("T")


def read_aside(session: Session, read: Callable[[Session], T]) -> Job[T]:
    """Return what a job calls to read the desk in a session of its own, until it is stopped.

    Raises (what is returned):
        FactDeskError: it could not be read, or nobody waits for it any more.
    """

    def beside(watch: Watch) -> T:
        _refuse_another(session)
        other = session.again()
        other.patience.stopped = watch.cancelled
        try:
            return read(other)
        finally:
            other.close()

    return beside


@contextmanager
def lent(session: Session, watch: Watch) -> Iterator[Path]:
    """Give a job a file to read the desk from as long as it likes: its own, or a copy, which is deleted afterwards.

    At an unsafe place (``Session.unsafe_place``) whoever reads keeps the session from writing. So the job copies what
    the session has open, into a hidden file beside the desk: nowhere else is it as safe from others' eyes. A copy that
    a killed process left, the next one deletes.

    Raises:
        MissingDeskError: the file is not the one that the session has open, or its log is not.
        FactDeskError: the copy could not be made.
        Cancelled: it was stopped, or the desk was closed meanwhile.
    """
    if session.found or session.unsafe_place() is None:
        _refuse_another(session)
        yield session.path
        return
    with said_plainly(session.path, "The desk was not copied"), part_beside(session.path) as copy:
        try:
            session.copy_into(copy, lambda done, total: step(watch, done, total))
        except DeskWriteError:
            if session.closed:
                raise Cancelled from None
            raise
        yield copy


def _refuse_another(session: Session) -> None:
    """Keep from a file that took the desk's name: SQLite would fold the log of the open one into it, just by reading.

    Raises:
        MissingDeskError: so it is. Once the session is closed there is no log, and nothing to be kept from.
    """
    try:
        session.still_there()
    except FactDeskError:
        if not session.closed:
            raise


def copy_job(session: Session, to: Path) -> Job[Path]:
    """Return the job that saves the desk as a new file (``Session.save_copy``) and tells which."""

    def job(watch: Watch) -> Path:
        session.save_copy(to, lambda done, total: step(watch, done, total))
        return to

    return job

"""What a job reads of a desk for itself, also where the session keeps it locked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from factdesk.store.copies import discard_companions
from factdesk.store.trouble import said_plainly
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


def lent(session: Session) -> AbstractContextManager[Path]:
    """Return the desk's file, or a copy of it as of now, which is deleted when the block ends.

    A desk at an unsafe place (``Session.unsafe_place``) is locked while it is open. Its copy is made here, in the
    session's thread, in a hidden folder beside the desk: nowhere else is it as safe from others' eyes.

    Raises:
        FactDeskError: the copy could not be made.
    """
    if session.unsafe_place() is None:
        return nullcontext(session.path)
    with said_plainly(session.path, "The desk was not copied"):
        folder = Path(mkdtemp(prefix=".factdesk-", dir=session.path.parent))
    copy = folder / session.path.name
    try:
        session.save_copy(copy)
    except BaseException:
        folder.rmdir()
        raise
    return _until_read(copy)


@contextmanager
def _until_read(copy: Path) -> Iterator[Path]:
    try:
        yield copy
    finally:
        copy.unlink(missing_ok=True)
        discard_companions(copy)
        copy.parent.rmdir()

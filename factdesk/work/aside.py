"""A file that a job may open for itself, also where the session keeps its desk locked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from tempfile import mkdtemp

from factdesk.store.trouble import said_plainly
from factdesk.store.whole import discard_companions
from factdesk.work.session import Session


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

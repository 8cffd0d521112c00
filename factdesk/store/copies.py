"""Copies of an open desk, made while anybody works on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factdesk.errors import DiskFullError
from factdesk.store.trouble import full, said_plainly

PAGES = 256
"""Pages copied between two looks at the watch: one megabyte."""

_AGAIN_SECONDS = 0.02
"""How long a copy waits for a step that is being written."""

NOT_SAVED = "The copy was not saved"

Progress = Callable[[int, int], None]

_COMPANIONS = ("-wal", "-shm", "-journal")


def save_copy(source: sqlite3.Connection, to: Path, progress: Progress) -> None:
    """Save what ``source`` holds as a new desk at ``to``, even where its own file has vanished; ``copy_into`` has more.

    Raises:
        DeskWriteError: there is something at ``to``, or it may not be written; nothing is left there.
        DamagedDeskError: the desk could not be read to its end.
    """
    from factdesk.whole import whole  # late: no start writes a file

    with said_plainly(to, NOT_SAVED), whole(to) as part:
        try:
            copy_into(source, part, progress)
        except DiskFullError as problem:
            raise full(to, NOT_SAVED) from problem  # nobody knows the name of a part


def copy_into(source: sqlite3.Connection, part: Path, progress: Progress) -> None:
    """Let the empty file ``part`` hold what ``source`` does when the last page is copied.

    May be called in another thread than the one ``source`` belongs to: what that one writes meanwhile is written to
    the copy, too (SQLite's backup does so), and where another program writes, it begins again.

    Raises:
        DeskWriteError: the disk is full.
        DamagedDeskError: the desk could not be read to its end.
    """
    with said_plainly(part, NOT_SAVED):
        copy_pages(source, part, progress)


@contextmanager
def one_moment(source: sqlite3.Connection) -> Iterator[None]:
    """What is read of ``source`` inside the block is the desk of one moment, whoever writes meanwhile."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()
        yield
    finally:
        if source.in_transaction:  # SQLite ends it itself where the disk fails, and that is what is to be told
            source.execute("ROLLBACK")


def copy_pages(source: sqlite3.Connection, part: Path, progress: Progress) -> None:
    """Copy the file page by page; ``progress`` (pages done and in all) may raise to stop it.

    The copy needs nothing beside it, so that it can be looked into where it may not be written.
    """
    target = sqlite3.connect(part, isolation_level=None)
    try:
        told = lambda _status, left, total: progress(total - left, total)  # noqa: E731
        source.backup(target, pages=PAGES, progress=told, sleep=_AGAIN_SECONDS)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def discard_companions(desk: Path) -> None:
    """Delete what SQLite keeps beside a desk file, as far as it is there."""
    for ending in _COMPANIONS:
        desk.with_name(desk.name + ending).unlink(missing_ok=True)

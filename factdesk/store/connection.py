"""Opening the SQLite file safely: what it is, whether it can be written, and how it keeps its promises."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from factdesk.errors import NewerDeskError
from factdesk.store.place import unsafe_for_wal
from factdesk.store.trouble import closed, missing, not_a_desk
from factdesk.store.trouble import read_only as may_not_be_written

APPLICATION_ID = 0x46_44_73_6B
"""“FDsk”: how ``file`` and FactDesk itself know a desk."""

SCHEMA = 1
"""Number of migration steps this FactDesk knows."""

BUSY_SECONDS = 5.0
"""How long a step waits for another program before it says that it could not be done."""

_NOT_OPENED = "The desk was not opened"


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> sqlite3.Connection:
    """Open the file and look at what it is before anything is written to it.

    A file that is being created stays in rollback mode until it is opened, so that the bytes
    that tell a desk from other files are never only in a write-ahead log.

    Raises:
        MissingDeskError, NotADeskError, NewerDeskError: the file was left as it was.
        sqlite3.Error: for the caller's ``said_plainly``.
    """
    if not create:
        _look(path)
        if not read_only and not _writable(path):
            raise may_not_be_written(path, _NOT_OPENED)
    mode = "rwc" if create else "ro&immutable=1" if read_only and _out_of_reach(path) else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        _prepare(connection, path, create=create, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def schema_of(connection: sqlite3.Connection) -> int:
    """Return how many migration steps the file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _look(path: Path) -> None:
    """Refuse what is no desk by its first bytes, so that nothing is created beside it."""
    try:
        if not path.exists():
            raise missing(path, _NOT_OPENED)
        if not path.is_file():
            raise not_a_desk(path, _NOT_OPENED)
        with path.open("rb") as file:
            start = file.read(100)
    except PermissionError as problem:
        raise closed(path, _NOT_OPENED) from problem
    if len(start) < 100 or not start.startswith(b"SQLite format 3\x00"):
        raise not_a_desk(path, _NOT_OPENED)
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise not_a_desk(path, _NOT_OPENED)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _out_of_reach(path: Path) -> bool:
    """Say whether nobody has the desk open and SQLite could not put its lock files there: it is read as it lies."""
    return not _writable(path) and not path.with_name(path.name + "-wal").exists()


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:  # a mode=ro connection that is the last to close would leave its -wal and -shm lying about
        connection.execute("PRAGMA query_only = ON")
    if not create and schema_of(connection) > SCHEMA:
        raise NewerDeskError(
            _NOT_OPENED,
            f"“{path.name}” was written by a later FactDesk (schema {schema_of(connection)}, this one knows {SCHEMA})",
            "Install the newest FactDesk, or ask for the desk exported as JSON. Nothing was altered.",
        )
    if not (read_only or create):
        keep_promises(connection, path)


def keep_promises(connection: sqlite3.Connection, path: Path) -> None:
    """Choose the journal mode that is safe at this place, and make every commit durable."""
    if unsafe_for_wal(path):
        # WAL needs shared memory that network shares and synced folders do not give; one lock, taken
        # now and kept while the desk is open, keeps others out.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this very file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def engine_version() -> str:
    """Return the version of SQLite."""
    return sqlite3.sqlite_version

"""Opening the SQLite file safely: what it is, whether it can be written, and how it keeps its promises."""

from __future__ import annotations

import os
import sqlite3
from enum import Enum
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary

from factdesk.errors import NewerDeskError
from factdesk.store.place import LOCKED_WHERE_UNSAFE, unsafe_for_wal
from factdesk.store.trouble import closed, missing, not_a_desk, read_only

APPLICATION_ID = 0x46_44_73_6B
"""“FDsk”: how ``file`` and FactDesk itself know a desk."""

SCHEMA = 4
"""Number of migration steps this FactDesk knows."""

BUSY_SECONDS = 5.0
"""How long a step waits for another program before it says that it could not be done."""

_NOT_OPENED = "The desk was not opened"

_KEPT_TO_ONESELF = "&vfs=unix-excl" if LOCKED_WHERE_UNSAFE else ""
"""The way to a file that SQLite locks for a whole process as long as it is open there. All connections take it: one
that did not would drop the lock of the others."""


class Way(Enum):
    """How a desk file is opened."""

    WRITE = "to work in it beside others; at an unsafe place, beside this process's own"
    READ = "to look at it, beside whoever writes"
    ALONE = "to keep everybody else out; its files stay as they lie"
    NEW = "to make it: what is there is not looked at"


def connect(path: Path, way: Way = Way.WRITE, seconds: float | None = None) -> sqlite3.Connection:
    """Open the file and look at what it is before anything is written to it.

    A new file stays in rollback mode until it is opened to work in it, so that the bytes
    that tell a desk from other files are never only in a write-ahead log.

    The connection belongs to the thread that opened it, but another one may copy from it.

    Args:
        seconds: for which it waits for other programs; ``BUSY_SECONDS`` where nothing is said.

    Raises:
        MissingDeskError, NotADeskError, NewerDeskError: the file was left as it was.
        sqlite3.Error: for the caller's ``said_plainly``.
    """
    with _one_opens:
        if way is not Way.NEW:
            _look(path)
        if way in (Way.WRITE, Way.ALONE) and not _writable(path):
            raise read_only(path, _NOT_OPENED)
        connection = _opened(path, way, BUSY_SECONDS if seconds is None else seconds)
    try:
        _prepare(connection, path, way, unsafe_for_wal(path) is not None)
    except BaseException:
        connection.close()
        raise
    return connection


class _Connection(sqlite3.Connection):
    """A connection that is known to this process for as long as it is open."""

    def close(self) -> None:
        super().close()
        with _one_opens:
            _open.pop(self, None)


_one_opens = Lock()
_open: WeakKeyDictionary[_Connection, tuple[int, int] | None] = WeakKeyDictionary()
"""What is open, by the file it is open on."""


def _opened(path: Path, way: Way, seconds: float) -> _Connection:
    mode = "rwc" if way is Way.NEW else "ro&immutable=1" if way is Way.READ and _out_of_reach(path) else "rw"
    kept = _KEPT_TO_ONESELF if unsafe_for_wal(path) is not None else ""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}{kept}",
        uri=True, timeout=seconds, isolation_level=None, check_same_thread=False, factory=_Connection,
    )  # fmt: skip
    _open[connection] = identity(path)
    return connection


def schema_of(connection: sqlite3.Connection) -> int:
    """Return how many migration steps the file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(connection: sqlite3.Connection, path: Path, what: str) -> None:
    """Keep this FactDesk from a desk that a later one wrote, or brought up to date meanwhile.

    Raises:
        NewerDeskError: so it is; ``what`` says what does not happen.
    """
    schema = schema_of(connection)
    if schema > SCHEMA:
        raise NewerDeskError(
            what,
            f"“{path.name}” was written by a later FactDesk (schema {schema}, this one knows {SCHEMA})",
            "Install the newest FactDesk, or ask for the desk exported as JSON. Nothing was altered.",
        )


def _look(path: Path) -> None:
    """Refuse what is no desk by its first bytes, so that nothing is created beside it.

    Not while this process has it open as a desk: when a process closes any handle of a file, POSIX drops all its
    locks on that file, and other programs think they are alone.
    """
    try:
        if not path.exists():
            raise missing(path, _NOT_OPENED)
        if not path.is_file():
            raise not_a_desk(path, _NOT_OPENED)
        if not os.access(path, os.R_OK):
            raise closed(path, _NOT_OPENED)
        if identity(path) not in list(_open.values()):
            with path.open("rb") as file:
                start = file.read(100)
            if not start.startswith(b"SQLite format 3\x00") or start[68:72] != APPLICATION_ID.to_bytes(4, "big"):
                raise not_a_desk(path, _NOT_OPENED)
    except PermissionError as problem:
        raise closed(path, _NOT_OPENED) from problem


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _out_of_reach(path: Path) -> bool:
    """Say whether nobody has the desk open and SQLite could not put its lock files there: it is read as it lies."""
    return not _writable(path) and not log_of(path).exists()


def _prepare(connection: sqlite3.Connection, path: Path, way: Way, unsafe: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if way is Way.READ:  # a mode=ro connection that is the last to close would leave its -wal and -shm lying about
        connection.execute("PRAGMA query_only = ON")
    if way is Way.ALONE:  # one lock, taken before anything is read and kept until the desk is closed
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    if way is not Way.NEW and connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise not_a_desk(path, _NOT_OPENED)
    if way is not Way.NEW:
        refuse_newer(connection, path, _NOT_OPENED)
    if way is Way.WRITE:
        # WAL needs shared memory, which network shares and synced folders do not give.
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if unsafe else 'WAL'}")
        connection.execute("PRAGMA synchronous = FULL")
        if unsafe:  # pages of a large step stay in memory until its commit: writing them would keep the window out
            connection.execute("PRAGMA cache_spill = OFF")
    if way is Way.ALONE:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this very file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a desk."""
    return path.with_name(f"{path.name}-wal")


def engine_version() -> str:
    """Return the version of SQLite."""
    return sqlite3.sqlite_version

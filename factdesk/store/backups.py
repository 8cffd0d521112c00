"""Copies that were opened and checked before they count, and putting one back in the desk's place."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from msgspec import Struct

from factdesk.errors import DamagedDeskError, FactDeskError, NotADeskError
from factdesk.model.clock import now
from factdesk.store import connection as opening
from factdesk.store import journal
from factdesk.store.copies import Progress, copy_pages, discard_companions, one_moment
from factdesk.store.schema import lay_out
from factdesk.store.trouble import said_plainly
from factdesk.store.verification import findings
from factdesk.store.writer import Pace
from factdesk.whole import whole

_TURN = 0.1
"""Seconds that another program is waited for before somebody may say that it takes too long."""

_PIECE = 1 << 20
"""Bytes of a file that is copied as it lies between two looks at whether that is to be stopped."""

NOT_BACKED_UP = "The backup was not made"
NOT_RESTORED = "The desk was not restored"


@dataclass(frozen=True, slots=True)
class Look:
    """What a desk or a backup holds, seen from outside: number and hash of its newest entry, and how many articles."""

    seq: int
    hash: str
    articles: int


def look(path: Path) -> Look:
    """Look into a desk that is in nobody's way.

    Raises:
        DeskOpenError, DeskBusyError: it could not be looked at.
    """
    with said_plainly(path, "The desk was not read"), closing(opening.connect(path, opening.Way.READ)) as connection:
        return _look(connection)


def take(desk: Path, name: Callable[[], Path], progress: Progress) -> Path:
    """Copy ``desk`` as of one moment, and let the copy take its name once it is found sound.

    Args:
        name: gives a free path; asked again where another process takes that name first.

    Raises:
        DamagedDeskError: the desk is not sound; no copy was kept.
        FactDeskError: it could not be read, or the copy could not be written.
    """
    with said_plainly(desk, NOT_BACKED_UP), closing(opening.connect(desk, opening.Way.READ)) as connection:
        while True:
            to = name()
            try:
                _take(connection, desk, to, progress)
            except FileExistsError:
                continue
            return to


def put_back(desk: Path, backup: Path, person: str, keep: Callable[[str], Path], pace: Pace) -> Path | None:
    """Let a copy of ``backup`` take the place of ``desk``, which may be damaged or gone; it says so in its record.

    Args:
        keep: gives the free path under which what is there now is kept; told "before-restore" where that
            is a sound desk, "damaged" where it is not.
        pace: is told while others are waited for and desk and backup are copied, and may stop it until it has settled.

    Returns:
        Where the present desk was kept, or None where there was none.

    Raises:
        DeskBusyError: somebody has the desk open.
        FactDeskError: the backup is not sound, or could not be put there. In every case nothing was changed.
    """
    with said_plainly(desk, NOT_RESTORED):
        _refuse_unsound(backup, backup.name, NOT_RESTORED, "Choose another backup.")
        with ExitStack() as until:
            lock = _alone_with(desk, until, pace) if desk.exists() else None
            kept = _kept(desk, lock, _Keeping(keep, pace), until) if desk.exists() else None
            with whole(desk.resolve(), replacing=True) as part:
                with backup.open("rb") as source:
                    _copy(source, part, pace)
                _say_restored(part, person)
                pace.settle()
                _fold(lock)
                discard_companions(desk.resolve())  # of a damaged desk; a sound one has none by now
    return kept


def _look(connection: sqlite3.Connection) -> Look:
    head = journal.head(connection)
    return Look(head.seq, head.hash, int(connection.execute("SELECT count(*) FROM article").fetchone()[0]))


def _take(connection: sqlite3.Connection, desk: Path, to: Path, progress: Progress) -> None:
    with whole(to) as part:
        with one_moment(connection):
            head = journal.head(connection)
            copy_pages(connection, part, progress)
        _refuse_unsound(part, desk.name, NOT_BACKED_UP, "Older backups are kept; restore one with Desk ▸ Restore….")
        seen = look(part)
        if (seen.seq, seen.hash) != (head.seq, head.hash):
            raise DamagedDeskError(NOT_BACKED_UP, "the copy does not end where the desk does", "Look at the disk.")


def _refuse_unsound(path: Path, name: str, what: str, remedy: str) -> None:
    """Refuse what does not verify; it is told of by ``name``, since nobody knows the name of a part."""
    faults = findings(path)
    if faults:
        raise DamagedDeskError(what, f"“{name}” is not sound ({faults[0]})", remedy)


def _alone(desk: Path, pace: Pace) -> sqlite3.Connection:
    """Return a connection that keeps everybody else out, waiting for others in short turns: nobody is asked in one."""
    last = monotonic() + opening.BUSY_SECONDS
    while True:
        pace.row()
        try:
            return opening.connect(desk, opening.Way.ALONE, _TURN)
        except sqlite3.OperationalError as problem:
            if monotonic() >= last or not problem.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise


def _alone_with(desk: Path, until: ExitStack, pace: Pace) -> sqlite3.Connection | None:
    """Return a connection that keeps everybody else out of the desk; None where it is too damaged for that."""
    connection: sqlite3.Connection | None = None
    try:
        connection = _alone(desk, pace)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (sqlite3.Error, FactDeskError) as problem:
        if connection is not None:
            connection.close()
        if isinstance(problem, NotADeskError) or getattr(problem, "sqlite_errorname", "").startswith(
            ("SQLITE_CORRUPT", "SQLITE_NOTADB")
        ):
            return None
        raise
    until.callback(connection.close)
    return connection


def _fold(lock: sqlite3.Connection | None) -> None:
    """Let go of the log, so that nothing of the old desk is beside the new one."""
    if lock is None:
        return
    with suppress(sqlite3.Error):  # of a damaged desk, which was kept with its log
        lock.execute("PRAGMA journal_mode = DELETE")
    if sys.platform == "win32":  # there an open file cannot be replaced
        lock.close()


class _Keeping(Struct, frozen=True):
    """Where the present desk is kept, and whoever may stop that; see ``put_back``."""

    name: Callable[[str], Path]
    pace: Pace


def _kept(desk: Path, lock: sqlite3.Connection | None, keeping: _Keeping, until: ExitStack) -> Path:
    if lock is not None:
        to = keeping.name("before-restore")
        with suppress(DamagedDeskError), said_plainly(desk, NOT_RESTORED):  # a damaged one is kept as it lies
            _take(lock, desk, to, lambda _done, _total: keeping.pace.row())
            return to
    to = keeping.name("damaged")
    for ending in ("", "-wal", "-journal"):
        source = desk.with_name(desk.name + ending)
        if source.exists():
            # Open until the end: closing any handle of a file drops this process's lock on it.
            file = until.enter_context(source.open("rb"))
            with whole(to.with_name(to.name + ending)) as part:
                _copy(file, part, keeping.pace)
    return to


def _copy(source: BinaryIO, to: Path, pace: Pace) -> None:
    """Copy a file as it lies, megabyte by megabyte, with a look at ``pace`` before each."""
    with to.open("wb") as copy:
        while True:
            pace.row()
            piece = source.read(_PIECE)
            if not piece:
                return
            copy.write(piece)


def _say_restored(part: Path, person: str) -> None:
    with closing(opening.connect(part, opening.Way.NEW)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if opening.schema_of(connection) < opening.SCHEMA:
            lay_out(connection, opening.SCHEMA)
        journal.append(connection, journal.barrier(connection, "restored", now(), person))
        connection.execute("COMMIT")

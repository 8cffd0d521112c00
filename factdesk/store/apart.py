"""An older desk that does not verify: it is read in memory, brought up to date there, and left as it lies (ADR 86)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from factdesk.errors import DamagedDeskError, DeskReadOnlyError, FactDeskError
from factdesk.store import connection as opening
from factdesk.store.copies import NOT_SAVED, PAGES, Progress, copy_into
from factdesk.store.exchange import Contents, contents
from factdesk.store.schema import lay_out, take_over
from factdesk.store.trouble import said_plainly
from factdesk.store.verification import findings
from factdesk.whole import whole


def brought_up_to_date_apart(path: Path, problem: DamagedDeskError) -> tuple[sqlite3.Connection, Path, tuple[str, ...]]:
    """Return what the desk at ``path`` holds, in memory and in today's shape, its path, and what was found in it.

    Not in a file: a desk may lie on an encrypted disk for a reason, and its folder may be full or closed.

    Args:
        problem: why it is not brought up to date where it lies.

    Raises:
        DamagedDeskError: ``problem``; it cannot be read so, or what was touched does not fit today's shape.
    """
    try:
        found = findings(path)
        if found:
            return _in_todays_shape(path), path, found
    except (FactDeskError, sqlite3.Error) as too_much:
        raise problem from too_much
    raise problem


def _in_todays_shape(path: Path) -> sqlite3.Connection:
    with closing(opening.connect(path, opening.Way.READ)) as source:
        copy = in_memory(source)
    try:
        copy.execute("BEGIN IMMEDIATE")
        lay_out(copy, opening.SCHEMA)
        copy.execute("COMMIT")
        copy.execute("PRAGMA query_only = ON")
    except BaseException:
        copy.close()
        raise
    return copy


def in_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of a desk in memory, as of one moment; may be called in another thread than the source's own."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        source.backup(copy, pages=PAGES)
    except BaseException:
        copy.close()
        raise
    return copy


def save_as_found(
    source: sqlite3.Connection, to: Path, found: tuple[str, ...], person: str, progress: Progress
) -> None:
    """Save a desk from memory as one that can be worked in; the last entry of its record says what was found touched.

    Raises:
        DeskWriteError: there is something at ``to``, or it may not be written; nothing is left there.
    """
    with said_plainly(to, NOT_SAVED), whole(to) as part:
        copy_into(source, part, progress)
        with closing(opening.connect(part, opening.Way.NEW)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            take_over(connection, found, person)
            connection.execute("COMMIT")


def contents_as_found(source: sqlite3.Connection, found: tuple[str, ...], person: str) -> Contents:
    """Return what the copy holds that ``save_as_found`` would save."""
    with closing(in_memory(source)) as copy:
        copy.execute("BEGIN IMMEDIATE")
        take_over(copy, found, person)
        copy.execute("COMMIT")
        return contents(copy)


def refusal(path: Path, what: str, found: tuple[str, ...]) -> DeskReadOnlyError:
    """Return the error for a change of such a desk; ``what`` says what does not happen."""
    more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
    return DeskReadOnlyError(
        what,
        f"“{path.name}” comes from an older FactDesk, does not verify and is only read ({found[0]}{more})",
        "Restore a backup with Desk ▸ Restore…, or work on in a copy: Desk ▸ Save a copy….",
    )

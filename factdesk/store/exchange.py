"""The whole desk as plain values, and a desk made again from them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factdesk.errors import NewerDeskError, NotADeskError
from factdesk.store import connection as opening
from factdesk.store import files, verification
from factdesk.store.content import JOURNALLED
from factdesk.store.copies import one_moment
from factdesk.store.schema import lay_out, migrate
from factdesk.store.trouble import said_plainly
from factdesk.whole import whole

TABLES = (*JOURNALLED, "typing", "journal")
"""Every table but the files, in an order in which rows can be written."""

NOT_MADE = "The desk was not made"


_UNFIT = (
    sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError, sqlite3.DataError, ValueError,
    OverflowError,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything a desk holds.

    Attributes:
        schema: how many migration steps the desk has had.
        tables: name → rows as they stand in the file; a salt of the journal is bytes.
        files: SHA-256 → bytes.
        found: what another hand did to it, as sentences.
    """

    schema: int
    tables: dict[str, list[dict[str, Any]]]
    files: dict[str, bytes]
    found: tuple[str, ...] = ()


def contents(connection: sqlite3.Connection) -> Contents:
    """Return all of it as of one moment, whoever writes meanwhile."""
    with one_moment(connection):
        return Contents(
            schema=opening.schema_of(connection),
            tables={table: _rows(connection, table) for table in TABLES},
            files={
                name: files.read(connection, name) or b""
                for (name,) in connection.execute("SELECT sha256 FROM file ORDER BY sha256").fetchall()
            },
        )


def make_again(path: Path, held: Contents) -> tuple[str, ...]:
    """Make the desk that ``held`` describes, with the same rows and the same record.

    An older desk is brought up to date, and its record says what another hand did to it.

    Returns:
        What another hand did to a desk of today's schema: it is still to be found in the new one, and nothing else is.

    Raises:
        NewerDeskError: it comes from a later FactDesk.
        NotADeskError: the values do not fit together, or the record does not account for them.
        DeskWriteError: there is something at ``path``, or it may not be written.
            In every case nothing is left behind.
    """
    if held.schema > opening.SCHEMA:
        raise NewerDeskError(
            NOT_MADE,
            f"the export was written by a later FactDesk (schema {held.schema}, this one knows {opening.SCHEMA})",
            "Install the newest FactDesk and import it again.",
        )
    with said_plainly(path, NOT_MADE), whole(path) as part:
        try:
            _write(part, held)
        except _UNFIT as problem:
            raise unfit(f"its values do not fit a desk ({problem})") from problem
        _refuse_other_faults(verification.findings(part), held.found)
        if held.schema < opening.SCHEMA:
            with closing(opening.connect(part, opening.Way.NEW)) as connection:
                migrate(connection, held.found)
            return ()
    return held.found


def unfit(why: str) -> NotADeskError:
    """Return the error for an export no desk can be made of."""
    return NotADeskError(NOT_MADE, why, "Export the desk again from the FactDesk that holds it.")


def _refuse_other_faults(faults: tuple[str, ...], told: tuple[str, ...]) -> None:
    """Refuse a desk in which something else is to be found than the export tells: it was changed, too."""
    others = sorted(set(faults) ^ set(told))
    if others:
        raise unfit(f"its record does not account for what it holds ({others[0]})")


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _write(path: Path, held: Contents) -> None:
    connection = opening.connect(path, opening.Way.NEW)
    try:
        if held.found:  # another hand is held by no constraint
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        lay_out(connection, held.schema)
        for name, data in held.files.items():
            if held.found:
                files.put(connection, name, data)
            elif files.keep(connection, data) != name:
                raise ValueError(f"the bytes of file {name[:12]}… are not the ones that were kept")
        for table in TABLES:
            _insert(connection, table, held.tables.get(table, []))
        connection.execute("COMMIT")
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    if not names and not rows:
        return  # an older desk had no such table
    for row in rows:
        if row.keys() != set(names):
            raise ValueError(f"a row of {table} has other columns than it must have")
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
        ([row[name] for name in names] for row in rows),
    )

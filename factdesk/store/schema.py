"""The shape of a desk file: laid out in a new one, brought up to date in an older one."""

from __future__ import annotations

import sqlite3

from msgspec.structs import replace

from factdesk.model.clock import now
from factdesk.model.scale import Scale
from factdesk.store import connection as opening
from factdesk.store import journal
from factdesk.store.tables.scales import DESK, SCALE, DeskRow
from factdesk.store.writer import Writer


def lay_out(connection: sqlite3.Connection, schema: int) -> None:
    """Make the tables of a desk that has had ``schema`` migration steps, inside the caller's transaction."""
    # late: sqlite_utils takes 0.1 s, and a desk of today needs none
    from factdesk.store.migrations.history import bring_up_to

    bring_up_to(connection, schema)
    connection.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema}")


def begin(connection: sqlite3.Connection, row: DeskRow, scale: Scale) -> None:
    """Make the tables of a new desk, its first rows and the first entry of its record."""
    connection.execute("BEGIN IMMEDIATE")
    lay_out(connection, opening.SCHEMA)
    writer = Writer(connection)
    writer.save(SCALE, scale)
    writer.save(DESK, row)
    journal.append(connection, journal.barrier(connection, "created", row.created_at, row.created_by))
    connection.execute("COMMIT")


def migrate(connection: sqlite3.Connection, found: tuple[str, ...] = ()) -> None:
    """Bring an older desk up to date and say so in its record, with what was ``found`` in it: all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if opening.schema_of(connection) < opening.SCHEMA:  # another window may have been quicker
            lay_out(connection, opening.SCHEMA)
            take_over(connection, found, "FactDesk")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def take_over(connection: sqlite3.Connection, found: tuple[str, ...], person: str) -> None:
    """Write the barrier that takes a desk over as it is found; what another hand did to it stands in the entry."""
    barrier = journal.barrier(connection, "migrated", now(), person)
    if found:
        counted = "1 fault" if len(found) == 1 else f"{len(found):,} faults"
        label = f"{counted} taken over as found"
        barrier = replace(barrier, label=label, edit={**barrier.edit, "found": list(found)})
    journal.append(connection, barrier)

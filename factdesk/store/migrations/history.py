"""The history of the desk file's schema: a module a step. They are only ever added, never edited once released.

``PRAGMA user_version`` counts the steps a file has had, so that an up-to-date desk opens without
importing sqlite_utils; sqlite_utils keeps the names and times of the steps in ``_sqlite_migrations``.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from factdesk.store.migrations.m0001_the_desk import m0001_the_desk
from factdesk.store.migrations.m0002_what_the_authors_file_gives import m0002_what_the_authors_file_gives
from factdesk.store.migrations.m0003_tellings_ticks_and_author_queries import m0003_tellings_ticks_and_author_queries
from factdesk.store.migrations.m0004_evidence_has_its_place import m0004_evidence_has_its_place

steps = Migrations("factdesk")
for _step in (
    m0001_the_desk,
    m0002_what_the_authors_file_gives,
    m0003_tellings_ticks_and_author_queries,
    m0004_evidence_has_its_place,
):
    steps()(_step)


def bring_up_to(connection: sqlite3.Connection, schema: int) -> None:
    """Apply the steps a desk lacks to have had ``schema`` of them, inside the caller's transaction."""
    db = Database(connection)
    known = [step.name for step in steps.applied(db)] + [step.name for step in steps.pending(db)]
    steps.apply(db, stop_before=known[schema : schema + 1])

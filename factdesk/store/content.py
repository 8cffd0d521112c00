"""The logical content: every row that means something, whatever SQLite's pages look like."""

from __future__ import annotations

import sqlite3

from factdesk.store.tables.rows import Row, canonical, digest

JOURNALLED = (
    "desk", "scale", "article", "version", "claim", "segment", "suggestion", "remark", "source", "evidence",
    "rejected_repeat", "tick", "author_query",
)  # fmt: skip
"""Tables whose every change has a row image, each with a text key ``id``."""


def rows(connection: sqlite3.Connection) -> dict[str, dict[str, Row]]:
    """Return every row of every journalled table the file has: table → id → row."""
    found: dict[str, dict[str, Row]] = {}
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in (name for name in JOURNALLED if name in there):
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        names = [column[0] for column in cursor.description]
        found[table] = {str(row[0]): dict(zip(names, row, strict=True)) for row in cursor}
    return found


def fingerprints(content: dict[str, dict[str, Row]]) -> dict[str, dict[str, str]]:
    """Return the SHA-256 of each row: table → id → hash. What a barrier stores, so that verify can name a row."""
    return {table: {key: digest(canonical(row)) for key, row in held.items()} for table, held in content.items()}


def content_hash(prints: dict[str, dict[str, str]]) -> str:
    """Return one hash over all fingerprints; tables that hold nothing do not count, so a new one changes nothing."""
    return digest(canonical({table: held for table, held in prints.items() if held}))

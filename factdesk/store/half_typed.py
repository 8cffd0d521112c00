"""Half-typed text, kept within a second and outside the journal, until it becomes one edit."""

from __future__ import annotations

import sqlite3


def keep(connection: sqlite3.Connection, row_id: str, field: str, text: str, at: str) -> None:
    """Keep what stands in a field that is being typed in."""
    connection.execute(
        "INSERT INTO typing (row_id, field, text, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (row_id, field) DO UPDATE SET text = excluded.text, at = excluded.at",
        [row_id, field, text, at],
    )


def drop(connection: sqlite3.Connection, row_id: str, field: str) -> None:
    """Forget what was typed: it became an edit, or was taken back."""
    connection.execute("DELETE FROM typing WHERE row_id = ? AND field = ?", [row_id, field])


def kept(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Return row → field → text of all that was typed and never finished; seldom more than a few words."""
    found: dict[str, dict[str, str]] = {}
    for row_id, field, text in connection.execute("SELECT row_id, field, text FROM typing"):
        found.setdefault(row_id, {})[field] = text
    return found

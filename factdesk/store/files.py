"""Bytes kept once by their SHA-256, in chunks, outside the journal."""

from __future__ import annotations

import sqlite3

CHUNK = 1 << 20
"""Bytes in one chunk; SQLite holds at most 10^9 bytes in one value."""


def keep(connection: sqlite3.Connection, data: bytes) -> str:
    """Store ``data`` unless it is there already, and return its SHA-256. Runs inside a transaction."""
    from hashlib import sha256  # late: a start only reads, and need not wait for it

    name = sha256(data).hexdigest()
    if not connection.execute("SELECT 1 FROM file WHERE sha256 = ?", [name]).fetchone():
        put(connection, name, data)
    return name


def put(connection: sqlite3.Connection, name: str, data: bytes) -> None:
    """Store ``data`` under a name that nobody looks at: of a file that another hand changed it is not the SHA-256."""
    connection.execute("INSERT INTO file (sha256, size) VALUES (?, ?)", [name, len(data)])
    connection.executemany(
        "INSERT INTO file_chunk (sha256, part, bytes) VALUES (?, ?, ?)",
        ((name, part, data[at : at + CHUNK]) for part, at in enumerate(range(0, len(data), CHUNK))),
    )


def read(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """Return the bytes kept under ``sha256``, or None where there are none; nothing is re-hashed here."""
    if not connection.execute("SELECT 1 FROM file WHERE sha256 = ?", [sha256]).fetchone():
        return None
    rows = connection.execute("SELECT bytes FROM file_chunk WHERE sha256 = ? ORDER BY part", [sha256])
    return b"".join(row[0] for row in rows)

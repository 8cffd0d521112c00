"""Floor of the search: bare FTS5 over the same words, with rank and snippet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def index(words: Iterable[str]) -> sqlite3.Connection:
    """Return an index in memory of one column."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("CREATE VIRTUAL TABLE bare USING fts5 (words, tokenize = 'porter unicode61')")
    made.execute("BEGIN")
    made.executemany("INSERT INTO bare VALUES (?)", ((one,) for one in words))
    made.execute("COMMIT")
    return made


def ask(made: sqlite3.Connection, query: str, ranked: int) -> list[tuple[int, str]]:
    """Return the best fifty with their snippets; any fifty where more than ``ranked`` places are found."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM bare WHERE bare MATCH ? LIMIT ?)"
    order = "ORDER BY rank" if made.execute(counted, [query, ranked + 1]).fetchone()[0] <= ranked else ""
    sql = f"SELECT rowid, snippet(bare, 0, '[', ']', '…', 24) FROM bare WHERE bare MATCH ? {order} LIMIT 50"
    return made.execute(sql, [query]).fetchall()

"""Floor of whatever is kept: one row of a thousand characters, written and durable, in a file of its own."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def bare_desk(path: Path) -> Iterator[Callable[[], object]]:
    """Yield what commits once, with ``synchronous=FULL``.

    Each inserts a row: an update that changes nothing, SQLite does not write.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE IF NOT EXISTS t (text TEXT)")
        yield lambda: bare.execute("INSERT INTO t VALUES (?)", ["x" * 1_000])


def commits(path: Path, times: int) -> list[float]:
    """Return the processor seconds of so many commits, one at once after the other."""
    with bare_desk(path) as commit:
        taken = []
        for _ in range(times):
            begun = time.process_time()
            commit()
            taken.append(time.process_time() - begun)
    return taken

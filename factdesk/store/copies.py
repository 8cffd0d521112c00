"""Copies of an open desk, made while anybody works on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from factdesk.store.trouble import said_plainly
from factdesk.store.whole import whole

PAGES = 256
"""Pages copied between two looks at the watch: one megabyte."""

Progress = Callable[[int, int], None]


def save_copy(source: sqlite3.Connection, to: Path) -> None:
    """Save what ``source`` holds as a new desk at ``to``, even where its own file has vanished.

    Raises:
        DeskWriteError: there is something at ``to``, or it may not be written; nothing is left there.
        DamagedDeskError: the desk could not be read to its end.
    """
    with said_plainly(to, "The copy was not saved"), whole(to) as part:
        copy_pages(source, part)


def copy_pages(source: sqlite3.Connection, part: Path, progress: Progress = lambda _done, _total: None) -> None:
    """Copy the desk as of one moment, whoever writes meanwhile; ``progress`` (pages) may raise to stop it."""
    source.execute("BEGIN")
    target = sqlite3.connect(part, isolation_level=None)
    try:
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()  # from here on others' writes are not seen
        source.backup(target, pages=PAGES, progress=lambda _, left, total: progress(total - left, total))
    finally:
        target.close()
        source.execute("ROLLBACK")

"""How long a desk is waited for: another program writes, damage leads a read in a circle, or nobody waits any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from factdesk.store import connection as opening
from factdesk.store.trouble import said_plainly

_STEPS = 50_000
_ALWAYS = 300_000
_LOOK_MS = 30
"""How long SQLite waits for another program before it is asked whether anybody waits for this one."""
_MOMENT = 0.03
"""Seconds that a hasty step waits: nobody notices them."""


class Patience:
    """Breaks off a read that takes more of SQLite's steps than the whole file could ask for.

    An honest read takes a few dozen steps for each row, and a row some hundreds of bytes.

    Attributes:
        hasty: whether what is written waits but a moment for another program that writes, not for seconds.
        stopped: says whether nobody waits for what is read or written any more; then it is broken off, with some error.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self.hasty = False
        self.stopped: Callable[[], bool] = lambda: False
        self._spent: int | None = None
        connection.set_progress_handler(self._lost, _STEPS)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Count the steps of the block; a change is not counted: how long it takes is up to what it adds.

        Raises:
            FactDeskError: what ``store.trouble`` makes of SQLite's errors in the block.
        """
        outer, self._spent = self._spent, 0
        try:
            with said_plainly(self._path, "The desk was not read"):
                yield
        finally:
            self._spent = outer

    def begin(self) -> None:
        """Begin to write, once no other program does.

        While SQLite itself waits it asks nobody, so it waits in short turns.

        Raises:
            sqlite3.OperationalError: another program wrote for longer than is waited, or nobody waits any more.
        """
        until = monotonic() + (_MOMENT if self.hasty else opening.BUSY_SECONDS)
        self._connection.execute(f"PRAGMA busy_timeout = {_LOOK_MS}")
        try:
            while not self._begun(last=monotonic() + _LOOK_MS / 1000 >= until):
                pass
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * opening.BUSY_SECONDS)}")

    def _begun(self, *, last: bool) -> bool:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as problem:
            if last or self.stopped() or not problem.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            return False
        return True

    def _lost(self) -> bool:
        if self._spent is None or self.stopped():
            return self.stopped()
        self._spent += _STEPS
        return self._spent > _ALWAYS and self._spent > _ALWAYS + self._size()

    def _size(self) -> int:
        log = self._path.with_name(self._path.name + "-wal")
        try:
            return self._path.stat().st_size + (log.stat().st_size if log.exists() else 0)
        except OSError:  # vanished while it is open: what can be read of it must not be cut off
            return 1 << 62

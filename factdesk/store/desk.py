"""One open desk file: transactions that carry their journal entry, and the facts to read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from msgspec.structs import replace

from factdesk.errors import DamagedDeskError
from factdesk.model.event import Changes, RowKey
from factdesk.model.scale import Scale
from factdesk.store import connection as opening
from factdesk.store import files, half_typed, journal
from factdesk.store.copies import Progress, one_moment
from factdesk.store.patience import Patience
from factdesk.store.record import Record, changes_of
from factdesk.store.schema import begin, migrate
from factdesk.store.tables.rows import Fact, Table
from factdesk.store.tables.scales import DESK, DeskRow
from factdesk.store.trouble import log_deleted, moved, said_plainly
from factdesk.store.writer import Left, Pace, Unfollowed, Writer

if TYPE_CHECKING:
    from factdesk.store.exchange import Contents

F = TypeVar("F", bound=Fact)

NOT_KEPT = "The change was not kept"
NOT_TYPED = "What you typed was not kept"
_NOT_TOUCHED = "The desk was neither read nor changed"


class Desk:
    """One open desk. Not shared between threads: a job opens its own, or copies this one.

    Every method turns SQLite's errors into FactDesk's (``store.trouble``).

    Attributes:
        record: what was done to it.
        patience: how long is waited to read and write it.
        written: number of the entry that ``change`` wrote last; 0 before the first.
        found: what another hand did to an older desk, as sentences. Where there is any the desk is only read, and
            stands in memory as today's schema has it (``store.apart``).
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, found: tuple[str, ...] = ()) -> None:
        self._connection = connection
        self.path = path
        self._identity = opening.identity(path)
        self._log = opening.identity(opening.log_of(path))
        self.patience = Patience(connection, path)
        self.record = Record(connection, self.patience)
        self.written = 0
        self.found = found

    @classmethod
    def open(cls, path: Path, before_migration: Callable[[Path], object]) -> Self:
        """Open a desk and bring its schema up to date; an older one that does not verify is only read (``found``).

        Args:
            before_migration: called with the path before an older schema is touched (the backup).

        Raises:
            DeskOpenError: missing, newer, damaged or no desk; the file was left as it was.
            DeskWriteError: it may not be written, or another program holds it.
        """
        with said_plainly(path, "The desk was not opened"):
            connection = opening.connect(path)
            try:
                if opening.schema_of(connection) < opening.SCHEMA:
                    connection.close()  # the backup opens the desk for itself
                    try:
                        before_migration(path)
                    except DamagedDeskError as problem:
                        from factdesk.store.apart import brought_up_to_date_apart

                        return cls(*brought_up_to_date_apart(path, problem))
                    connection = opening.connect(path)
                    migrate(connection)
                connection.execute("SELECT 1 FROM journal LIMIT 1").fetchone()
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    @classmethod
    def create(cls, path: Path, row: DeskRow, scale: Scale) -> Self:
        """Make a new desk at ``path``, which must not exist.

        Raises:
            DeskWriteError: there is something already, or the folder may not be written; nothing is left behind.
        """
        from factdesk.whole import whole  # late: no start makes a desk

        with said_plainly(path, "The desk was not made"):
            with whole(path) as part, closing(opening.connect(part, opening.Way.NEW)) as connection:
                begin(connection, row, scale)
            return cls(opening.connect(path), path)

    def again(self) -> Self:
        """Return what was ``found`` and stands in memory once more, for another thread."""
        from factdesk.store.apart import in_memory

        with said_plainly(self.path, "The desk was not read"):
            return type(self)(in_memory(self._connection), self.path, self.found)

    def close(self) -> None:
        """Fold the write-ahead log back into the file and let go of it."""
        self._connection.close()

    # --- writing

    def change(self, step: Callable[[Writer], journal.Entry], pace: Pace | None = None) -> tuple[Changes, Left]:
        """Run ``step`` and write its entry, in one transaction: both are kept, or neither.

        ``step`` returns the entry without images; the writer's are put in. A step that changed no
        row leaves no entry. Returns what it touched, and how it left it.

        Args:
            pace: is told of each row, and may stop the step until it has settled it.

        Raises:
            DeskWriteError, MissingDeskError, NewerDeskError: nothing was changed.
        """
        with self._writing(NOT_KEPT):
            pace = pace or Unfollowed()
            writer = Writer(self._connection, pace)
            entry = step(writer)
            images = writer.images
            written = journal.append(self._connection, replace(entry, images=images)).seq if images else None
            pace.settle()
        self.written = written or self.written
        return changes_of(entry.article_id, images), {RowKey(*image[:2]): image.after for image in images}

    def keep_typing(self, row_id: str, field: str, text: str | None, at: str) -> None:
        """Keep what is being typed, or forget it (None).

        Raises:
            DeskWriteError, MissingDeskError, NewerDeskError: what was kept before is kept.
        """
        with self._writing(NOT_TYPED):
            if text is None:
                half_typed.drop(self._connection, row_id, field)
            else:
                half_typed.keep(self._connection, row_id, field, text, at)

    def still_there(self) -> None:
        """Find out whether another connection to ``path`` would meet the very file and log that are open here.

        Raises:
            MissingDeskError: it would not; what it wrote would be lost, or stand in another desk.
        """
        with said_plainly(self.path, _NOT_TOUCHED):
            self._still_there(_NOT_TOUCHED)

    def refuse_newer(self) -> None:
        """Find out whether a later FactDesk has brought the desk up to date while it is open here.

        Raises:
            NewerDeskError: so it is; what this one reads of it may be wrong, and it writes nothing.
        """
        with self.patience.reading():
            opening.refuse_newer(self._connection, self.path, "This window writes to the desk no more")

    # --- reading

    def data_version(self) -> int:
        """Return a number that changes when another connection has written.

        Raises:
            MissingDeskError: another program deleted the log; what was kept is safe, and no more is.
        """
        with self.patience.reading():
            self._log_still_there()
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def fact(self, table: Table[F], row_id: str) -> F | None:
        """Return one fact, or None."""
        found = self.facts(table, "id = ?", [row_id])
        return found[0] if found else None

    def facts(self, table: Table[F], where: str = "1", values: list[Any] | None = None) -> tuple[F, ...]:
        """Return the facts of a table; ``where`` and its order are SQL of the store's own."""
        with self.patience.reading():
            cursor = self._connection.execute(f"SELECT * FROM {table.name} WHERE {where}", values or [])  # noqa: S608
            names = [column[0] for column in cursor.description]
            return tuple(table.fact(dict(zip(names, row, strict=True))) for row in cursor)

    def row(self) -> DeskRow:
        """Return what the desk says of itself."""
        return self.facts(DESK)[0]

    def file(self, sha256: str) -> bytes | None:
        """Return bytes by their SHA-256."""
        with self.patience.reading():
            return files.read(self._connection, sha256)

    def typed(self) -> dict[str, dict[str, str]]:
        """Return row → field → text of what was typed and never finished."""
        with self.patience.reading():
            return half_typed.kept(self._connection)

    def save_copy(self, to: Path, person: str, progress: Progress) -> None:
        """Save what is open as a new desk at ``to``, even where the file itself has vanished; in any thread.

        Where something was ``found``, the copy says so in its record, in the name of ``person``.

        Raises:
            DeskWriteError, DamagedDeskError: nothing is left at ``to``.
        """
        if self.found:
            from factdesk.store.apart import save_as_found

            save_as_found(self._connection, to, self.found, person, progress)
            return
        from factdesk.store.copies import save_copy

        save_copy(self._connection, to, progress)

    def copy_into(self, part: Path, progress: Progress) -> None:
        """Let the empty file ``part`` hold what is open; in any thread.

        Raises:
            DeskWriteError, DamagedDeskError: it holds something unfinished now.
        """
        from factdesk.store.copies import copy_into

        copy_into(self._connection, part, progress)

    def contents(self, person: str) -> Contents:
        """Return everything the desk holds, as of one moment; where something was ``found``, as ``save_copy`` does."""
        from factdesk.store.exchange import contents

        with self.patience.reading():
            if self.found:
                from factdesk.store.apart import contents_as_found

                return contents_as_found(self._connection, self.found, person)
            return contents(self._connection)

    def select(self, sql: str, values: list[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
        """Return rows of a query written in ``store/``."""
        with self.patience.reading():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """What is read inside the block is the desk of one moment, whoever writes meanwhile."""
        with said_plainly(self.path, "The desk was not read"), one_moment(self._connection):
            yield

    @contextmanager
    def _writing(self, what: str) -> Iterator[None]:
        """Keep all that is written inside the block, or nothing of it.

        Args:
            what: says what did not happen, where it is not kept.
        """
        with said_plainly(self.path, what):
            if self.found:
                from factdesk.store.apart import refusal

                raise refusal(self.path, what, self.found)
            self._still_there(what)
            self.patience.begin()
            try:
                opening.refuse_newer(self._connection, self.path, what)  # brought up to date under this window
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _still_there(self, what: str) -> None:
        if opening.identity(self.path) != self._identity:
            raise moved(self.path, what)
        self._log_still_there(what)

    def _log_still_there(self, what: str = NOT_KEPT) -> None:
        """Find out whether another program deleted the log: what is written into it then is gone with this process.

        What stood in it is put into the file first. Where the file itself is gone, a step says so.
        """
        log = opening.identity(opening.log_of(self.path))
        if self._log is not None and log != self._log and opening.identity(self.path) == self._identity:
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            raise log_deleted(self.path, what)
        self._log = self._log or log

"""The only hand that changes rows: it notes what each row was before and is after."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple, Protocol, TypeVar

from factdesk.errors import NotInDeskError
from factdesk.model.event import RowKey
from factdesk.model.ids import ArticleId
from factdesk.store import files
from factdesk.store.tables.rows import Fact, Row, Table
from factdesk.text.spans import Span

F = TypeVar("F", bound=Fact)


class Pace(Protocol):
    """Whoever follows a step while it is written, and may stop it; what is raised here rolls the step back."""

    def row(self) -> None:
        """A row was looked at or written."""

    def settle(self) -> None:
        """All rows and the entry are written: the next thing is the commit, after which nothing can be stopped."""


class Unfollowed:
    """The pace of a step nobody waits in front of."""

    def row(self) -> None:
        """Nobody counts."""

    def settle(self) -> None:
        """Nobody stops it."""


class Image(NamedTuple):
    """One row before and after a step; None where it was not there."""

    table: str
    id: str
    before: Row | None
    after: Row | None


POINTING = ("_id", "sha256")
"""How the names of columns end that point to another row."""

Left = Mapping[RowKey, Row | None]
"""Rows as a step left them; None where it deleted them."""


def read_row(connection: sqlite3.Connection, table: str, row_id: str) -> Row | None:
    """Return one row of a journalled table, or None. ``table`` is a name of ours, never a person's."""
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id])  # noqa: S608
    found = cursor.fetchone()
    return None if found is None else dict(zip((c[0] for c in cursor.description), found, strict=True))


class Writer:
    """Changes rows inside one open transaction and collects their images.

    A row touched twice has one image: as it was before the step and as it is after it.
    """

    def __init__(self, connection: sqlite3.Connection, pace: Pace | None = None) -> None:
        self._connection = connection
        self._pace = pace or Unfollowed()
        self._deferred = False
        self._images: dict[RowKey, Image] = {}
        self._read: dict[RowKey, Row | None] = {}

    @property
    def images(self) -> tuple[Image, ...]:
        """What the step changed so far, in the order it was touched; rows that ended as they began are left out."""
        return tuple(image for image in self._images.values() if image.before != image.after)

    def load(self, table: Table[F], row_id: str) -> F:
        """Return one fact.

        Raises:
            NotInDeskError: there is no such row (any more).
        """
        row = self._now(RowKey(table.name, row_id))
        if row is None:
            raise _not_there(table.name)
        return table.fact(row)

    def row(self, table: str, row_id: str) -> Row | None:
        """Return one row as it stands, or None."""
        self._pace.row()
        return read_row(self._connection, table, row_id)

    def has(self, table: Table[F], row_id: str) -> bool:
        """Say whether there is such a row."""
        self._pace.row()
        sql = f"SELECT 1 FROM {table.name} WHERE id = ?"  # noqa: S608
        return self._connection.execute(sql, [row_id]).fetchone() is not None

    def where(self, table: Table[F], column: str, value: str) -> tuple[F, ...]:
        """Return the facts whose ``column`` (a name of ours) holds ``value``."""
        return self._facts(table, f"{column} = ?", [value])

    def overlapping(self, table: Table[F], version_id: str, span: Span) -> tuple[F, ...]:
        """Return the segments or suggestions of a version that share a character with ``span``."""
        where = "version_id = ? AND start_at < ? AND end_at > ? ORDER BY start_at, end_at, id"
        return self._facts(table, where, [version_id, span.end, span.start])

    def article_of(self, version_id: str) -> ArticleId:
        """Return the article a version belongs to, without reading the version's many blocks.

        Raises:
            NotInDeskError: there is no such version (any more).
        """
        found = self._connection.execute("SELECT article_id FROM version WHERE id = ?", [version_id]).fetchone()
        if found is None:
            raise _not_there("version")
        return ArticleId(found[0])

    def save(self, table: Table[F], fact: F) -> None:
        """Insert the fact's row, or put it in the place of the one with the same id."""
        self._pace.row()
        row = table.to_row(fact)
        key = RowKey(table.name, str(row["id"]))
        known, current = self._images.get(key), self._now(key)
        if current is None:
            self._put(table.name, row)
        else:
            self._alter(table.name, row, current)
        self._images[key] = Image(*key, known.before if known is not None else current, row)

    def remove(self, table: Table[F], row_id: str) -> None:
        """Delete one row. Rows that point to it must be removed by the same step: nothing cascades."""
        self._pace.row()
        key = RowKey(table.name, row_id)
        before = self._images[key].before if key in self._images else self._now(key)
        self._defer()
        self._connection.execute(f"DELETE FROM {table.name} WHERE id = ?", [row_id])  # noqa: S608
        self._images[key] = Image(*key, before, None)

    def keep_file(self, data: bytes) -> str:
        """Store bytes and return their SHA-256."""
        return files.keep(self._connection, data)

    def swap(self, images: tuple[Image, ...]) -> None:
        """Put every row of ``images`` from its before to its after (the caller has checked the befores)."""
        self._defer()
        for image in images:
            self._pace.row()
            if image.before is not None:
                self._connection.execute(f"DELETE FROM {image.table} WHERE id = ?", [image.id])  # noqa: S608
        for image in images:
            self._pace.row()
            if image.after is not None:
                self._put(image.table, image.after)
            self._images[RowKey(image.table, image.id)] = image

    def _defer(self) -> None:
        """Have SQLite look only at the commit whether what rows point to is there: a step may write them in any order.

        Said when a row comes, goes or points elsewhere: after it SQLite makes every statement it knows anew.
        """
        if not self._deferred:
            self._deferred = True
            self._connection.execute("PRAGMA defer_foreign_keys = ON")

    def _now(self, key: RowKey) -> Row | None:
        """Return a row as the step left it so far; nobody else writes meanwhile, so it is read once."""
        if key in self._images:
            return self._images[key].after
        if key not in self._read:
            self._read[key] = read_row(self._connection, *key)
        return self._read[key]

    def _facts(self, table: Table[F], where: str, values: list[str | int]) -> tuple[F, ...]:
        cursor = self._connection.execute(f"SELECT * FROM {table.name} WHERE {where}", values)  # noqa: S608
        names = [column[0] for column in cursor.description]
        return tuple(table.fact(dict(zip(names, row, strict=True))) for row in cursor)

    def _alter(self, table: str, row: Row, current: Row) -> None:
        """Write what of a row is new: where its id and what points elsewhere stay, SQLite has nothing to look up."""
        changed = {name: value for name, value in row.items() if value != current[name]}
        if changed:
            if any(name.endswith(POINTING) for name in changed):
                self._defer()
            sets = ", ".join(f"{name} = ?" for name in changed)
            self._connection.execute(
                f"UPDATE {table} SET {sets} WHERE id = ?",  # noqa: S608
                [*changed.values(), row["id"]],
            )

    def _put(self, table: str, row: Row) -> None:
        self._defer()
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        sets = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}",  # noqa: S608
            list(row.values()),
        )


def _not_there(what: str) -> NotInDeskError:
    return NotInDeskError(
        "The change was not made",
        f"the {what} it belongs to is no longer in the desk",
        "Look at the checklist again; somebody may have deleted it.",
    )

"""The append-only, hash-chained record: what was done, by whom, and each row before and after.

An entry's hash is H(previous, header, payload hash) and the payload hash is H(salt, payload), so
that *Purge* can erase payload and salt and the chain still holds. ``docs/file-format.md`` has the
exact bytes.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from factdesk.errors import DamagedDeskError
from factdesk.model.event import Event
from factdesk.model.ids import ArticleId
from factdesk.store import content
from factdesk.store.tables.rows import canonical, canonical_row, digest, has_long_cell, listed
from factdesk.store.writer import Image

GENESIS = "0" * 64
"""``previous`` of the first entry."""

BARRIERS = ("created", "migrated", "restored")
"""Kinds that end undo; each stores a hash of every row of the logical content."""

_LAST = 1 << 62

_PIECE = 1_000
"""Entries read at a time, in some ten milliseconds."""


class Entry(Struct, frozen=True, kw_only=True):
    """What is to be written down about one step; ``seq`` and hashes are the journal's."""

    at: str
    kind: str
    of: int | None = None
    article_id: str | None = None
    person: str
    label: str
    edit: dict[str, Any]
    images: tuple[Image, ...] = ()


class Head(Struct, frozen=True):
    """The newest entry: its number and hash."""

    seq: int
    hash: str


def head(connection: sqlite3.Connection) -> Head:
    """Return the newest entry, or 0 and ``GENESIS`` in an empty journal."""
    row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, GENESIS)


def last_seq(connection: sqlite3.Connection) -> int:
    """Return the number of the newest entry, or 0 in an empty journal."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def append(connection: sqlite3.Connection, entry: Entry) -> Head:
    """Write ``entry`` behind the newest one. Runs inside the transaction that changes the rows."""
    last = head(connection)
    seq = last.seq + 1
    edit, images = canonical(entry.edit), f"[{','.join(map(_as_stored, entry.images))}]"
    salt = os.urandom(16)
    payload = payload_hash(salt, entry.person, entry.label, edit, images)
    sealed = entry_hash(last.hash, (seq, entry.at, entry.kind, entry.of, entry.article_id), payload)
    connection.execute(
        "INSERT INTO journal (seq, at, kind, of, article_id, person, label, edit, images, salt, payload_hash, previous,"
        " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [seq, entry.at, entry.kind, entry.of, entry.article_id, entry.person, entry.label, edit, images, salt,
         payload, last.hash, sealed],
    )  # fmt: skip
    return Head(seq, sealed)


def _as_stored(image: Image) -> str:
    if not any(row and has_long_cell(row) for row in (image.before, image.after)):
        return canonical(list(image))
    before, after = canonical_row(image.before), canonical_row(image.after)
    return f"[{canonical(image.table)},{canonical(image.id)},{before},{after}]"


def barrier(connection: sqlite3.Connection, kind: str, at: str, person: str) -> Entry:
    """Return the entry that ends undo and stores the fingerprint of every row."""
    prints = content.fingerprints(content.rows(connection))
    edit = {"content": content.content_hash(prints), "rows": prints}
    return Entry(at=at, kind=kind, person=person, label="", edit=edit)


def payload_hash(salt: bytes, person: str, label: str, edit: str, images: str) -> str:
    """Return H(salt, payload); ``edit`` and ``images`` are the stored JSON texts."""
    return digest(salt, person, label, edit, images)


def entry_hash(previous: str, header: tuple[int, str, str, int | None, str | None], payload: str) -> str:
    """Return H(previous, header, payload hash); the header is (seq, at, kind, of, article id)."""
    return digest(previous, canonical(list(header)), payload)


def images_of(connection: sqlite3.Connection, seq: int) -> tuple[Image, ...]:
    """Return the row images of one entry; none where it was purged."""
    row = connection.execute("SELECT images FROM journal WHERE seq = ?", [seq]).fetchone()
    return decode_images(row[0]) if row else ()


def weight(connection: sqlite3.Connection, where: str, seq: int) -> int:
    """Return how many bytes the images of some entries have; ``where`` is SQL of the store's own."""
    sql = f"SELECT coalesce(sum(length(CAST(images AS BLOB))), 0) FROM journal WHERE {where}"  # noqa: S608
    return int(connection.execute(sql, [seq]).fetchone()[0])


def decode_images(stored: str | None) -> tuple[Image, ...]:
    """Return the images of a stored JSON text.

    Raises:
        DamagedDeskError: it is not what FactDesk writes.
    """
    try:
        return tuple(_image(*parts) for parts in listed(stored)) if stored else ()
    except (ValueError, TypeError) as problem:
        raise DamagedDeskError(
            "The record was not read",
            f"an entry holds what FactDesk never wrote ({problem})",
            "Run “factdesk verify” on the desk, and restore the newest backup with Desk ▸ Restore….",
        ) from problem


def _image(table: Any, row_id: Any, before: Any, after: Any) -> Image:
    if not all((isinstance(table, str), isinstance(row_id, str), *map(_is_row, (before, after)))):
        raise ValueError("an image is not made of a table, an id and two rows")
    return Image(table, row_id, before, after)


def _is_row(value: object) -> bool:
    return value is None or isinstance(value, dict)


_STEP = "seq, at, kind, of, article_id, coalesce(person, ''), coalesce(label, '')"
"""What stands before the images of an entry: for what stands behind them, SQLite walks through all their pages."""
_EVENT = f"{_STEP}, hash"


def event(connection: sqlite3.Connection, seq: int) -> Event:
    """Return one event, which must be there, without its hash."""
    return _event(connection.execute(f"SELECT {_STEP}, '' FROM journal WHERE seq = ?", [seq]).fetchone())  # noqa: S608


def newest_of(connection: sqlite3.Connection, person: str, before: int | None) -> Event | None:
    """Return the newest event of ``person`` behind the last barrier (and before ``before``), without its hash."""
    kinds = ", ".join("?" * len(BARRIERS))
    row = connection.execute(
        f"SELECT {_STEP}, '' FROM journal WHERE person = ? AND seq < ?"  # noqa: S608
        f" AND seq > (SELECT max(seq) FROM journal WHERE kind IN ({kinds})) ORDER BY seq DESC LIMIT 1",
        [person, before or _LAST, *BARRIERS],
    ).fetchone()
    return _event(row) if row else None


def last_undo(connection: sqlite3.Connection, of: int, before: int) -> int:
    """Return the newest entry before ``before`` that undid ``of``."""
    sql = "SELECT max(seq) FROM journal WHERE of = ? AND kind = 'undo' AND seq < ?"
    return int(connection.execute(sql, [of, before]).fetchone()[0])


def last_writer(connection: sqlite3.Connection, table: str, row_id: str, after: int) -> Event | None:
    """Return the newest event behind ``after`` that wrote this row, or None."""
    entries = connection.execute("SELECT seq, images FROM journal WHERE seq > ? ORDER BY seq DESC", [after])
    for seq, images in entries:
        if any((image.table, image.id) == (table, row_id) for image in decode_images(images)):
            return event(connection, seq)
    return None


def events(connection: sqlite3.Connection, article_id: str | None) -> tuple[Event, ...]:
    """Return the whole record, oldest first, or one article's.

    It is read piece by piece: at an unsafe place whoever writes waits for the end of one.
    """
    where, values = ("article_id = ? AND", [article_id]) if article_id else ("", [])
    sql = f"SELECT {_EVENT}, images FROM journal WHERE {where} seq > ? ORDER BY seq LIMIT {_PIECE}"  # noqa: S608
    found: list[Event] = []
    while True:
        rows = connection.execute(sql, [*values, found[-1].seq if found else 0])
        piece = [_event(row[:-1], _claims_in(row[-1])) for row in rows]
        found += piece
        if len(piece) < _PIECE:
            return tuple(found)


def touched(connection: sqlite3.Connection, after: int) -> Iterator[tuple[str | None, tuple[Image, ...]]]:
    """Yield (article id, images) of each entry behind ``after``."""
    for article, images in connection.execute(
        "SELECT article_id, images FROM journal WHERE seq > ? ORDER BY seq", [after]
    ):
        yield article, decode_images(images)


_CLAIM = re.compile(r'claim(?:(?<=\["claim)",|(?<="claim)_id":)"([^"\\]+)"')
"""An image of a claim, or a row that belongs to one. Inside a text both would have their quotes escaped."""


def _claims_in(images: str | None) -> frozenset[str]:
    """Return the claims of a stored JSON text without decoding all of it: histories read every entry."""
    return frozenset(_CLAIM.findall(images or ""))


def _event(row: tuple[Any, ...], claims: frozenset[str] = frozenset()) -> Event:
    seq, at, kind, of, article, person, label, sealed = row
    return Event(
        seq=seq, at=at, person=person, kind=kind, label=label, of=of, claims=claims, hash=sealed,
        article_id=None if article is None else ArticleId(article),
    )  # fmt: skip

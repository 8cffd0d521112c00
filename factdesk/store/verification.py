"""Does the desk hold what its record says, all of it and nothing else?

The record is walked backwards over a copy of the rows in memory: at each step every row must equal
the step's after-image, then its before-image takes the place. What is left at the last barrier must
have the fingerprints the barrier stored. So a row changed by another hand is named, whether the
journal ever touched it or not.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from factdesk.errors import DamagedDeskError
from factdesk.store import content, journal
from factdesk.store.connection import Way, connect, schema_of
from factdesk.store.copies import one_moment
from factdesk.store.schema import lay_out
from factdesk.store.tables.rows import Row
from factdesk.store.trouble import said_plainly
from factdesk.store.writer import Image

Content = dict[str, dict[str, Row]]


def findings(path: Path) -> tuple[str, ...]:
    """Return every fault of the desk at ``path`` as a sentence; an empty tuple is a sound desk.

    Raises:
        DeskOpenError, DeskBusyError: it could not be looked at.
    """
    with said_plainly(path, "The desk was not verified"):
        connection = connect(path, Way.READ)
        try:
            with one_moment(connection):
                return tuple(fault.encode("utf-8", "replace").decode() for fault in faults(connection))
        finally:
            connection.close()


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield every fault of an open desk as a sentence."""
    connection.text_factory = _text
    damage = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if damage != ["ok"]:
        yield f"SQLite finds the file damaged: {damage[0]}"
        return
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"table {table}: row {row_id} points to a row of {parent} that is not there"
    yield from _schema_faults(connection)
    yield from _chain_faults(connection)
    yield from _row_faults(connection)
    yield from _file_faults(connection)


def _schema_faults(connection: sqlite3.Connection) -> Iterator[str]:
    ours, theirs = _laid_out(schema_of(connection)), _schema(connection)
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            yield f"the definition of “{name}” is not the one FactDesk made"


@cache
def _laid_out(schema: int) -> dict[str, str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        lay_out(fresh, schema)
        return _schema(fresh)


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
    found = {name: " ".join(sql.split()) for name, sql in rows}
    if "_sqlite_migrations" in found:
        steps = connection.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY id")
        found["_sqlite_migrations"] += str(steps.fetchall())
    return found


def _text(stored: bytes) -> str:
    """Decode a stored text so that bytes that are no text can still be told from any text, and named."""
    return stored.decode("utf-8", "surrogateescape")


def _chain_faults(connection: sqlite3.Connection) -> Iterator[str]:
    previous, expected = journal.GENESIS, 1
    columns = "seq, at, kind, of, article_id, person, label, edit, images, salt, payload_hash, previous, hash"
    for row in connection.execute(f"SELECT {columns} FROM journal ORDER BY seq"):  # noqa: S608
        seq, at, kind, of, article, person, label, edit, images, salt, payload, before, sealed = row
        if seq != expected:
            yield f"journal: entry {expected} is missing"
            expected = seq
        if before != previous:
            yield f"journal: entry {seq} does not follow the entry before it"
        purged = salt is None and person is None and label is None and edit is None and images is None
        if not purged and _payload(salt, person, label, edit, images) != payload:
            yield f"journal: what entry {seq} says was changed"
        if journal.entry_hash(before, (seq, at, kind, of, article), payload) != sealed:
            yield f"journal: the head of entry {seq} was changed"
        previous, expected = sealed, expected + 1
    if expected == 1:
        yield "journal: it is empty"


def _payload(salt: Any, person: Any, label: Any, edit: Any, images: Any) -> str:
    if not isinstance(salt, bytes) or None in (person, label, edit, images):
        return ""
    return journal.payload_hash(salt, person, label, edit, images)


def _row_faults(connection: sqlite3.Connection) -> Iterator[str]:
    held = content.rows(connection)
    named: set[tuple[str, str]] = set()
    cursor = connection.execute("SELECT seq, kind, edit, images FROM journal ORDER BY seq DESC")
    for seq, kind, edit, images in cursor:
        if kind in journal.BARRIERS:
            yield from _barrier_faults(held, edit, named)
            return
        try:
            decoded = journal.decode_images(images)
        except DamagedDeskError:
            return  # the chain has said so already, and what lies before cannot be followed
        for image in reversed(decoded):
            fault = _step_back(held, image, seq, named)
            if fault:
                yield fault
    yield "journal: no entry says how the desk began"


def _step_back(held: Content, image: Image, seq: int, named: set[tuple[str, str]]) -> str | None:
    table = held.get(image.table)
    if table is None:
        return f"journal: entry {seq} names a table “{image.table}” that is not a desk's"
    fault = None
    now = table.get(image.id)
    if now != image.after and (image.table, image.id) not in named:
        named.add((image.table, image.id))
        fault = f"{_name(image.table, image.id)} {_difference(now, image.after)} (last written by step {seq})"
    if image.before is None:
        table.pop(image.id, None)
    else:
        table[image.id] = image.before
    return fault


def _barrier_faults(held: Content, edit: str | None, named: set[tuple[str, str]]) -> Iterator[str]:
    wanted, prints = _listed(edit), content.fingerprints(held)
    if wanted is None:
        yield "journal: the barrier's own hash does not fit what it lists"
        return
    for table in content.JOURNALLED:
        ours, theirs = prints.get(table, {}), wanted.get(table, {})
        for key in sorted(ours.keys() | theirs.keys()):
            if ours.get(key) != theirs.get(key) and (table, key) not in named:
                what = "was added" if key not in theirs else "was deleted" if key not in ours else "was changed"
                yield f"{_name(table, key)} {what} by another hand"


def _listed(edit: str | None) -> dict[str, dict[str, str]] | None:
    """Return the fingerprints a barrier lists, or None where they are not what its own hash says."""
    try:
        stored = json.loads(edit or "")
        listed: dict[str, dict[str, str]] = stored["rows"]
        return listed if content.content_hash(listed) == stored["content"] else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _name(table: str, key: str) -> str:
    return f"table {table}: row {key}"


def _difference(now: Row | None, after: Row | None) -> str:
    if now is None:
        return "was deleted by another hand"
    if after is None:
        return "was added by another hand"
    columns = sorted(name for name in now.keys() | after.keys() if now.get(name) != after.get(name))
    return f"was changed by another hand in {', '.join(columns)}"


def _file_faults(connection: sqlite3.Connection) -> Iterator[str]:
    of_file = (
        "SELECT part, bytes FROM file_chunk WHERE sha256 = (SELECT sha256 FROM file WHERE rowid = ?) ORDER BY part"
    )
    for row, name, size in connection.execute("SELECT rowid, sha256, size FROM file ORDER BY sha256"):
        total, length = hashlib.sha256(), 0
        parts = connection.execute(of_file, [row])
        sound = True
        for expected, (part, data) in enumerate(parts):
            sound = sound and part == expected
            total.update(data)
            length += len(data)
        if not sound or length != size or total.hexdigest() != name:
            yield f"file {name[:12]}…: its bytes are not the ones that were kept"

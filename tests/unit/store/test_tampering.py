"""Every change by another hand, of whatever cell or byte, is noticed by verify, which names what was touched."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from factdesk.errors import FactDeskError
from factdesk.model.ids import ArticleId
from factdesk.model.query import QueryKind
from factdesk.model.segment import Label
from factdesk.model.tick import Register
from factdesk.store.content import JOURNALLED
from factdesk.store.exchange import TABLES, contents
from factdesk.store.verification import faults
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import ClaimField, DeleteClaim, EditClaim, MarkClaim, SetVerdict
from factdesk.work.edits.query import AddQuery
from factdesk.work.edits.segment import LabelStretch
from factdesk.work.edits.source import AttachSource, MoveSource, SourceForm
from factdesk.work.edits.telling import LinkTellings, RejectRepeat, Telling
from factdesk.work.edits.tick import Stroke, TickStretches
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, SENTENCES, TEXT, intake, note
from tests.oldfiles.make import FOLDER


class Cell(NamedTuple):
    table: str
    rowid: int
    column: str
    value: Any


@pytest.fixture
def worked_on(session: Session, article: ArticleId, claim: MarkClaim) -> Path:
    """A desk with a row in every table, written by many steps, some taken back."""
    session.run(SetVerdict(claim_id=claim.claim_id, scale=SCALE, value=SCALE.values[0].id, as_of="2026-11-22"))
    session.run(AttachSource(claim_id=claim.claim_id, form=SourceForm(title="Gauge book", excerpt="41 m")))
    again = AttachSource(claim_id=claim.claim_id, form=SourceForm(title="Annals"))
    session.run(again)
    first = session.case(article).evidence[0].id
    session.run(MoveSource(evidence_id=again.evidence_id, before=first))
    session.run(LabelStretch(version_id=claim.version_id, anchor=anchor_of(TEXT, SENTENCES[2]), as_label=Label.OPINION))
    for step in (
        LinkTellings(
            claim_id=claim.claim_id, version_id=claim.version_id,
            tellings=(Telling(anchor=anchor_of(TEXT, SENTENCES[1])),)),
        RejectRepeat(version_id=claim.version_id, span=SENTENCES[2], of=SENTENCES[0]),
        TickStretches(version_id=claim.version_id, register=Register.WORDS, strokes=(Stroke(span=Span(4, 7)),)),
        AddQuery(article_id=article, kind=QueryKind.NUMBER, question="Which gauge?", claim_id=claim.claim_id,
                 version_id=claim.version_id, span=SENTENCES[0]),
    ):  # fmt: skip
        session.run(step)
    session.run(note(claim, "Read at the gauge. 😀"))
    session.run(DeleteClaim(claim_id=claim.claim_id))
    session.undo()
    session.keep_typing(claim.claim_id, ClaimField.NOTE, "Read at the ga")
    session.run(AddArticle(intake=intake(original=b"\x00\xff not text")))
    session.close()
    assert verify(session.path) == ()
    return session.path


@pytest.fixture
def copy(worked_on: Path) -> Iterator[sqlite3.Connection]:
    """The desk in memory, where no constraint keeps another hand from anything."""
    source, memory = sqlite3.connect(worked_on), sqlite3.connect(":memory:", isolation_level=None)
    source.backup(memory)
    source.close()
    memory.execute("PRAGMA ignore_check_constraints = ON")
    yield memory
    memory.close()


BEFORE_THE_JOURNAL = ("desk", "scale")
"""Rows made with the desk: only their fingerprints are kept, so the row is named but not its column."""


def cells(connection: sqlite3.Connection, table: str) -> list[Cell]:
    cursor = connection.execute(f"SELECT rowid, * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [Cell(table, row[0], name, cell) for row in cursor for name, cell in zip(names[1:], row[1:], strict=True)]


EVERY_BYTE = 1
SOME_BYTES = 31
"""One byte of so many: the record holds five times the letters of all else (all: docs/endurance.md)."""


def changed(cell: object, step: int = EVERY_BYTE) -> Iterator[object]:
    """What a single changed byte, or one more or less, can make of a cell."""
    if isinstance(cell, str):
        data = cell.encode()
        yield "x"[not data :] + cell if data else "x"
        if data:
            yield data[:-1].decode("utf-8", "ignore")
            for at in {0, len(data) // 2, len(data) - 1}:
                yield data[:at] + b"\xff" + data[at + 1 :]
            yield from single_bytes(data, step)
    elif isinstance(cell, int):
        yield cell + 1
        for nth in range((cell.bit_length() + 7) // 8):
            yield cell ^ (1 << 8 * nth)
    elif isinstance(cell, float):
        for data in single_bytes(struct.pack("<d", cell), EVERY_BYTE):
            yield struct.unpack("<d", data)[0]
    elif isinstance(cell, bytes):
        yield from single_bytes(cell, step)
        yield cell + b"\x00"
    else:
        yield "x"
        yield 1


def single_bytes(data: bytes, step: int) -> Iterator[bytes]:
    """Yield the bytes with one of them changed: each ``step``-th, and the last."""
    for at in sorted({*range(0, len(data), step), len(data) - 1} if data else ()):
        yield data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def found_after(connection: sqlite3.Connection, cell: Cell, value: object) -> list[str] | None:
    """What verify says after one cell was changed; None where SQLite itself refused the change."""
    place = "CAST(? AS TEXT)" if isinstance(cell.value, str) else "?"
    try:
        connection.execute("BEGIN")
        connection.execute(f"UPDATE {cell.table} SET {cell.column} = {place} WHERE rowid = ?", [value, cell.rowid])
        return list(faults(connection))
    except sqlite3.IntegrityError:
        return None
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize("table", JOURNALLED)
def test_a_changed_cell_of_any_row_is_named_with_its_column(copy: sqlite3.Connection, table: str) -> None:
    there = cells(copy, table)
    assert there
    for cell in there:
        values = [value for value in changed(cell.value) if value != cell.value]
        told = [(value, found) for value in values if (found := found_after(copy, cell, value)) is not None]
        for value, found in told:
            named = [line for line in found if line.startswith(f"table {table}: row ")]
            about = "deleted" if cell.column == "id" else cell.column if table not in BEFORE_THE_JOURNAL else "changed"
            assert any(about in line for line in named), (cell, value, found)
        assert told or cell.value is None, f"nothing could be changed in {cell}"


@pytest.mark.parametrize("table", ["journal", "file", "file_chunk", "_sqlite_migrations"])
def test_a_changed_cell_of_the_record_or_a_file_is_noticed(copy: sqlite3.Connection, table: str) -> None:
    for cell in cells(copy, table):
        if cell.column in ("id", "applied_at"):  # of the library that runs the steps: they say nothing of the desk
            continue
        for value in changed(cell.value, SOME_BYTES if table == "journal" else EVERY_BYTE):
            if value != cell.value and (found := found_after(copy, cell, value)) is not None:
                subject = {"journal": "journal: ", "_sqlite_migrations": "the definition of"}.get(table, "file ")
                assert any(subject in line for line in found), (cell, value, found)


@pytest.mark.parametrize("table", [*JOURNALLED, "journal", "file_chunk"])
def test_a_row_taken_away_is_noticed(copy: sqlite3.Connection, table: str) -> None:
    for (key,) in copy.execute(f"SELECT rowid FROM {table}").fetchall():
        copy.execute("BEGIN")
        copy.execute(f"DELETE FROM {table} WHERE rowid = ?", [key])
        found = list(faults(copy))
        copy.execute("ROLLBACK")
        head = table == "journal" and not found
        assert found or head, f"row {key} of {table}"
        assert not head or key == copy.execute("SELECT max(seq) FROM journal").fetchone()[0]


def snapshot(connection: sqlite3.Connection) -> tuple[dict[str, Any], dict[str, bytes]]:
    held = contents(connection)
    return held.tables, held.files


@pytest.mark.parametrize("seed", range(8))
def test_a_byte_changed_in_the_file_is_noticed_or_means_nothing(worked_on: Path, seed: int) -> None:
    """Any byte of the file: verify speaks up, or every row and file is still what it was (unused space)."""
    random, whole = Random(seed), worked_on.read_bytes()
    connection = sqlite3.connect(worked_on, isolation_level=None)
    meant = snapshot(connection)
    connection.close()
    for _ in range(40):
        at = random.randrange(100, len(whole))
        worked_on.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << random.randrange(8))]) + whole[at + 1 :])
        try:
            if verify(worked_on):
                continue
        except FactDeskError:
            continue
        connection = sqlite3.connect(worked_on, isolation_level=None)
        now = snapshot(connection)
        connection.close()
        for table in TABLES:
            if table != "typing":  # not part of the record
                assert now[0][table] == meant[0][table], f"byte {at}"
        assert now[1] == meant[1], f"byte {at}"


PAYLOAD = ("salt", "person", "label", "edit", "images")


def test_an_entry_that_was_purged_whole_breaks_no_chain_and_one_purged_in_part_was_changed(
    copy: sqlite3.Connection,
) -> None:
    for column in PAYLOAD:
        copy.execute("BEGIN")
        copy.execute(f"UPDATE journal SET {column} = NULL WHERE seq = 3")
        assert "journal: what entry 3 says was changed" in list(faults(copy)), column
        copy.execute("ROLLBACK")
    copy.execute(f"UPDATE journal SET {', '.join(f'{column} = NULL' for column in PAYLOAD)} WHERE seq = 3")
    assert [line for line in faults(copy) if line.startswith("journal: ")] == []


def test_a_desk_whose_record_was_emptied_says_that_it_is_empty(copy: sqlite3.Connection) -> None:
    copy.execute("DELETE FROM journal")
    assert list(faults(copy)) == ["journal: it is empty", "journal: no entry says how the desk began"]


def test_a_row_is_named_once_however_many_of_its_steps_were_changed(session: Session, claim: MarkClaim) -> None:
    for words in ("first", "second", "third"):
        session.run(note(claim, words))
    session.close()
    connection = sqlite3.connect(session.path)
    for seq, words in connection.execute("SELECT seq, 'read ' || seq FROM journal").fetchall():
        connection.execute("UPDATE journal SET images = replace(images, 'first', ?) WHERE seq = ?", [words, seq])
    connection.execute("UPDATE claim SET note = 'by another hand'")
    named = [fault for fault in faults(connection) if fault.startswith(f"table claim: row {claim.claim_id}")]
    connection.close()
    assert len(named) == 1
    assert named[0].startswith(f"table claim: row {claim.claim_id} was changed by another hand in note (last written")


def test_a_row_of_before_the_last_barrier_is_named_once_too(tmp_path: Path) -> None:
    path = tmp_path / "old.factdesk"
    shutil.copyfile(FOLDER / "schema-3.factdesk", path)
    session = Session.open(path, CHECKER)  # brought up to date: a barrier that lists every row
    claim = next(one for one in session.case(session.articles()[0].id).claims if "log" in one.note)
    session.run(EditClaim(claim_id=claim.id, field=ClaimField.NOTE, value="The book says so."))
    session.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE journal SET images = replace(images, 'The log', 'The sea')")
        connection.execute("UPDATE claim SET note = 'by another hand' WHERE id = ?", [claim.id])
        named = [fault for fault in faults(connection) if claim.id in fault]
    assert len(named) == 1 and "was changed by another hand in note (last written" in named[0]

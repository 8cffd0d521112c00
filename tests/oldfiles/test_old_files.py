"""Desks of every schema there ever was still open, verify, and show their claims."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from factdesk.model.version import Link, PageStart
from factdesk.store.connection import SCHEMA
from factdesk.text.spans import Span
from factdesk.work.backup import backups, folder_of
from factdesk.work.exchange import import_desk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.oldfiles.make import CHECKER, FOLDER, SENTENCES, TEXT

LINKS = (Link(Span(4, 14), "https://example.org/lighthouse"),)
PAGES = (PageStart(0, "1"), PageStart(TEXT.index(SENTENCES[2]), "2"))
MARKS = (
    [(SENTENCES[2], True, CHECKER.name)], [Span(4, 14), Span(26, 30)], [Span(0, len(SENTENCES[0]))], ["Her deputy."],
)  # fmt: skip
EVIDENCE = {
    "schema-1": ["Log of the lighthouse"],
    "schema-2": ["Log of the lighthouse", "Footnote"],
    "schema-3": ["Log of the lighthouse", "Footnote"],
}
"""Titles in their order; from schema 4 on the second was moved up."""
FILES = sorted(FOLDER.glob("*.factdesk"))


def test_there_is_a_desk_of_every_schema() -> None:
    assert [path.stem for path in FILES] == [f"schema-{number}" for number in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_old_desk_opens_verifies_and_shows_its_claims(tmp_path: Path, path: Path) -> None:
    desk = Path(shutil.copy(path, tmp_path))
    assert verify(desk) == ()
    session = Session.open(desk, CHECKER)
    case = session.case(session.articles()[0].id)
    words = case.words_of()
    assert case.version.text == TEXT
    assert session.original(case.version.file_sha256) == TEXT.encode("utf-16")
    assert [words[claim.id].anchor.exact for claim in case.claims] == list(SENTENCES[:2])
    lit, slept = case.claims
    assert lit.verdict is not None and (lit.verdict.value, lit.note) == ("ok", "The log says **1884**.")
    titles = [case.sources[tie.source_id].title for tie in case.evidence_of()[lit.id]]
    assert titles == EVIDENCE.get(path.stem, ["Footnote", "Log of the lighthouse"])
    assert (slept.state, slept.note) == ("waiting", "")
    assert session.typed(slept.id) == {"note": "Asked the harbour mas"}
    gives = (case.version.links, case.version.pages, [kept.decision for kept in case.remarks])
    assert gives == (((), (), []) if path.stem == "schema-1" else (LINKS, PAGES, ["accepted", "open"]))
    told = [(s.anchor.exact, s.differs, s.confirmed_by) for s in case.tellings_of().get(lit.id, ())]
    marks = (
        told,
        [t.span for t in case.ticks],
        [r.of for r in case.rejected_repeats],
        [q.answer for q in case.queries],
    )
    assert marks == (([], [], [], []) if path.stem in ("schema-1", "schema-2") else MARKS)
    session.close()
    assert verify(desk) == ()
    is_old = path.stem != f"schema-{SCHEMA}"
    assert [backup.reason for backup in backups(folder_of(desk))] == ["before-upgrade"] * is_old


def test_an_export_from_before_links_and_remarks_is_imported(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_bytes(exported_in_its_day(FOLDER / "schema-1.factdesk"))
    import_desk((tmp_path / "old.json").read_bytes(), tmp_path / "again.factdesk")
    session = Session.open(tmp_path / "again.factdesk", CHECKER)
    case = session.case(session.articles()[0].id)
    session.close()
    assert (len(case.claims), case.version.links, case.remarks) == (2, (), ())
    assert verify(tmp_path / "again.factdesk") == ()


def exported_in_its_day(path: Path) -> bytes:
    """Return the export that a FactDesk of the desk's own schema would have written."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    known = {row["name"] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    tables = {}
    for table in sorted(known - {"file", "file_chunk", "_sqlite_migrations", "sqlite_sequence"}):
        rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]
        tables[table] = [{k: v.hex() if isinstance(v, bytes) else v for k, v in row.items()} for row in rows]
    chunks = connection.execute("SELECT sha256, bytes FROM file_chunk").fetchall()
    files = [{"sha256": row["sha256"], "base64": base64.b64encode(row["bytes"]).decode()} for row in chunks]
    connection.close()
    last = tables["journal"][-1]
    head = {"seq": last["seq"], "hash": last["hash"]}
    data = {"format": "factdesk-desk", "version": 1, "schema": 1, "head": head, "tables": tables, "files": files}
    return json.dumps(data).encode()

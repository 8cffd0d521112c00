"""docs/file-format.md is the whole truth about the file, and its script checks a real one."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factdesk.store import connection as opening
from factdesk.store.content import JOURNALLED
from factdesk.store.exchange import TABLES
from factdesk.store.schema import lay_out
from factdesk.work.exchange import export_desk
from factdesk.work.session import Session
from tests.desks import CHECKER, tamper

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "file-format.md").read_text(encoding="utf-8")
KEPT_BY_THE_LIBRARY = {"_sqlite_migrations", "sqlite_sequence"}


def described() -> dict[str, list[str]]:
    """The tables and columns the page describes, in its order."""
    sections = re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
    named = {found[1]: section for section in sections if (found := re.match(r"`(\w+)`\n", section))}
    return {table: re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE) for table, section in named.items()}


@pytest.fixture(scope="module")
def laid_out() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay_out(connection, opening.SCHEMA)
    return connection


def names(connection: sqlite3.Connection, kind: str) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL", [kind])
    return [name for (name,) in rows]


def test_every_table_and_column_is_described_and_no_other(laid_out: sqlite3.Connection) -> None:
    there = {
        table: [row[1] for row in laid_out.execute(f"PRAGMA table_info({table})")]
        for table in names(laid_out, "table")
        if table not in KEPT_BY_THE_LIBRARY
    }
    assert described() == there


def test_every_index_and_the_files_marks_are_named(laid_out: sqlite3.Connection) -> None:
    for index in names(laid_out, "index"):
        assert index.startswith("idx__sqlite_migrations") or f"`{index}`" in PAGE
    assert f"`0x{opening.APPLICATION_ID:08X}`" in PAGE
    assert f"this page describes `{opening.SCHEMA}`" in PAGE
    assert names(laid_out, "trigger") == []


def test_every_table_with_a_text_id_is_in_the_record_and_every_table_in_an_export() -> None:
    tables = described()
    assert {table for table, columns in tables.items() if columns[0] == "id"} == set(JOURNALLED)
    assert set(TABLES) | {"file", "file_chunk"} == tables.keys()


def test_the_export_has_the_fields_its_page_describes(closed_desk: Path) -> None:
    page = (DOCS / "export-format.md").read_text(encoding="utf-8")
    session = Session.open(closed_desk, CHECKER)
    session.touched = ("table article: row 1 was changed by another hand in title",)
    held = json.loads(export_desk(session))
    session.close()
    assert re.findall(r"^\| `(\w+)` \|", page, flags=re.MULTILINE) == list(held)
    for table in held["tables"]:
        assert f"`{table}`" in page


def run_the_script(path: Path) -> tuple[int, str]:
    found = re.search(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    assert found is not None
    done = subprocess.run([sys.executable, "-I", "-c", found[1], str(path)], capture_output=True, text=True)
    return done.returncode, (done.stdout + done.stderr).strip()


def test_the_pages_script_checks_a_real_desk(closed_desk: Path) -> None:
    with sqlite3.connect(closed_desk) as connection:
        number, head = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    connection.close()
    assert run_the_script(closed_desk) == (0, f"{number} entries, head {head}")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE journal SET label = 'Another' WHERE seq = 2", "what entry 2 says was changed"),
        ("UPDATE journal SET at = '2001' WHERE seq = 2", "the chain is broken at entry 2"),
        ("DELETE FROM journal WHERE seq = 2", "the chain is broken at entry 2"),
        ("UPDATE journal SET previous = hash WHERE seq = 3", "the chain is broken at entry 3"),
    ],
)
def test_the_pages_script_finds_a_broken_chain(closed_desk: Path, sql: str, said: str) -> None:
    tamper(closed_desk, sql)
    assert run_the_script(closed_desk) == (1, said)


def test_the_pages_script_lets_a_purged_entry_be(closed_desk: Path) -> None:
    tamper(
        closed_desk,
        "UPDATE journal SET salt = NULL, person = NULL, label = NULL, edit = NULL, images = NULL WHERE seq = 2",
    )
    assert run_the_script(closed_desk)[0] == 0

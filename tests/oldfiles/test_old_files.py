"""Desks of every schema there ever was still open, verify, and show their claims."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factdesk.store.connection import SCHEMA
from factdesk.work.backup import backups, folder_of
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.oldfiles.make import CHECKER, FOLDER, SENTENCES, TEXT

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
    assert [source.title for source in case.sources.values()] == ["Log of the lighthouse"]
    assert (slept.state, slept.note) == ("waiting", "")
    assert session.typed(slept.id) == {"note": "Asked the harbour mas"}
    session.close()
    assert verify(desk) == ()
    is_old = path.stem != f"schema-{SCHEMA}"
    assert [backup.reason for backup in backups(folder_of(desk))] == ["before-upgrade"] * is_old

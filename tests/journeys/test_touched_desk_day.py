"""An older desk that another hand changed: it is read, printed and taken out, and nobody changes it unasked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factdesk.work.backup import folder_of
from tests.desks import tamper
from tests.journeys.verbs import answered, factdesk
from tests.oldfiles.make import FOLDER

TOLD = "comes from an older FactDesk, does not verify and is only read"


@pytest.fixture
def touched(tmp_path: Path) -> Path:
    path = tmp_path / "touched.factdesk"
    shutil.copyfile(FOLDER / "schema-3.factdesk", path)
    tamper(path, "UPDATE claim SET note = 'verified!' WHERE note <> ''")
    return path


def test_verbs_that_read_say_so_and_do_their_work(touched: Path, tmp_path: Path) -> None:
    before = touched.read_bytes()
    listed = factdesk("claims", touched, "--json")
    assert TOLD in listed.stderr and "verified!" in listed.stdout
    assert "lighthouse" in factdesk("find", "lighthouse", "--desk", touched).stdout
    factdesk("export", touched, "--to", tmp_path / "out.json")
    assert "verified!" in (tmp_path / "out.json").read_text(encoding="utf-8")
    factdesk("report", touched, "--to", tmp_path / "out.md")
    printed = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "The desk does not verify: another hand changed it." in printed
    assert "was changed by another hand in note" in printed
    assert touched.read_bytes() == before
    assert list(folder_of(touched).iterdir()) == [], "no backup is made of what is not sound"


def test_verbs_that_change_are_refused_and_name_what_was_touched(touched: Path) -> None:
    before = touched.read_bytes()
    for words in (("mark", touched, "1", "--note", "again"), ("undo", touched)):
        said = factdesk(*words, code=5).stderr
        assert "The change was not kept" in said and "changed by another hand in note" in said
        assert "Save a copy…" in said and "Restore…" in said
    assert touched.read_bytes() == before
    assert answered("claims", touched)["claims"][0]["note"] == "verified!"

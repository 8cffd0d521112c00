"""A desk as JSON and back: the same rows, the same files, the same record; and no desk from less than all of it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import DeskWriteError, FactDeskError, NewerDeskError, NotADeskError, NotAllowedError
from factdesk.model.ids import ArticleId, new_id
from factdesk.store.exchange import contents
from factdesk.work.edits.article import AddArticle
from factdesk.work.exchange import export_desk, import_desk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, intake, logical, some_edit, tamper
from tests.oldfiles.make import FOLDER

PICTURE = b"\x89PNG\xff\x00 no text at all"


def worked_on(path: Path, picks: list[int]) -> Session:
    session = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake(original=PICTURE))
    session.run(add)
    for pick in picks:
        edit = some_edit(session, add.article_id, pick)
        try:
            if edit is not None:
                session.run(edit)
            if pick % 4 == 0:
                session.undo()
        except FactDeskError:
            continue
    session.keep_typing("a claim", "note", "half a sent")
    return session


@given(st.lists(st.integers(0, 10_000), max_size=12))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_desk_comes_back_with_its_rows_files_and_record(memory: Path, picks: list[int]) -> None:
    folder = memory / new_id()
    session = worked_on(folder / "one.factdesk", picks)
    data = export_desk(session)
    import_desk(data, folder / "two.factdesk")
    again = Session.open(folder / "two.factdesk", CHECKER)
    assert export_desk(again) == data
    assert logical(again.path) == logical(session.path)
    assert again.head_hash() == session.head_hash()
    assert again.typed("a claim") == {"note": "half a sent"}
    version = again.case(again.articles()[0].id).version
    assert again.original(version.file_sha256) == PICTURE
    session.undo()
    again.undo()
    assert logical(again.path) == logical(session.path)
    assert verify(again.path) == ()
    again.close()
    session.close()


def exported(session: Session) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(export_desk(session))
    return parsed


def refused(data: bytes, folder: Path) -> str:
    """The one sentence with which ``data`` is refused; nothing is left of the attempt."""
    folder.mkdir(exist_ok=True)
    with pytest.raises(NotADeskError) as refusal:
        import_desk(data, folder / "made.factdesk")
    assert list(folder.iterdir()) == []
    return str(refusal.value)


def test_an_export_cut_short_anywhere_is_refused(session: Session, article: ArticleId, tmp_path: Path) -> None:
    data = export_desk(session)
    for length in (1, 2, len(data) // 3, len(data) // 2, len(data) - 1):
        assert "is not whole JSON" in refused(data[:length], tmp_path / "new")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[]", "no desk exported by FactDesk"),
        (b"{}", "no desk exported by FactDesk"),
        (b"", "no desk exported by FactDesk"),
        (b"Dear editor, \xf6", "no desk exported by FactDesk"),
        (b'{"\xff":1}', "is not whole JSON"),
        (b'{"a":' * 100_000, "is not whole JSON"),
        (b'{"format":"factdesk-desk"}', "“version”"),
        (b'{"format":"factdesk-desk","version":1}', "“schema”"),
        (b'{"format":"factdesk-desk","version":1,"schema":1,"tables":{"sqlite_schema":[]}}', "“tables”"),
        (b'{"format":"factdesk-desk","version":1,"schema":1,"tables":{"claim":[1]},"files":[]}', "“tables.claim”"),
        (b'{"format":"factdesk-desk","version":1,"schema":1,"tables":{}}', "“files”"),
        (b'{"format":"factdesk-desk","version":1,"schema":1,"tables":{},"files":[{}]}', "“head”"),
    ],
)
def test_what_is_no_export_is_refused_in_one_sentence(data: bytes, why: str, tmp_path: Path) -> None:
    assert why in refused(data, tmp_path / "new")


def change(held: dict[str, Any], table: str, column: str, value: object) -> None:
    held["tables"][table][-1][column] = value


@pytest.mark.parametrize(
    ("table", "column", "value", "why"),
    [
        ("article", "title", "Another title", "its record does not account"),
        ("article", "id", 7, "do not fit a desk"),
        ("article", "title", None, "do not fit a desk"),
        ("article", "title", ["a", "list"], "do not fit a desk"),
        ("article", "title", "half a \ud83d", "do not fit a desk"),
        ("version", "number", 10**30, "do not fit a desk"),
        ("version", "number", "one", "do not fit a desk"),
        ("version", "text_sha256", "0" * 64, "do not fit a desk"),
        ("article", "extra", "", "do not fit a desk"),
        ("journal", "salt", "zz", "“tables.journal.salt”"),
        ("journal", "salt", 5, "“tables.journal.salt”"),
        ("journal", "label", "Something else", "its record does not account"),
        ("journal", "hash", "0" * 64, "“head”"),
    ],
)
def test_an_export_changed_by_hand_is_refused(
    session: Session, article: ArticleId, tmp_path: Path, table: str, column: str, value: object, why: str
) -> None:
    held = exported(session)
    change(held, table, column, value)
    assert why in refused(json.dumps(held).encode(), tmp_path / "new")


def test_an_export_whose_last_steps_were_cut_off_is_refused(
    session: Session, article: ArticleId, tmp_path: Path
) -> None:
    held = exported(session)
    del held["tables"]["journal"][-1]
    assert "“head”" in refused(json.dumps(held).encode(), tmp_path / "new")


def test_files_that_were_changed_or_do_not_decode_are_refused(
    session: Session, article: ArticleId, tmp_path: Path
) -> None:
    held = exported(session)
    held["files"][0]["text"] += "!"
    assert "are not the ones that were kept" in refused(json.dumps(held).encode(), tmp_path / "new")
    held["files"][0] = {"sha256": held["files"][0]["sha256"], "size": 1, "base64": "%"}
    assert "“files.base64”" in refused(json.dumps(held).encode(), tmp_path / "new")
    held["files"] = []
    assert "do not fit a desk" in refused(json.dumps(held).encode(), tmp_path / "new")


@pytest.mark.parametrize("field", ["version", "schema"])
def test_an_export_of_a_later_factdesk_is_refused_as_such(
    session: Session, article: ArticleId, tmp_path: Path, field: str
) -> None:
    held = exported(session)
    held[field] += 1
    with pytest.raises(NewerDeskError):
        import_desk(json.dumps(held).encode(), tmp_path / "new.factdesk")
    assert [path.name for path in tmp_path.iterdir() if "new" in path.name] == []


def test_an_import_puts_nothing_in_the_place_of_a_file(session: Session, article: ArticleId, tmp_path: Path) -> None:
    there = tmp_path / "there.factdesk"
    there.write_text("mine")
    with pytest.raises(DeskWriteError, match="already"):
        import_desk(export_desk(session), there)
    assert there.read_text() == "mine"


TOUCHED = {
    "a cell": "UPDATE article SET title = 'Another'",
    "a row that is gone": "DELETE FROM suggestion WHERE rowid = (SELECT min(rowid) FROM suggestion)",
    "a row that points nowhere": "UPDATE version SET article_id = 'nobody'",
    "a value no constraint would let through": "UPDATE suggestion SET decision = 'perhaps'",
    "bytes of a file": "UPDATE file_chunk SET bytes = x'00'",
    "the record": "UPDATE journal SET label = 'Nothing' WHERE seq = 2",
}


@pytest.mark.parametrize("sql", TOUCHED.values(), ids=TOUCHED)
def test_a_desk_that_another_hand_changed_comes_back_with_all_of_it_and_still_does_not_verify(
    session: Session, article: ArticleId, tmp_path: Path, sql: str
) -> None:
    session.close()
    with closing(sqlite3.connect(session.path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
    touched = Session.open(session.path, CHECKER)
    touched.touched = verify(session.path)
    data, new = export_desk(touched), tmp_path / "new.factdesk"
    touched.close()
    assert json.loads(data)["found"] == list(touched.touched) != []
    assert import_desk(data, new) == touched.touched
    assert verify(new) == touched.touched
    assert logical(new) == logical(session.path)


def test_an_export_that_tells_less_or_more_than_another_hand_did_is_refused(
    session: Session, article: ArticleId, tmp_path: Path
) -> None:
    tamper(session.path, "UPDATE article SET title = 'Another'")
    session.touched = verify(session.path)
    held = exported(session)
    for found in ([], [*held["found"], "table claim: row 1 was changed by another hand"], ["nothing"]):
        assert "its record does not account" in refused(json.dumps(held | {"found": found}).encode(), tmp_path / "new")
    for wrong in ("text", [1], 7):
        assert "“found”" in refused(json.dumps(held | {"found": wrong}).encode(), tmp_path / "new")


def older(tmp_path: Path, sql: str = "SELECT 1") -> Path:
    """An older desk, which another hand changed."""
    path = tmp_path / "older.factdesk"
    shutil.copyfile(FOLDER / "schema-3.factdesk", path)
    tamper(path, sql)
    return path


def raw(path: Path, **more: object) -> bytes:
    """The export of a desk as the FactDesk of its time wrote it."""
    with closing(sqlite3.connect(path)) as connection:
        held = contents(connection)
    salted = [row | {"salt": row["salt"].hex()} for row in held.tables["journal"]]
    last = salted[-1]
    files = [{"sha256": name, "base64": b64encode(content).decode()} for name, content in held.files.items()]
    told = {"format": "factdesk-desk", "version": 1, "schema": held.schema, "files": files}
    return json.dumps(
        told | {"head": {"seq": last["seq"], "hash": last["hash"]}, "tables": held.tables | {"journal": salted}} | more
    ).encode()


CHANGED = "UPDATE claim SET note = 'verified!' WHERE note <> ''"


def test_an_older_export_that_was_changed_is_not_made_good_by_bringing_it_up_to_date(tmp_path: Path) -> None:
    new = tmp_path / "new.factdesk"
    import_desk(raw(older(tmp_path)), new)
    assert verify(new) == ()
    assert "in note" in refused(raw(older(tmp_path, CHANGED)), tmp_path / "changed")


def test_an_older_export_that_tells_what_was_changed_becomes_a_desk_whose_record_says_so(tmp_path: Path) -> None:
    path, new = older(tmp_path, CHANGED), tmp_path / "new.factdesk"
    found = verify(path)
    assert import_desk(raw(path, found=list(found)), new) == ()
    assert_taken_over(new)


def test_an_older_desk_that_another_hand_changed_comes_back_as_the_copy_of_it_does(tmp_path: Path) -> None:
    path, new = older(tmp_path, CHANGED), tmp_path / "new.factdesk"
    session = Session.open(path, CHECKER)
    before = path.read_bytes()
    data = export_desk(session)
    session.close()
    assert path.read_bytes() == before and "found" not in json.loads(data)
    assert import_desk(data, new) == ()
    assert_taken_over(new)


def assert_taken_over(path: Path) -> None:
    """A sound desk whose last entry tells what was found."""
    assert verify(path) == ()
    session = Session.open(path, CHECKER)
    last = session.events()[-1]
    session.close()
    assert (last.kind, last.label) == ("migrated", "1 fault taken over as found")


def test_half_a_character_is_refused_and_the_session_goes_on(session: Session, article: ArticleId) -> None:
    before = logical(session.path)
    with pytest.raises(NotAllowedError, match="half a character"):
        session.keep_typing("a claim", "note", "half a \ud83d")
    session.keep_typing("a claim", "note", "whole 😀")
    assert session.typed("a claim") == {"note": "whole 😀"}
    assert logical(session.path) == before

"""A desk as JSON and back: the same rows, the same files, the same record; and no desk from less than all of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import DeskWriteError, FactDeskError, NewerDeskError, NotADeskError, NotAllowedError
from factdesk.model.ids import ArticleId, new_id
from factdesk.work.edits.article import AddArticle
from factdesk.work.exchange import export_desk, import_desk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, intake, logical, some_edit, tamper

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


def test_a_desk_changed_by_another_hand_can_be_exported_but_not_imported(
    session: Session, article: ArticleId, tmp_path: Path
) -> None:
    tamper(session.path, "UPDATE article SET title = 'Another'")
    assert "article" in refused(export_desk(session), tmp_path / "new")


def test_half_a_character_is_refused_and_the_session_goes_on(session: Session, article: ArticleId) -> None:
    before = logical(session.path)
    with pytest.raises(NotAllowedError, match="half a character"):
        session.keep_typing("a claim", "note", "half a \ud83d")
    session.keep_typing("a claim", "note", "whole 😀")
    assert session.typed("a claim") == {"note": "whole 😀"}
    assert logical(session.path) == before

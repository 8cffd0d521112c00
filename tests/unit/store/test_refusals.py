"""What cannot be opened or written: one clear sentence, nothing lost, nothing left behind, and the work goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.errors import (
    DamagedDeskError,
    DeskBusyError,
    DeskReadOnlyError,
    DeskWriteError,
    DiskFullError,
    FactDeskError,
    MissingDeskError,
    NewerDeskError,
    NotADeskError,
)
from factdesk.model.ids import ArticleId
from factdesk.store import connection as opening
from factdesk.store.desk import Desk
from factdesk.store.place import unsafe_for_wal
from factdesk.text.anchor import anchor_of
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import ClaimField, EditClaim, MarkClaim
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, SENTENCES, TEXT, intake, logical, tamper
from tests.elsewhere import as_nobody, can_mount, fill, held_by_another_program, no_more_pages, open_to_all, small_disk


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)


@pytest.fixture
def claim(session: Session, article: ArticleId) -> MarkClaim:
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    return mark


@pytest.fixture
def closed_desk(session: Session, claim: MarkClaim) -> Path:
    """A desk with work in it that nobody has open."""
    session.close()
    return session.path


def note(claim: MarkClaim, words: str) -> EditClaim:
    return EditClaim(claim_id=claim.claim_id, field=ClaimField.NOTE, value=words)


def assert_clear(error: FactDeskError, path: Path) -> None:
    """One sentence that names the file and no code's words, and a way out."""
    said = str(error)
    assert path.name in said
    assert said.endswith(".") and "\n" not in said and "SQLITE_" not in said and "Errno" not in said
    assert error.remedy.endswith(".")


def refuses_to_open(path: Path, kind: type[FactDeskError]) -> str:
    """Open ``path`` in vain: the file keeps its bytes and the folder its files."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(kind) as refusal:
        Session.open(path, CHECKER)
    assert_clear(refusal.value, path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    with pytest.raises(kind):
        verify(path)
    assert sorted(path.parent.iterdir()) == beside
    return str(refusal.value)


# --- what is no desk of ours


def test_a_desk_of_a_later_factdesk_is_refused_and_left_alone(closed_desk: Path) -> None:
    tamper(closed_desk, f"PRAGMA user_version = {opening.SCHEMA + 1}")
    content = logical(closed_desk)
    assert "later FactDesk" in refuses_to_open(closed_desk, NewerDeskError)
    assert logical(closed_desk) == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dear editor,",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(84),
    ],
    ids=["empty", "text", "picture", "a beginning only", "zeros"],
)
def test_a_file_that_is_no_desk_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.factdesk"
    path.write_bytes(content)
    assert "is not a FactDesk desk" in refuses_to_open(path, NotADeskError)


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    tamper(path, "CREATE TABLE journal (seq)")
    assert "is not a FactDesk desk" in refuses_to_open(path, NotADeskError)


def test_a_folder_and_a_pipe_are_no_desks(tmp_path: Path) -> None:
    folder = tmp_path / "folder.factdesk"
    folder.mkdir()
    assert "is not a FactDesk desk" in refuses_to_open(folder, NotADeskError)
    pipe = tmp_path / "pipe.factdesk"
    os.mkfifo(pipe)
    assert "is not a FactDesk desk" in refuses_to_open(pipe, NotADeskError)


def test_a_desk_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    refuses_to_open(tmp_path / "nowhere.factdesk", MissingDeskError)


def test_a_new_desk_takes_no_files_place(closed_desk: Path) -> None:
    before = closed_desk.read_bytes()
    with pytest.raises(DeskWriteError, match="already") as refusal:
        Session.create(closed_desk, CHECKER, SCALE)
    assert_clear(refusal.value, closed_desk)
    assert closed_desk.read_bytes() == before
    assert list(closed_desk.parent.iterdir()) == [closed_desk]


def test_a_new_desk_makes_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "house" / "first.factdesk"
    Session.create(path, CHECKER, SCALE).close()
    assert list(path.parent.iterdir()) == [path]


# --- damage


def everything(path: Path) -> None:
    """Open a desk and read all that the window would show of it."""
    session = Session.open(path, CHECKER)
    try:
        for card in session.articles():
            case = session.case(card.id)
            session.original(case.version.file_sha256)
        session.events()
        session.next_undo()
        session.contents()
    finally:
        session.close()


@pytest.mark.parametrize("seed", range(30))
def test_a_desk_with_overwritten_bytes_never_fails_without_a_sentence(closed_desk: Path, seed: int) -> None:
    """Whatever page is hit: either FactDesk says that it is damaged, or verify does; and the file is left alone."""
    data = bytearray(closed_desk.read_bytes())
    at = 100 + (len(data) - 1000) * seed // 30
    data[at : at + 700] = bytes((seed * 37 + i * 101) % 256 for i in range(700))
    closed_desk.write_bytes(data)
    said = ""
    try:
        everything(closed_desk)
    except FactDeskError as error:
        assert isinstance(error, DamagedDeskError)
        said = str(error)
        assert_clear(error, closed_desk)
    try:
        faults = verify(closed_desk)
    except FactDeskError as error:
        faults = (str(error),)
    assert said == "" or faults != ()
    assert list(closed_desk.parent.iterdir()) == [closed_desk]


def multiply(path: Path, table: str, by: int = 500, levels: int = 3) -> None:
    """Put pages above the root page of a table, each of which names the one below ``by`` times."""
    with sqlite3.connect(path) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    pages = [data[at : at + size] for at in range(0, len(data), size)]
    pages.append(pages[root - 1])
    for level in range(levels):
        cell = len(pages).to_bytes(4, "big") + b"\x01"
        head = b"\x05" + bytes(2) + by.to_bytes(2, "big") + (size - 5 * by).to_bytes(2, "big") + b"\x00" + cell[:4]
        places = b"".join((size - 5 * n).to_bytes(2, "big") for n in range(1, by + 1))
        page = (head + places).ljust(size - 5 * by, b"\x00") + cell * by
        if level < levels - 1:
            pages.append(page)
        else:
            pages[root - 1] = page
    pages[0] = pages[0][:28] + len(pages).to_bytes(4, "big") + pages[0][32:]
    path.write_bytes(b"".join(pages))


def test_damage_that_makes_one_row_a_hundred_million_is_noticed_before_memory_is_gone(closed_desk: Path) -> None:
    multiply(closed_desk, "journal")
    with pytest.raises(DamagedDeskError, match="comes to no end"):
        everything(closed_desk)
    assert "more than once" in verify(closed_desk)[0] or "2nd reference" in verify(closed_desk)[0]


@pytest.mark.parametrize("parts", [1, 5, 9])
def test_a_desk_cut_short_is_said_to_be_damaged(closed_desk: Path, parts: int) -> None:
    data = closed_desk.read_bytes()
    closed_desk.write_bytes(data[: len(data) * parts // 10])
    assert "is damaged" in refuses_to_open(closed_desk, DamagedDeskError)


def test_a_row_that_no_factdesk_wrote_is_called_damage(closed_desk: Path) -> None:
    tamper(closed_desk, "UPDATE claim SET kind = 'guess'")
    with pytest.raises(DamagedDeskError, match="never wrote"):
        everything(closed_desk)


def test_text_that_is_no_utf8_is_called_damage(closed_desk: Path) -> None:
    tamper(closed_desk, "UPDATE claim SET note = CAST(x'6f6bff' AS TEXT)")
    with pytest.raises(DamagedDeskError):
        everything(closed_desk)


# --- somebody else holds it


def test_a_locked_desk_keeps_its_content_and_takes_the_change_afterwards(session: Session, claim: MarkClaim) -> None:
    before = logical(session.path)
    with held_by_another_program(session.path):
        with pytest.raises(DeskBusyError) as refusal:
            session.run(note(claim, "while locked"))
        assert_clear(refusal.value, session.path)
        with pytest.raises(DeskBusyError):
            session.undo()
        with pytest.raises(DeskBusyError):
            session.keep_typing(claim.claim_id, "note", "while lo")
        assert session.case(session.articles()[0].id).claims[0].note == "", "reading goes on"
    assert logical(session.path) == before
    session.run(note(claim, "afterwards"))
    assert session.case(session.articles()[0].id).claims[0].note == "afterwards"
    assert verify(session.path) == ()


def test_a_desk_in_a_synced_folder_is_kept_without_a_log_beside_it_and_locked(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox (Desk)" / "synced.factdesk"
    first = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake())
    first.run(add)
    assert first.unsafe_place() == "it lies in a synced folder (Dropbox (Desk))"
    assert [p.name for p in path.parent.iterdir() if p.suffix != ".factdesk-journal"] == [path.name]
    with pytest.raises(DeskBusyError, match="another program holds") as refusal:
        Session.open(path, CHECKER)
    assert_clear(refusal.value, path)
    with pytest.raises(DeskBusyError):
        verify(path)
    first.undo()
    first.redo()
    first.close()
    assert path.read_bytes()[18:20] == b"\x01\x01", "rollback journal, not WAL"
    second = Session.open(path, CHECKER)
    assert len(second.articles()) == 1
    second.close()
    assert verify(path) == ()


def test_a_desk_that_was_moved_into_a_synced_folder_changes_its_way(closed_desk: Path) -> None:
    folder = closed_desk.parent / "Nextcloud"
    folder.mkdir()
    content = logical(closed_desk)
    path = Path(shutil.move(closed_desk, folder))
    Session.open(path, CHECKER).close()
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert list(folder.iterdir()) == [path]
    assert logical(path) == content


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/pool /srv/share nfs4 rw 0 0
//server/desks /srv/with\\040space cifs rw 0 0
tmpfs /srv/share/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("/srv/share/a.factdesk", "it lies on a network share (nfs4)"),
        ("/srv/share/deep/er/a.factdesk", "it lies on a network share (nfs4)"),
        ("/srv/with space/a.factdesk", "it lies on a network share (cifs)"),
        ("/srv/share/local/a.factdesk", None),
        ("/srv/shared/a.factdesk", None),
        ("/home/ab/a.factdesk", None),
        ("/home/ab/OneDrive - House/a.factdesk", "it lies in a synced folder (OneDrive - House)"),
        ("/home/ab/Google Drive/Desks/a.factdesk", "it lies in a synced folder (Google Drive)"),
        ("/home/ab/Megacities/a.factdesk", None),
        ("/home/ab/boxes/a.factdesk", None),
    ],
)
def test_shares_and_synced_folders_are_noticed(tmp_path: Path, place: str, why: str | None) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert unsafe_for_wal(Path(place), mounts) == why


def test_a_folder_is_known_to_be_synced_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / "Plain" / "Desks").mkdir(parents=True)
    (tmp_path / "Plain" / ".stfolder").mkdir()
    assert unsafe_for_wal(tmp_path / "Plain" / "Desks" / "a.factdesk") == "it lies in a synced folder (Plain)"


# --- permissions


@pytest.fixture
def public_desk() -> Iterator[Path]:
    """A desk in a folder of its own that a user without rights can reach."""
    with open_to_all() as folder:
        session = Session.create(folder / "public.factdesk", CHECKER, SCALE)
        session.run(AddArticle(intake=intake()))
        session.close()
        session.path.chmod(0o666)
        yield session.path


READ_ONLY = "DeskReadOnlyError: The desk was not opened: “public.factdesk” or its folder may not be written."
CLOSED = "DeskOpenError: The desk was not opened: “public.factdesk” in “{}” may not be read."


def opened(path: Path) -> str:
    try:
        session = Session.open(path, CHECKER)
        session.undo()
        session.close()
    except FactDeskError as error:
        return f"{type(error).__name__}: {error}"
    return "undone"


def test_the_user_without_rights_can_open_what_is_open_to_all(public_desk: Path) -> None:
    assert as_nobody(lambda: opened(public_desk)) == "undone"


@pytest.mark.parametrize(
    ("file", "folder", "said"),
    [
        (0o444, 0o777, READ_ONLY),
        (0o666, 0o555, READ_ONLY),
        (0o000, 0o777, CLOSED),
        (0o666, 0o000, CLOSED),
    ],
    ids=["read-only file", "read-only folder", "closed file", "closed folder"],
)
def test_a_desk_that_may_not_be_written_or_read_is_refused(
    public_desk: Path, file: int, folder: int, said: str
) -> None:
    content = logical(public_desk)
    public_desk.chmod(file)
    public_desk.parent.chmod(folder)
    answer = as_nobody(lambda: opened(public_desk))
    public_desk.parent.chmod(0o777)
    public_desk.chmod(0o666)
    assert answer == said.format(public_desk.parent)
    assert list(public_desk.parent.iterdir()) == [public_desk]
    assert logical(public_desk) == content


def test_a_desk_in_a_read_only_folder_can_still_be_verified(public_desk: Path) -> None:
    public_desk.chmod(0o444)
    public_desk.parent.chmod(0o555)
    assert as_nobody(lambda: str(verify(public_desk))) == "()"


def test_no_desk_is_made_in_a_folder_that_may_not_be_written() -> None:
    def made() -> str:
        with pytest.raises(DeskReadOnlyError) as refusal:
            Session.create(folder / "new.factdesk", CHECKER, SCALE)
        return str(refusal.value)

    with open_to_all() as folder:
        folder.chmod(0o555)
        assert as_nobody(made) == "The desk was not made: “new.factdesk” or its folder may not be written."
        assert list(folder.iterdir()) == []


# --- the file goes away under the window


def vanish(path: Path) -> None:
    path.unlink()


def replace_by_another(path: Path) -> None:
    other = path.with_name("other.factdesk")
    Session.create(other, CHECKER, SCALE).close()
    other.replace(path)


def at(path: Path) -> bytes | None:
    """The file's bytes: a look by SQLite would fold the log of the desk that is still open into another desk."""
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize("take_away", [vanish, replace_by_another])
def test_nothing_is_written_into_the_void_and_a_copy_saves_everything(
    session: Session, claim: MarkClaim, tmp_path: Path, take_away: object
) -> None:
    assert callable(take_away)
    content = logical(session.path)
    take_away(session.path)
    now = at(session.path)
    for attempt in (
        lambda: session.run(note(claim, "into the void")),
        session.undo,
        lambda: session.keep_typing(claim.claim_id, "note", "into the vo"),
    ):
        with pytest.raises(MissingDeskError, match="moved, deleted or replaced") as refusal:
            attempt()
        assert_clear(refusal.value, session.path)
    assert at(session.path) == now
    session.save_copy(tmp_path / "rescued" / "copy.factdesk")
    assert logical(tmp_path / "rescued" / "copy.factdesk") == content
    assert verify(tmp_path / "rescued" / "copy.factdesk") == ()
    rescued = Session.open(tmp_path / "rescued" / "copy.factdesk", CHECKER)
    rescued.run(note(claim, "the work goes on"))
    rescued.undo()
    rescued.close()


def test_a_file_that_comes_back_is_written_again(session: Session, claim: MarkClaim) -> None:
    aside = session.path.with_name("aside")
    session.path.rename(aside)
    with pytest.raises(MissingDeskError):
        session.run(note(claim, "into the void"))
    aside.rename(session.path)
    session.run(note(claim, "back again"))
    session.close()
    assert verify(session.path) == ()


def test_a_copy_is_saved_while_others_work_and_never_over_a_file(session: Session, claim: MarkClaim) -> None:
    other = Session.open(session.path, CHECKER)
    copy = session.path.with_name("copy.factdesk")
    session.save_copy(copy)
    assert logical(copy) == logical(session.path)
    for there in (copy, session.path):
        with pytest.raises(DeskWriteError, match="already"):
            session.save_copy(there)
    other.run(note(claim, "still writable"))
    other.close()
    assert sorted(p.name for p in session.path.parent.iterdir() if "-" not in p.name) == [copy.name, session.path.name]


# --- the disk is full


FULL = ["page limit", *(["small disk"] if can_mount() else [])]
LONG = "all of it " * 200_000


@pytest.mark.parametrize("kind", FULL)
def test_a_full_disk_keeps_what_was_and_takes_the_change_when_there_is_room(tmp_path: Path, kind: str) -> None:
    with small_disk(tmp_path, 1 << 20) as disk:
        folder = disk if disk is not None and kind == "small disk" else tmp_path
        session = Session.create(folder / "full.factdesk", CHECKER, SCALE)
        add = AddArticle(intake=intake())
        session.run(add)
        mark = MarkClaim(version_id=add.version_id, anchor=anchor_of(TEXT, SENTENCES[0]))
        session.run(mark)
        content, steps = logical(session.path), len(session.events())
        filler = fill(folder) if kind == "small disk" else None
        if filler is None:
            no_more_pages(session._desk._connection)
        for attempt in (
            lambda: session.run(note(mark, LONG)),
            lambda: session.keep_typing(mark.claim_id, "note", LONG),
            lambda: session.run(AddArticle(intake=intake(original=LONG.encode()))),
        ):
            with pytest.raises(DiskFullError) as refusal:
                attempt()
            assert_clear(refusal.value, session.path)
        assert (logical(session.path), len(session.events())) == (content, steps)
        if filler is not None:
            filler.unlink()
        else:
            session._desk._connection.execute("PRAGMA max_page_count = 100000")
        session.run(note(mark, "there is room again"))
        session.undo()
        assert logical(session.path) == content
        session.close()
        assert verify(session.path) == ()


@pytest.mark.parametrize("kind", FULL[1:] or ["page limit"])
def test_no_desk_and_no_copy_is_left_half_made_on_a_full_disk(session: Session, tmp_path: Path, kind: str) -> None:
    session.run(AddArticle(intake=intake(original=os.urandom(2_000_000))))
    with small_disk(tmp_path, 1 << 20) as disk:
        if disk is None:
            return
        with pytest.raises(DiskFullError):
            session.save_copy(disk / "copy.factdesk")
        assert list(disk.iterdir()) == []
        filler = fill(disk)
        for attempt in (
            lambda: Session.create(disk / "new.factdesk", CHECKER, SCALE),
            lambda: session.save_copy(disk / "copy.factdesk"),
        ):
            with pytest.raises(DiskFullError):
                attempt()
            assert list(disk.iterdir()) == [filler]


def test_a_second_connection_sees_nothing_of_a_change_that_failed(session: Session, claim: MarkClaim) -> None:
    no_more_pages(session._desk._connection)
    with pytest.raises(DiskFullError):
        session.run(note(claim, LONG))
    other = Desk.read_only(session.path)
    assert other.head().seq == len(session.events())
    other.close()
    with sqlite3.connect(session.path) as connection:
        assert connection.execute("SELECT count(*) FROM typing").fetchone() == (0,)
    connection.close()

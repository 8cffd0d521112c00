"""A file that goes away and a disk that is full: nothing is lost, nothing half made is left, and the work goes on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from factdesk.errors import (
    DeskReadOnlyError,
    DeskWriteError,
    DiskFullError,
    FactDeskError,
    MissingDeskError,
    ReportError,
)
from factdesk.report.file import write
from factdesk.store.backups import look
from factdesk.text.anchor import anchor_of
from factdesk.work.beside import Seat, beside
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.edits.edit import Edit
from factdesk.work.jobs import Unwatched
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, SENTENCES, TEXT, assert_clear, intake, logical, note
from tests.elsewhere import as_nobody, can_mount, fill, no_more_pages, open_to_all, small_disk

pytestmark = pytest.mark.usefixtures("impatient")


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


def beside_it(session: Session, edit: Edit) -> None:
    """Take a step as the window takes a large one."""
    beside(Seat.of(session), lambda other, pace: other.run(edit, pace), 1, lambda *_: None)(Unwatched())


@pytest.mark.parametrize("take_away", [vanish, replace_by_another])
def test_nothing_is_written_into_the_void_and_a_copy_saves_everything(
    session: Session, claim: MarkClaim, tmp_path: Path, take_away: object
) -> None:
    assert callable(take_away)
    content = logical(session.path)
    take_away(session.path)
    now = at(session.path)
    void = note(claim, "into the void")
    for attempt in (
        lambda: session.run(void),
        session.undo,
        lambda: session.keep_typing(claim.claim_id, "note", "into the vo"),
        lambda: beside_it(session, void),
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


def test_a_log_that_another_program_deletes_takes_no_step_with_it(session: Session, claim: MarkClaim) -> None:
    session.run(note(claim, "in the log"))
    void = note(claim, "into the void")
    session.path.with_name(f"{session.path.name}-wal").unlink()
    for attempt in (
        session.hearing.poll,
        lambda: session.run(void),
        lambda: session.keep_typing(claim.claim_id, "note", "into the vo"),
        lambda: beside_it(session, void),
    ):
        with pytest.raises(MissingDeskError, match=r"the log beside .* was deleted") as refusal:
            attempt()
        assert_clear(refusal.value, session.path)
    # What stands in the file alone is all that outlives a killed process.
    alone = session.path.with_name("alone.factdesk")
    alone.write_bytes(session.path.read_bytes())
    kept = Session.open(alone, CHECKER)
    assert kept.case(kept.articles()[0].id).claims[0].note == "in the log"
    kept.close()
    session.close()
    again = Session.open(session.path, CHECKER)
    again.run(note(claim, "goes on"))
    again.close()
    assert verify(session.path) == ()


@pytest.mark.parametrize("place", ["Desks", "Dropbox"])
def test_a_folder_that_is_renamed_while_its_desk_is_open_loses_nothing(tmp_path: Path, place: str) -> None:
    session, mark = desk_with_a_claim(tmp_path / "before" / place)
    session.run(note(mark, "kept"))
    (tmp_path / "before").rename(tmp_path / "after")
    moved = tmp_path / "after" / place / session.path.name
    with pytest.raises(MissingDeskError, match="moved"):
        session.run(note(mark, "into the void"))
    assert not (tmp_path / "before").exists()
    session.close()
    assert verify(moved) == ()
    again = Session.open(moved, CHECKER)
    assert again.case(again.articles()[0].id).claims[0].note == "kept"
    again.close()
    assert [path.name for path in moved.parent.iterdir()] == [moved.name]


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


def desk_with_a_claim(folder: Path) -> tuple[Session, MarkClaim]:
    session = Session.create(folder / "full.factdesk", CHECKER, SCALE)
    add = AddArticle(intake=intake())
    session.run(add)
    mark = MarkClaim(version_id=add.version_id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    return session, mark


@pytest.mark.parametrize("kind", FULL)
def test_a_full_disk_keeps_what_was_and_takes_the_change_when_there_is_room(tmp_path: Path, kind: str) -> None:
    with small_disk(tmp_path, 1 << 20) as disk:
        folder = disk if disk is not None and kind == "small disk" else tmp_path
        session, mark = desk_with_a_claim(folder)
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
        with pytest.raises(DiskFullError, match=r"“copy\.factdesk” is full"):
            session.save_copy(disk / "copy.factdesk")
        assert list(disk.iterdir()) == []
        with pytest.raises(ReportError, match="the disk is full") as refusal:
            write(disk / "report.html", bytes(2 << 20))
        assert "Free some space" in refusal.value.remedy
        assert list(disk.iterdir()) == []
        filler = fill(disk)
        for attempt in (
            lambda: Session.create(disk / "new.factdesk", CHECKER, SCALE),
            lambda: session.save_copy(disk / "copy.factdesk"),
        ):
            with pytest.raises(DiskFullError):
                attempt()
            assert list(disk.iterdir()) == [filler]


def test_a_disk_that_can_only_be_read_is_called_so(session: Session, claim: MarkClaim, tmp_path: Path) -> None:
    with small_disk(tmp_path, 1 << 20) as disk:
        if disk is None:
            return
        session.save_copy(disk / "there.factdesk")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(DeskReadOnlyError, match=r"the disk that holds “copy\.factdesk” can only be read"):
            session.save_copy(disk / "copy.factdesk")
        with pytest.raises(DeskReadOnlyError, match=r"“there\.factdesk” or its folder may not be written"):
            Session.open(disk / "there.factdesk", CHECKER)
        assert verify(disk / "there.factdesk") == ()


def test_a_second_connection_sees_nothing_of_a_change_that_failed(session: Session, claim: MarkClaim) -> None:
    no_more_pages(session._desk._connection)
    with pytest.raises(DiskFullError):
        session.run(note(claim, LONG))
    assert look(session.path).seq == len(session.events())
    with sqlite3.connect(session.path) as connection:
        assert connection.execute("SELECT count(*) FROM typing").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("kind", FULL)
def test_wherever_the_disk_fills_up_an_edit_is_kept_whole_or_not_at_all(tmp_path: Path, kind: str) -> None:
    """With room for no page, one page, two pages …, until there is room for all."""
    with small_disk(tmp_path, 2 << 20) as disk:
        folder = disk if disk is not None and kind == "small disk" else tmp_path
        session, mark = desk_with_a_claim(folder)
        refused = kept = 0
        while kept < 3:
            before = logical(session.path)
            room = Room(session, folder, kind, refused)
            try:
                session.run(note(mark, f"{refused} {kept} " + "forty-one metres " * 2_000))
            except DiskFullError:
                assert logical(session.path) == before
                refused += 1
            else:
                assert logical(session.path) != before
                kept += 1
            room.end()
            assert verify(session.path) == ()
        assert refused > 3
        session.close()


class Room:
    """Only ``pages`` pages are left, by SQLite's own limit or by a file that takes all the rest of a disk."""

    def __init__(self, session: Session, folder: Path, kind: str, pages: int) -> None:
        self._connection = session._desk._connection
        self._filler = fill(folder) if kind == "small disk" else None
        if self._filler is not None:
            os.truncate(self._filler, max(0, self._filler.stat().st_size - 4096 * pages))
        else:
            no_more_pages(self._connection, pages)

    def end(self) -> None:
        if self._filler is not None:
            self._filler.unlink()
        else:
            self._connection.execute("PRAGMA max_page_count = 1000000")


@pytest.mark.parametrize("place", ["Desks", "Dropbox"])
def test_rights_taken_away_while_it_is_open_cost_nothing_that_was_kept(place: str) -> None:
    def works() -> str:
        session = Session.create(folder / place / "mine.factdesk", CHECKER, SCALE)
        add = AddArticle(intake=intake())
        session.run(add)
        session.path.chmod(0o444)
        session.path.parent.chmod(0o555)
        told = ""
        try:
            session.undo()
        except FactDeskError as problem:
            told = type(problem).__name__
        steps = len(session.events())
        session.path.parent.chmod(0o755)
        session.path.chmod(0o644)
        session.undo() if told else session.redo()
        assert len(session.events()) == steps + 1
        session.close()
        assert verify(session.path) == ()
        return told

    with open_to_all() as folder:
        assert as_nobody(works) in ("", "DeskReadOnlyError")

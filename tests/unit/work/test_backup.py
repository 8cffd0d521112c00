"""Backups are opened and checked before they count; one of them can take the desk's place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.errors import (
    DamagedDeskError,
    DeskBusyError,
    DeskReadOnlyError,
    DiskFullError,
    FactDeskError,
    NothingToUndoError,
)
from factdesk.whole import part_beside
from factdesk.work import backup as backups_module
from factdesk.work.backup import Backup, backup, backups, before_upgrade, folder_of, kept, newest, restore
from factdesk.work.backup_clock import EVERY, backup_job, due
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.jobs import Cancelled, Unwatched
from factdesk.work.session import Session
from factdesk.work.verification import verify, verify_job
from tests.desks import CHECKER, SCALE, SECOND, intake, logical, note, tamper
from tests.elsewhere import as_nobody, fill, open_to_all, small_disk

pytestmark = pytest.mark.usefixtures("impatient")


def taken(session: Session) -> Backup:
    made = backup_job(session)(Unwatched())
    assert made is not None
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# --- taking


def test_a_backup_is_the_desk_of_that_moment_and_lies_alone(session: Session, claim: MarkClaim) -> None:
    made = taken(session)
    assert made.path.parent == folder_of(session.path)
    assert names(made.path.parent) == [made.path.name]
    assert (made.seq, made.head, made.articles) == (len(session.events()), session.head_hash(), 1)
    assert logical(made.path) == logical(session.path)
    assert verify(made.path) == ()
    assert names(made.path.parent) == [made.path.name], "a look leaves nothing beside it"
    assert made.path.read_bytes()[18:20] == b"\x01\x01", "it needs no log, so it can be read from a closed folder"
    assert backups(made.path.parent) == (made,)


def test_nothing_is_backed_up_twice(session: Session, claim: MarkClaim) -> None:
    taken(session)
    assert backup_job(session)(Unwatched()) is None
    session.run(note(claim, "something new"))
    second = taken(session)
    assert backups(folder_of(session.path))[0] == second
    assert len(backups(folder_of(session.path))) == 2


def test_a_backup_is_due_when_something_was_done_and_time_went_by(session: Session, claim: MarkClaim) -> None:
    assert due(session), "there is none yet"
    made = taken(session)
    later = made.taken + EVERY
    assert not due(session, later), "nothing was done"
    session.run(note(claim, "something new"))
    assert not due(session, later - timedelta(seconds=1))
    assert due(session, later)
    assert due(session, made.taken - timedelta(days=400)), "the clock was set back"


def test_others_work_on_while_a_backup_is_taken(session: Session, claim: MarkClaim) -> None:
    """Between two slices of the copy another connection writes: the backup is the desk from before it."""
    session.run(AddArticle(intake=intake(original=os.urandom(3_000_000))))
    other = Session.open(session.path, SECOND)
    before = logical(session.path)
    written = []

    class Meddler(Unwatched):
        def progress(self, done: int, total: int) -> None:
            if done < total:
                other.run(note(claim, f"meanwhile {done}"))
                written.append(done)

    made = backup_job(session)(Meddler())
    assert made is not None and written
    assert logical(made.path) == before
    assert logical(session.path) != before
    other.close()


def test_a_stopped_backup_leaves_nothing(session: Session, claim: MarkClaim) -> None:
    class Impatient(Unwatched):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        backup_job(session)(Impatient())
    assert names(folder_of(session.path)) == []


def test_a_desk_that_is_not_sound_gets_no_backup_and_the_older_ones_stay(session: Session, claim: MarkClaim) -> None:
    made = taken(session)
    tamper(session.path, "UPDATE claim SET note = 'by another hand'")
    session.run(note(claim, "more"))
    with pytest.raises(DamagedDeskError, match=r"“\w+\.factdesk” is not sound \(.*another hand"):
        backup_job(session)(Unwatched())
    assert backups(made.path.parent) == (made,)
    assert names(made.path.parent) == [made.path.name]


def test_a_locked_desk_in_a_synced_folder_is_backed_up_through_its_session(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "OneDrive" / "synced.factdesk", CHECKER, SCALE)
    session.run(AddArticle(intake=intake()))
    made = taken(session)
    assert names(made.path.parent) == [made.path.name]
    assert made.head == session.head_hash()
    assert verify_job(session)(Unwatched()) == ()
    session.close()
    assert names(session.path.parent) == [folder_of(session.path).name, session.path.name]
    assert logical(made.path) == logical(session.path)


def test_a_full_disk_leaves_no_half_backup(session: Session, claim: MarkClaim, tmp_path: Path) -> None:
    session.run(AddArticle(intake=intake(original=os.urandom(2_000_000))))
    with small_disk(tmp_path, 1 << 20) as disk:
        if disk is None:  # no rights to mount one: nothing to fill
            return
        folder_of(session.path).symlink_to(disk, target_is_directory=True)
        for filler in (None, fill(disk)):
            with pytest.raises(DiskFullError):
                backup(session.path)
            assert list(disk.iterdir()) == ([] if filler is None else [filler]) or filler is None


def test_a_closed_folder_is_said_in_one_sentence() -> None:
    with open_to_all() as folder:
        session = Session.create(folder / "public.factdesk", CHECKER, SCALE)
        session.close()
        session.path.chmod(0o666)
        folder_of(session.path).mkdir(mode=0o555)

        def attempt() -> str:
            with pytest.raises(DeskReadOnlyError) as refusal:
                backup(session.path)
            return str(refusal.value)

        assert "may not be written" in as_nobody(attempt)
        assert names(folder_of(session.path)) == []


# --- letting older ones go


def test_backups_of_one_moment_have_each_a_name_and_the_later_one_is_the_newest(
    session: Session, claim: MarkClaim
) -> None:
    """Two in one second of the clock: asked again and again until they fall into one."""
    made: list[Backup] = []
    for number in range(200):
        session.run(note(claim, f"note {number}"))
        found = backup(session.path)
        assert found is not None
        made.append(found)
        if len(made) > 1 and made[-2].taken == found.taken:
            break
    first, second = made[-2:]
    assert (first.taken, first.path.exists()) == (second.taken, True)
    assert second.path.stem == f"{first.path.stem}-2"
    assert (second.seq, second.head) == (first.seq + 1, session.head_hash())
    assert [one.path for one in backups(folder_of(session.path))[:2]] == [second.path, first.path]
    assert newest(folder_of(session.path)) == second


def moments(*hours: float) -> list[datetime]:
    return [datetime(2026, 11, 22, 12, tzinfo=UTC) - timedelta(hours=hour) for hour in hours]


def test_the_newest_ten_stay() -> None:
    minutes = moments(*[n / 60 for n in range(30)])
    assert kept(minutes) == frozenset(minutes[:10])


def test_the_last_of_each_day_stays_for_fourteen_days_and_of_each_week_for_eight() -> None:
    hourly = moments(*range(24 * 7 * 20))
    stays = sorted(kept(hourly), reverse=True)
    days = sorted({moment.date() for moment in stays}, reverse=True)
    assert stays[:10] == hourly[:10]
    assert days[:14] == sorted({moment.date() for moment in hourly}, reverse=True)[:14]
    assert len({moment.date().toordinal() // 7 for moment in stays}) == 8
    assert len(stays) <= 10 + 14 + 8


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_what_stays_stays_when_the_rest_is_gone(hours: list[int]) -> None:
    stays = kept(moments(*hours))
    assert kept(stays) == stays
    assert not hours or max(moments(*hours)) in stays


def pretend(folder: Path, made: Backup, moment: datetime) -> Path:
    """A copy of a backup that was taken at another time."""
    path = folder / f"dam-{moment:%Y%m%d-%H%M%S}.factdesk"
    path.write_bytes(made.path.read_bytes())
    return path


def test_an_older_one_goes_only_after_a_newer_one_was_found_sound(session: Session, claim: MarkClaim) -> None:
    made = taken(session)
    folder = made.path.parent
    old = [pretend(folder, made, moment) for moment in moments(*[24 * 400 + n / 60 for n in range(12)])]
    mine = folder / "notes of my own.txt"
    mine.write_text("mine")
    session.run(note(claim, "more"))
    taken(session)
    assert len(backups(folder)) == 2 + 8, "the newest ten; the old day's and the old week's newest are among them"
    assert mine.exists()
    assert old[0].exists() and not old[-1].exists()


def test_the_backup_just_made_stays_even_where_the_clock_was_set_back(session: Session, claim: MarkClaim) -> None:
    made = taken(session)
    for moment in moments(*[-24 * 400 * (n + 1) for n in range(20)]):
        pretend(made.path.parent, made, moment)
    session.run(note(claim, "more"))
    newest = backup(session.path)
    assert newest is not None and newest.path.exists()


def test_an_old_backup_that_cannot_be_deleted_is_no_trouble(session: Session, claim: MarkClaim) -> None:
    folder = folder_of(session.path)
    for second in range(12):
        (folder / f"{session.path.stem}-20200101-0000{second:02}.factdesk").mkdir(parents=True)  # deleted otherwise
    assert taken(session).path.exists()
    assert due(session) is False


def test_what_a_killed_backup_left_is_swept_away_by_the_next_and_nothing_else(session: Session) -> None:
    folder = folder_of(session.path)
    folder.mkdir()
    left, theirs = folder / ".dam-1.factdesk.0a1b2c3d.part", folder / ".film.part"
    for path in (left, theirs):
        path.write_bytes(b"half")
    with part_beside(folder / "dam-2.factdesk") as under_way:
        taken(session)
        assert under_way.exists()
    assert not left.exists() and theirs.exists()


# --- restoring


@pytest.fixture
def kept_then_changed(session: Session, claim: MarkClaim) -> Iterator[tuple[Session, Backup, str]]:
    """A desk with a backup, worked on since and closed; with the content the backup holds."""
    content = logical(session.path)
    made = taken(session)
    session.run(note(claim, "written after the backup"))
    session.close()
    yield session, made, content


def test_a_restored_desk_is_the_one_of_the_backup_and_says_so(kept_then_changed: tuple[Session, Backup, str]) -> None:
    session, made, content = kept_then_changed
    changed = logical(session.path)
    saved = restore(session.path, made.path, SECOND)
    assert saved is not None and saved.name.endswith("-before-restore.factdesk")
    assert logical(session.path) == content
    assert logical(saved) == changed
    assert verify(session.path) == ()
    again = Session.open(session.path, CHECKER)
    last = again.events()[-1]
    assert (last.kind, last.person) == ("restored", SECOND.name)
    assert again.next_undo() is None and again.next_redo() is None
    with pytest.raises(NothingToUndoError):
        again.undo()
    again.close()
    assert names(session.path.parent) == [folder_of(session.path).name, session.path.name]


def test_the_way_back_from_a_restore_is_to_restore_again(kept_then_changed: tuple[Session, Backup, str]) -> None:
    session, made, _ = kept_then_changed
    changed = logical(session.path)
    restore(session.path, made.path, CHECKER)
    before_restore = next(b for b in backups(folder_of(session.path)) if b.reason == "before-restore")
    restore(session.path, before_restore.path, CHECKER)
    assert logical(session.path) == changed
    assert verify(session.path) == ()


def test_a_restore_that_is_stopped_at_any_of_its_looks_changes_nothing_and_one_that_is_not_comes_to_its_end(
    session: Session, claim: MarkClaim
) -> None:
    class Impatient(Unwatched):
        """Has enough after some looks."""

        def __init__(self, looks: int) -> None:
            self.left = looks

        def cancelled(self) -> bool:
            self.left -= 1
            return self.left < 0

    session.run(AddArticle(intake=intake(original=Random(1).randbytes(3 << 20))))
    made = taken(session)
    session.run(note(claim, "written after the backup"))
    session.close()
    before, looks = logical(session.path), 0
    while True:
        try:
            restore(session.path, made.path, CHECKER, Impatient(looks))
        except Cancelled:
            assert logical(session.path) == before and verify(session.path) == ()
            assert not [name for name in names(session.path.parent) if name.endswith(".part")]
            looks += 1
        else:
            break
    assert looks > 8, "desk and backup have 3 MB each"
    assert logical(session.path) != before


def refused(session: Session, chosen: Path, kind: type[FactDeskError]) -> str:
    bytes_before, beside = session.path.read_bytes(), names(folder_of(session.path))
    with pytest.raises(kind) as refusal:
        restore(session.path, chosen, CHECKER)
    assert session.path.read_bytes() == bytes_before
    assert names(folder_of(session.path)) == beside
    return str(refusal.value)


def test_a_desk_that_another_window_has_open_is_not_restored(kept_then_changed: tuple[Session, Backup, str]) -> None:
    session, made, _ = kept_then_changed
    other = Session.open(session.path, SECOND)
    assert "another program holds" in refused(session, made.path, DeskBusyError)
    other.undo() if other.next_undo() else other.keep_typing("a", "b", "still at work")
    other.close()
    assert restore(session.path, made.path, CHECKER) is not None


def test_a_backup_that_is_not_sound_is_not_restored(kept_then_changed: tuple[Session, Backup, str]) -> None:
    session, made, _ = kept_then_changed
    tamper(made.path, "UPDATE article SET title = 'by another hand'")
    assert "is not sound" in refused(session, made.path, DamagedDeskError)
    made.path.write_bytes(made.path.read_bytes()[:20_000])
    refused(session, made.path, DamagedDeskError)


@pytest.mark.parametrize("harm", ["zeros", "cut", "row", "no sqlite"])
def test_a_damaged_desk_is_kept_byte_for_byte_and_the_backup_takes_its_place(
    kept_then_changed: tuple[Session, Backup, str], harm: str
) -> None:
    session, made, content = kept_then_changed
    data = bytearray(session.path.read_bytes())
    if harm == "zeros":
        data[4096 * 3 : 4096 * 12] = bytes(4096 * 9)
    elif harm == "cut":
        del data[30_000:]
    elif harm == "no sqlite":
        data[:100] = os.urandom(100)
    session.path.write_bytes(data)
    if harm == "row":
        tamper(session.path, "UPDATE claim SET note = 'by another hand'")
        with sqlite3.connect(session.path) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
        data = bytearray(session.path.read_bytes())
    saved = restore(session.path, made.path, CHECKER)
    assert saved is not None and saved.name.endswith("-damaged.factdesk")
    assert saved.read_bytes() == data
    assert logical(session.path) == content
    assert verify(session.path) == ()
    assert saved not in [each.path for each in backups(folder_of(session.path))]
    assert names(session.path.parent) == [folder_of(session.path).name, session.path.name]


def test_a_step_in_the_log_of_a_damaged_desk_is_kept_with_it_and_not_laid_over_the_backup(
    session: Session, claim: MarkClaim
) -> None:
    content, made = logical(session.path), taken(session)
    with closing(sqlite3.connect(session.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    session.keep_typing(claim.claim_id, "note", "only in the lo")
    log = session.path.with_name(f"{session.path.name}-wal")
    left = log.read_bytes()  # as a killed process leaves it
    assert left
    session.close()
    with session.path.open("r+b") as spoilt:  # in place: this process had this very file open as a desk
        spoilt.write(bytes(100))
    log.write_bytes(left)
    saved = restore(session.path, made.path, CHECKER)
    assert names(session.path.parent) == [folder_of(session.path).name, session.path.name]
    assert logical(session.path) == content
    assert verify(session.path) == ()
    assert saved is not None and saved.name.endswith("-damaged.factdesk")
    assert saved.with_name(f"{saved.name}-wal").read_bytes() == left


def test_a_desk_that_vanished_comes_back(kept_then_changed: tuple[Session, Backup, str]) -> None:
    session, made, content = kept_then_changed
    session.path.unlink()
    assert restore(session.path, made.path, CHECKER) is None
    assert logical(session.path) == content


def test_a_restore_on_a_full_disk_changes_nothing(
    kept_then_changed: tuple[Session, Backup, str], tmp_path: Path
) -> None:
    session, made, _ = kept_then_changed
    with small_disk(tmp_path, 1 << 20) as disk:
        if disk is None:
            return
        desk = disk / "dam.factdesk"
        desk.write_bytes(session.path.read_bytes())
        before = logical(desk)
        filler = fill(disk)
        with pytest.raises(DiskFullError):
            restore(desk, made.path, CHECKER)
        filler.unlink()
        assert logical(desk) == before
        assert verify(desk) == ()
        assert names(disk) in (["dam.factdesk"], ["dam backups", "dam.factdesk"])


def test_a_desk_behind_a_link_is_restored_where_it_lies(kept_then_changed: tuple[Session, Backup, str]) -> None:
    session, made, content = kept_then_changed
    real = session.path.parent / "elsewhere" / "real.factdesk"
    real.parent.mkdir()
    session.path.rename(real)
    session.path.symlink_to(real)
    restore(session.path, made.path, CHECKER)
    assert session.path.is_symlink()
    assert logical(real) == content


def test_a_file_that_only_looks_like_a_backup_is_left_out(session: Session, claim: MarkClaim) -> None:
    made = taken(session)
    (made.path.parent / "dam-20260101-000000.factdesk").write_text("no desk")
    (made.path.parent / "dam-20269999-000000.factdesk").write_text("no date")
    assert backups(made.path.parent) == (made,)


def test_the_rule_says_what_the_module_does() -> None:
    assert (backups_module.NEWEST, backups_module.DAYS, backups_module.WEEKS) == (10, 14, 8)


def test_a_backup_for_a_reason_is_taken_though_nothing_was_done_since_the_last(
    session: Session, claim: MarkClaim
) -> None:
    assert backup(session.path) is not None
    assert backup(session.path) is None
    before_upgrade(session.path)
    assert [one.reason for one in backups(folder_of(session.path))] == ["before-upgrade", ""]

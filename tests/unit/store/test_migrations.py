"""Bringing an older desk up to date: all of it or nothing, after a backup, and on the record."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from factdesk.errors import DamagedDeskError, DeskReadOnlyError, DeskWriteError, DiskFullError, NothingToUndoError
from factdesk.store import connection as opening
from factdesk.store import schema
from factdesk.store.apart import refusal
from factdesk.store.migrations import history
from factdesk.work.backup import backups, folder_of, restore
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.exchange import export_desk, import_desk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, assert_clear, intake, logical, note, tamper
from tests.elsewhere import as_nobody, at_once, fill, open_to_all, small_disk

pytestmark = pytest.mark.usefixtures("impatient")

Step = Callable[[Database], None]
TODAY = opening.SCHEMA


def mood(db: Database) -> None:
    """A step as a later FactDesk may bring one: a table, and rows that are put differently."""
    db.execute("CREATE TABLE mood (id TEXT PRIMARY KEY, word TEXT NOT NULL) STRICT")
    db.execute("UPDATE claim SET restatement = 'None yet.' WHERE restatement = ''")


def heavy_mood(db: Database) -> None:
    """A step that needs much room."""
    mood(db)
    db.execute("INSERT INTO mood VALUES ('a', hex(zeroblob(400000)))")


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Step], None]]:
    """From the call on, this FactDesk is one step further."""
    known = len(history.steps._migrations)

    def comes(step: Step) -> None:
        history.steps(name="m9999_tomorrow")(step)
        monkeypatch.setattr(opening, "SCHEMA", known + 1)

    yield comes
    del history.steps._migrations[known:]


def shape(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    connection.close()
    return rows


def stands_at(path: Path) -> int:
    connection = sqlite3.connect(path)
    number = opening.schema_of(connection)
    connection.close()
    return number


def test_the_number_of_steps_is_the_schemas_number() -> None:
    assert len(history.steps._migrations) == opening.SCHEMA


def test_an_older_desk_is_backed_up_then_brought_up_to_date_and_says_so(
    closed_desk: Path, tomorrow: Callable[[Step], None]
) -> None:
    before = logical(closed_desk)
    tomorrow(mood)
    session = Session.open(closed_desk, CHECKER)
    (saved,) = backups(folder_of(closed_desk))
    assert (saved.reason, logical(saved.path), stands_at(saved.path)) == ("before-upgrade", before, TODAY)
    last = session.events()[-1]
    assert (last.kind, last.person) == ("migrated", "FactDesk")
    with pytest.raises(NothingToUndoError):
        session.undo()
    assert [claim.restatement for claim in session.case(session.articles()[0].id).claims] == ["None yet."]
    assert verify(closed_desk) == ()
    Session.create(closed_desk.with_name("fresh.factdesk"), CHECKER, SCALE).close()
    session.close()
    assert shape(closed_desk) == shape(closed_desk.with_name("fresh.factdesk"))
    Session.open(closed_desk, CHECKER).close()
    assert len(backups(folder_of(closed_desk))) == 1, "the second time there is nothing to do"


def test_verify_looks_at_an_older_desk_without_touching_it(closed_desk: Path, tomorrow: Callable[[Step], None]) -> None:
    before = closed_desk.read_bytes()
    tomorrow(mood)
    assert verify(closed_desk) == ()
    assert closed_desk.read_bytes() == before


def test_work_goes_on_and_is_undone_after_the_barrier(
    session: Session, claim: MarkClaim, tomorrow: Callable[[Step], None]
) -> None:
    session.close()
    tomorrow(mood)
    again = Session.open(session.path, CHECKER)
    barrier = logical(session.path)
    again.run(note(claim, "after the upgrade"))
    again.undo()
    assert logical(session.path) == barrier
    with pytest.raises(NothingToUndoError):
        again.undo()
    again.redo()
    again.close()
    assert verify(session.path) == ()


def test_a_step_that_fails_leaves_the_desk_as_it_was(closed_desk: Path, tomorrow: Callable[[Step], None]) -> None:
    def fails(db: Database) -> None:
        mood(db)
        db.execute("CREATE TABLE mood (id TEXT)")

    before = logical(closed_desk), shape(closed_desk)
    tomorrow(fails)
    with pytest.raises(DeskWriteError):
        Session.open(closed_desk, CHECKER)
    assert (logical(closed_desk), shape(closed_desk)) == before
    assert stands_at(closed_desk) == TODAY
    assert verify(closed_desk) == ()


@pytest.mark.parametrize("place", ["Desks", "Dropbox"])
def test_wherever_the_disk_fills_up_an_upgrade_is_done_whole_or_not_at_all(
    tmp_path: Path, place: str, tomorrow: Callable[[Step], None]
) -> None:
    """With room for nothing, for some of the backup, for all of it, for some of the step, and for all."""
    with small_disk(tmp_path, 4 << 20) as disk:
        if disk is None:
            return  # this user may not mount one
        old = Session.create(tmp_path / "old.factdesk", CHECKER, SCALE)
        old.run(AddArticle(intake=intake(os.urandom(300_000))))
        old.close()
        tomorrow(heavy_mood)
        done = refused = 0
        for room in range(0, 2_000_000, 100_000):
            path = disk / place / "old.factdesk"
            path.parent.mkdir()
            shutil.copyfile(old.path, path)
            before, filler = logical(path), fill(disk)
            os.truncate(filler, max(0, filler.stat().st_size - room))
            try:
                Session.open(path, CHECKER).close()
                done += 1
            except DiskFullError:
                refused += 1
            filler.unlink()
            assert (stands_at(path), done > 0) in ((TODAY, False), (TODAY + 1, True))
            assert verify(path) == ()
            assert done or logical(path) == before
            shutil.rmtree(path.parent)
        assert done > 1 and refused > 1


def test_without_a_backup_nothing_is_brought_up_to_date(tomorrow: Callable[[Step], None]) -> None:
    with open_to_all() as folder:
        path = folder / "old.factdesk"
        Session.create(path, CHECKER, SCALE).close()
        path.chmod(0o666)
        folder_of(path).mkdir(mode=0o555)
        tomorrow(mood)

        def attempt() -> str:
            with pytest.raises(DeskReadOnlyError):
                Session.open(path, CHECKER)
            return "refused"

        assert as_nobody(attempt) == "refused"
        assert stands_at(path) == TODAY


def test_two_programs_that_open_an_older_desk_at_once_bring_it_up_to_date_once(
    closed_desk: Path, tomorrow: Callable[[Step], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 60)
    tomorrow(mood)

    def opens() -> str:
        session = Session.open(closed_desk, CHECKER)
        kinds = [event.kind for event in session.events()]
        session.close()
        return str(kinds.count("migrated"))

    assert at_once(opens, opens, opens) == ["1", "1", "1"]
    session = Session.open(closed_desk, CHECKER)
    assert [event.kind for event in session.events()].count("migrated") == 1
    session.close()
    assert verify(closed_desk) == ()


def test_an_export_and_a_backup_of_an_older_desk_come_up_to_date(
    session: Session, claim: MarkClaim, tomorrow: Callable[[Step], None], tmp_path: Path
) -> None:
    data = export_desk(session)
    old = tmp_path / "kept"
    session.save_copy(old)
    session.close()
    tomorrow(mood)
    import_desk(data, tmp_path / "imported.factdesk")
    restore(session.path, old, CHECKER)
    for path, kind in ((tmp_path / "imported.factdesk", "migrated"), (session.path, "restored")):
        assert verify(path) == ()
        again = Session.open(path, CHECKER)
        assert again.events()[-1].kind == kind
        assert stands_at(path) == TODAY + 1
        again.run(note(claim, "goes on"))
        again.close()


def test_a_desk_in_a_synced_folder_is_backed_up_before_its_upgrade(
    tmp_path: Path, tomorrow: Callable[[Step], None]
) -> None:
    path = tmp_path / "Dropbox" / "synced.factdesk"
    session = Session.create(path, CHECKER, SCALE)
    session.run(AddArticle(intake=intake()))
    session.close()
    tomorrow(mood)
    session = Session.open(path, CHECKER)
    assert [backup.reason for backup in backups(folder_of(path))] == ["before-upgrade"]
    session.close()
    assert verify(path) == ()


def test_a_schema_is_laid_out_up_to_any_step(tomorrow: Callable[[Step], None]) -> None:
    tomorrow(mood)
    shapes = []
    for number in (TODAY, TODAY + 1):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        schema.lay_out(connection, number)
        assert opening.schema_of(connection) == number
        shapes.append(connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'mood'").fetchone())
        connection.close()
    assert shapes == [(0,), (1,)]


# --- an older desk that does not verify is read, and changed by nobody


@pytest.fixture
def touched(session: Session, claim: MarkClaim, tomorrow: Callable[[Step], None]) -> Path:
    """A desk in which another hand changed a note, met by a FactDesk that is one step further."""
    session.run(note(claim, "The gauge says 41."))
    session.close()
    tamper(session.path, "UPDATE claim SET note = 'verified!'")
    tomorrow(mood)
    return session.path


def test_it_is_read_in_todays_shape_and_left_as_it_lies(touched: Path, claim: MarkClaim) -> None:
    before = touched.read_bytes()
    session = Session.open(touched, CHECKER)
    assert session.found == verify(touched)
    assert "changed by another hand in note" in session.found[0]
    (shown,) = session.case(session.articles()[0].id).claims
    assert (shown.id, shown.note, shown.restatement) == (claim.claim_id, "verified!", "None yet.")
    assert session.events()[-1].label == note(claim, "").label, "the record says what it said"
    session.close()
    assert touched.read_bytes() == before
    assert [path for path in touched.parent.rglob("*") if path.is_file()] == [touched]


def test_nothing_is_changed_in_it_and_the_refusal_names_what_was_touched(touched: Path, claim: MarkClaim) -> None:
    before, session = touched.read_bytes(), Session.open(touched, CHECKER)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: session.run(note(claim, "more")),
        session.undo,
        lambda: session.keep_typing(claim.claim_id, "note", "half"),
    )
    for attempt in attempts:
        with pytest.raises(DeskReadOnlyError, match="another hand") as refused:
            attempt()
        assert_clear(refused.value, touched)
    session.close()
    assert touched.read_bytes() == before


def test_the_refusal_names_the_first_of_what_was_touched_and_counts_the_rest() -> None:
    for found, told in ((("a row",), "(a row)"), (("a row", "b", "c"), "(a row and 2 more)")):
        assert told in str(refusal(Path("dam.factdesk"), "The change was not kept", found))


def test_a_job_reads_it_beside_the_session(touched: Path) -> None:
    session = Session.open(touched, CHECKER)
    other = session.again()
    assert other.found == session.found
    assert other.events() == session.events()
    other.close()
    assert len(session.articles()) == 1
    session.close()


def test_all_of_it_can_be_taken_out(touched: Path) -> None:
    session = Session.open(touched, CHECKER)
    exported = export_desk(session).decode()
    assert "verified!" in exported and "by another hand in note" in exported, "its record says what was found"
    session.close()


def test_a_copy_of_it_can_be_worked_in_and_says_first_what_was_found(
    touched: Path, claim: MarkClaim, tmp_path: Path
) -> None:
    to = tmp_path / "copy.factdesk"
    session = Session.open(touched, CHECKER)
    session.save_copy(to)
    session.close()
    assert verify(to) == ()
    copy = Session.open(to, CHECKER)
    assert copy.found == ()
    said = copy.events()[-1]
    assert (said.kind, said.person, said.label) == (
        "migrated", CHECKER.name, "1 fault taken over as found",
    )  # fmt: skip
    with closing(sqlite3.connect(to)) as connection:
        (edit,) = connection.execute("SELECT edit FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert json.loads(edit)["found"] == list(verify(touched))
    copy.run(note(claim, "Asked again."))
    copy.close()
    assert verify(to) == ()


def test_what_was_touched_so_that_it_fits_no_shape_is_refused_as_before(touched: Path) -> None:
    tamper(touched, "ALTER TABLE claim DROP COLUMN restatement")
    with pytest.raises(DamagedDeskError, match="not sound"):
        Session.open(touched, CHECKER)
    assert stands_at(touched) == TODAY

"""Several processes write to one desk at once: they queue, and no step of anybody is lost."""

from __future__ import annotations

import dataclasses
import sqlite3
import subprocess
import sys

import pytest
from msgspec.structs import replace

from factdesk.model.person import Person
from factdesk.text.anchor import Anchor, anchor_of
from factdesk.text.spans import Span
from factdesk.work.backup import backup
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.edits.desk import SetDesk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, TEXT, intake, note
from tests.elsewhere import at_once

STEPS = 30


def test_writers_queue_and_the_record_holds_every_step(session: Session, claim: MarkClaim) -> None:
    path, before = session.path, len(session.events())
    session.close()

    def write(name: str) -> str:
        own = Session.open(path, Person(name))
        for number in range(STEPS):
            own.run(note(claim, f"{name} {number}"))
            own.hearing.poll()
        own.close()
        return name

    names = ["A", "B", "C"]
    assert at_once(*(lambda name=name: write(name) for name in names)) == names
    again = Session.open(path, CHECKER)
    events = again.events()[before:]
    assert sorted(event.person for event in events) == sorted(names * STEPS)
    again.close()
    assert verify(path) == ()


def test_a_clock_set_back_changes_neither_the_order_of_the_record_nor_what_can_be_undone(
    session: Session, claim: MarkClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(("2026-03-14T09:00:00.000000Z", "2019-01-01T00:00:00.000000Z", "2026-03-14T09:00:01.000000Z"))
    monkeypatch.setattr("factdesk.work.session.now", lambda: next(times))
    session.run(note(claim, "first"))
    session.run(note(claim, "second, seven years before"))
    assert [event.at[:4] for event in session.events()[-2:]] == ["2026", "2019"]
    assert session.events()[-2].seq + 1 == session.events()[-1].seq
    session.undo()
    assert [one.note for one in session.case(session.articles()[0].id).claims] == ["first"]
    session.close()
    assert verify(session.path) == ()


def test_a_session_is_told_of_every_row_however_the_others_writes_fall_between_its_own(
    session: Session, claim: MarkClaim
) -> None:
    """Told once or twice, never not at all: ``poll`` after any mixture of own and other steps."""
    other = Session.open(session.path, Person("B"))
    told: set[str] = set()
    session.hearing.subscribe(lambda changes: told.update(changes.ids("claim")))
    made = []
    for turn in range(12):
        own = MarkClaim(version_id=claim.version_id, anchor=_anchor(turn))
        (session if turn % 3 else other).run(own)
        made.append(own.claim_id)
        if turn % 4 == 0:
            session.hearing.poll()
    session.hearing.poll()
    assert told == set(made)
    other.close()


def test_steps_of_ones_own_are_not_told_again_beside_those_of_others(session: Session, claim: MarkClaim) -> None:
    other = Session.open(session.path, Person("B"))
    mine = MarkClaim(version_id=claim.version_id, anchor=_anchor(3))
    theirs = MarkClaim(version_id=claim.version_id, anchor=_anchor(4))
    session.run(mine)
    other.run(theirs)
    assert session.hearing.poll().ids("claim") == {theirs.claim_id}
    assert session.step_count() == len(session.events())
    other.close()


def test_a_scale_set_back_is_in_force_for_who_set_it_and_for_whoever_hears_of_it(session: Session) -> None:
    house = replace(SCALE, key="house")
    other = Session.open(session.path, Person("B"))
    for scale in (house, SCALE):  # both are in the desk from here on
        session.run(SetDesk(desk_id=session.desk_row().id, organisation="", scale=scale))
    for scale in (house, SCALE):
        session.run(SetDesk(desk_id=session.desk_row().id, organisation="", scale=scale))
        assert session.scale().id == scale.id
        other.hearing.poll()
        assert other.scale().id == scale.id
    session.undo()
    assert session.scale().id == house.id
    other.close()


def _anchor(turn: int) -> Anchor:
    return anchor_of(TEXT, Span(turn, turn + 5))


_COMES_AND_GOES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0.1)
connection.execute("INSERT INTO typing VALUES ('field', 'note', 'by another program', '')")
try:
    print(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
except sqlite3.OperationalError as problem:
    print(problem)
connection.close()
"""


def test_a_look_at_an_open_desk_does_not_let_go_of_its_lock(session: Session, claim: MarkClaim) -> None:
    """POSIX drops a process's locks on a file when it closes any handle of it; others then think they are alone."""
    verify(session.path)
    assert backup(session.path) is not None
    command = [sys.executable, "-c", _COMES_AND_GOES, str(session.path)]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "database is locked\n"
    assert session.path.with_name(session.path.name + "-wal").exists(), "the log of an open desk is not taken away"
    assert session.typed("field") == {"note": "by another program"}


def test_a_long_article_is_read_while_a_reader_keeps_it_in_the_log(session: Session) -> None:
    reader = sqlite3.connect(session.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM article").fetchone()
    long = intake()
    many = dataclasses.replace(long, suggestions=long.suggestions[:1] * 20_000, furniture=())
    add = AddArticle(intake=many)
    session.run(add)
    assert session.path.stat().st_size < 400_000, "nothing could be folded back yet"
    assert len(session.case(add.article_id).suggestions) == 20_000
    assert len(session.contents().tables["suggestion"]) == 20_000
    reader.close()

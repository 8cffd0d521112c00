"""The desk file beside bare SQLite: a verdict kept, a long record opened, the next undo, others' changes."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from benchmarks.floors.commit import commits
from benchmarks.large import make_desk
from benchmarks.results import BarOn, Result
from factdesk.model.clock import now
from factdesk.model.person import Person
from factdesk.store import journal
from factdesk.store.connection import connect
from factdesk.store.tables.claims import CLAIM
from factdesk.store.writer import Writer
from factdesk.work.edits.claim import SetVerdict
from factdesk.work.session import Session
from factdesk.work.verification import verify

ENTRIES = 100_000
RUNS = 21
OWN_TIME = 4.0
"""Milliseconds of processor time a verdict may take beyond a bare commit."""


def measure(_data: Path) -> list[Result]:
    """Measure on a megabyte of text with 5,000 claims, then with 100,000 entries in its record."""
    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as folder:
        path = Path(folder) / "long.factdesk"
        make_desk(path, 1_000_000, 5_000)
        found = [_verdict(path, "5,000 claims")]
        lengthen(path)
        found.append(_verdict(path, f"and {ENTRIES:,} entries"))
        opening = _milliseconds(lambda: Session.open(path, Person("Checker")).close())
        found.append(Result.several("open a long record", opening, "ms", _milliseconds(lambda: _bare_open(path))))
        session = Session.open(path, Person("Checker"))
        for name, step in (("next undo", session.next_undo), ("look for others' changes", session.hearing.poll)):
            found.append(Result.several(f"{name}, long record", _milliseconds(step), "ms").held(1.0, BarOn.MOST))
        began = time.process_time()
        session.events()
        found.append(Result("whole history, long record", 1000 * (time.process_time() - began), "ms"))
        session.close()
        began = time.process_time()
        assert verify(path) == ()
        found.append(Result("verify, long record", time.process_time() - began, "s", note=_size(path)))
    return found


def _verdict(path: Path, note: str) -> Result:
    """Processor time of one verdict, kept with ``synchronous=FULL``, beside one bare row kept in the same way."""
    session = Session.open(path, Person("Checker"))
    scale = session.scale()
    claims = iter(session.case(session.articles()[0].id).claims)
    ours = _milliseconds(
        lambda: session.run(SetVerdict(claim_id=next(claims).id, scale=scale, value=scale.values[1].id, as_of=""))
    )
    session.close()
    floor = [1000 * one for one in commits(path.with_name("bare.sqlite"), RUNS)]
    return Result.several(f"verdict, {note}", ours, "ms", floor).held(statistics.median(floor) + OWN_TIME, BarOn.MOST)


def lengthen(path: Path, entries: int = ENTRIES) -> None:
    """Write so many notes, all in one transaction: only the record's length is wanted."""
    with closing(connect(path)) as connection:
        claims = [row[0] for row in connection.execute("SELECT id FROM claim")]
        connection.execute("BEGIN IMMEDIATE")
        for number in range(entries):
            writer = Writer(connection)
            writer.save(CLAIM, replace(writer.load(CLAIM, claims[number % len(claims)]), note=f"note {number}"))
            entry = journal.Entry(
                at=now(), kind="EditClaim", person="Second reader", label="Edit note", edit={}, images=writer.images
            )
            journal.append(connection, entry)
        connection.execute("COMMIT")


def _bare_open(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()


def _milliseconds(step: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        step()
        taken.append(1000 * (time.process_time() - began))
    return taken


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.0f} MB"

"""kill -9 at random moments, while a window's session and the command line work on one desk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from benchmarks.endurance import endure, missing
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE


@pytest.mark.timeout(900)
def test_every_acknowledged_step_is_there_after_two_hundred_kills() -> None:
    tally = endure(200, seed=3)
    assert (tally.kills, tally.lost, tally.faults) == (200, 0, ())
    assert tally.acknowledged > 50, "they did work"
    assert tally.verified > 1


def test_a_step_that_is_not_there_is_counted(desk_path: Path) -> None:
    session = Session.create(desk_path, CHECKER, SCALE)
    head = session.head_hash()
    session.keep_typing("field", "note", "41")
    session.close()
    with sqlite3.connect(desk_path) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)
    connection.close()
    assert missing(desk_path, [["head", head], ["typed", "41"]]) == 0
    assert missing(desk_path, [["head", "0" * 64], ["typed", "41"]]) == 1
    assert missing(desk_path, [["head", head], ["typed", "42"]]) == 1

"""What the history says can be undone is what repeated undo takes back, in that order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.errors import NothingToUndoError
from factdesk.model.person import Person
from factdesk.work.edits.desk import SetDesk
from factdesk.work.history import standing
from factdesk.work.session import Session

AB, CD = Person("AB"), Person("CD")


def rename(session: Session, name: str) -> None:
    session.run(SetDesk(desk_id=session.desk_row().id, organisation=name, scale=session.scale()))


def try_step(session: Session, what: str) -> None:
    try:
        session.undo() if what == "undo" else session.redo()
    except NothingToUndoError:
        return


@settings(max_examples=12)
@given(steps=st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=14))
def test_the_steps_listed_are_those_that_undo_takes(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    folder = tmp_path_factory.mktemp("desk")
    session = Session.create(folder / "a.factdesk", AB)
    for n, step in enumerate(steps):
        if step == "do":
            rename(session, f"House {n}")
        else:
            try_step(session, step)
    taken: list[int] = []
    expected = standing(session.events(), AB.name)
    while (event := session.next_undo()) is not None:
        taken.append(event.seq)
        session.undo()
    assert expected.undoable == tuple(taken)
    assert not expected.undone & set(taken)
    session.close()


def test_other_peoples_steps_are_none_of_mine(desk_path: Path) -> None:
    session = Session.create(desk_path, AB)
    rename(session, "Mine")
    session.person = CD
    rename(session, "Theirs")
    events = session.events()
    mine, theirs = standing(events, AB.name), standing(events, CD.name)
    assert (len(mine.undoable), len(theirs.undoable)) == (1, 1)
    assert mine.undoable != theirs.undoable
    session.close()


def test_a_step_that_was_taken_back_is_told_as_such_to_everybody(desk_path: Path) -> None:
    session = Session.create(desk_path, AB)
    rename(session, "Mine")
    step = session.events()[-1].seq
    session.undo()
    assert standing(session.events(), CD.name).undone == {step}
    session.redo()
    assert standing(session.events(), CD.name).undone == frozenset()
    session.close()

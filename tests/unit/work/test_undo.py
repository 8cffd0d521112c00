"""Which step undo and redo mean: a stack of each person's own steps, read from the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import NotAllowedError, NothingToUndoError, NotInDeskError
from factdesk.model.ids import new_id
from factdesk.work.edits.article import AddArticle
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, SECOND, intake, logical, some_edit, titled


@given(st.lists(st.tuples(st.sampled_from(["step", "undo", "undo", "redo"]), st.booleans()), max_size=40))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_and_redo_are_two_stacks_for_each_person(memory: Path, moves: Sequence[tuple[str, bool]]) -> None:
    path = memory / f"{new_id()}.factdesk"
    first = Session.create(path, CHECKER, SCALE)
    second = Session.open(path, SECOND)
    adds = {session: AddArticle(intake=intake()) for session in (first, second)}
    for session, add in adds.items():
        session.run(add)
    done: dict[Session, list[str]] = {session: ["The dam"] for session in adds}
    undone: dict[Session, list[str]] = {session: [] for session in adds}
    for number, (move, by_first) in enumerate(moves):
        session = first if by_first else second
        stack, other = done[session], undone[session]
        if move == "step":
            title = f"title {number}"
            session.run(titled(adds[session].article_id, title))
            stack.append(title)
            other.clear()
        elif move == "undo" and len(stack) > 1:
            session.undo()
            other.append(stack.pop())
        elif move == "redo" and other:
            session.redo()
            stack.append(other.pop())
        elif move == "redo":
            with pytest.raises(NothingToUndoError):
                session.redo()
        assert session.case(adds[session].article_id).article.details.title == stack[-1]
        assert (session.next_redo() is not None) == bool(other)
    first.close()
    second.close()


def test_what_undo_and_redo_mean_is_told_without_walking_through_the_rows_of_a_step(memory: Path) -> None:
    """Of an entry SQLite reads up to the last column it is asked for; those of a long text lie behind megabytes."""
    session = Session.create(memory / "steps.factdesk", CHECKER, SCALE)
    add = AddArticle(intake=intake())
    for edit in (add, titled(add.article_id, "a"), titled(add.article_id, "b")):
        session.run(edit)
    session.undo()
    session.undo()
    session.redo()
    session.undo()
    asked: set[str | None] = set()

    def look(_action: int, table: str | None, column: str | None, _database: str | None, _by: str | None) -> int:
        asked.update({column} if table == "journal" else ())
        return sqlite3.SQLITE_OK

    connection = session._desk._connection
    connection.set_authorizer(look)
    undo, redo = session.next_undo(), session.next_redo()
    connection.set_authorizer(None)
    assert (undo and undo.kind, redo and redo.kind) == ("AddArticle", "EditDetails")
    columns = [row[1] for row in connection.execute("PRAGMA table_info(journal)")]
    assert "seq" in asked
    assert not asked & {*columns[columns.index("images") :]}
    session.close()


@pytest.mark.timeout(900)
def test_ten_thousand_undos_and_redos_lead_where_they_must(memory: Path) -> None:
    random, path = Random(7), memory / "long.factdesk"
    session = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake())
    session.run(add)
    moments = [logical(path)]
    while len(moments) < 150:
        edit = some_edit(session, add.article_id, random.randrange(10_000))
        with suppress(NotAllowedError, NotInDeskError):
            if edit is not None and session.run(edit).rows:
                moments.append(logical(path))
    at, moves = len(moments) - 1, 0
    while moves < 10_000:
        goal = random.randrange(len(moments))
        for _ in range(abs(goal - at)):
            if goal < at:
                session.undo()
            else:
                session.redo()
            moves += 1
        at = goal
        assert logical(path) == moments[at]
    assert len(session.events()) == moves + len(moments) + 1
    session.close()
    assert verify(path) == ()

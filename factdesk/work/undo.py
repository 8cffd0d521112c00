"""Which step undo and redo mean, read from the journal, so that both survive a restart.

Only the person's own steps count; other people's are passed over, and a barrier ends the search.
Steps are a stack: an undo always takes the newest step in force and a redo the one undone last
(``Session`` chooses inside the transaction that writes the entry, so no other step of the person
comes between). So after "undo of 7" the stack is what it was before 7, and after "redo of 7" what
is left to redo is what was left before 7 was undone: one look per jump, however long the record.
"""

from __future__ import annotations

from factdesk.model.event import Event
from factdesk.store.desk import Desk


def next_undo(desk: Desk, person: str) -> Event | None:
    """Return the newest step of ``person`` that is in force, or None."""
    last = desk.newest_of(person)
    while last is not None and last.kind == "undo":
        last = desk.newest_of(person, before=last.of)
    if last is None or last.of is None:
        return last
    return desk.event(last.of)


def next_redo(desk: Desk, person: str) -> Event | None:
    """Return the step of ``person`` that was undone last and not done again, or None.

    A new step ends redo: what had been undone before it stays undone.
    """
    last = desk.newest_of(person)
    while last is not None and last.kind == "redo" and last.of is not None:
        last = desk.newest_of(person, before=desk.last_undo(last.of, last.seq))
    if last is None or last.of is None:
        return None
    return desk.event(last.of)

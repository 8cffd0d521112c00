"""Which step undo and redo mean, read from the journal, so that both survive a restart.

Only the person's own steps count; other people's are passed over. A barrier ends the search.
"""

from __future__ import annotations

from factdesk.model.event import Event
from factdesk.store.desk import Desk
from factdesk.store.journal import BARRIERS


def next_undo(desk: Desk, person: str) -> Event | None:
    """Return the newest step of ``person`` that is in force, or None."""
    undone: set[int] = set()
    settled: set[int] = set()
    found: list[Event] = []

    def stop(event: Event) -> bool:
        if event.kind in BARRIERS:
            return True
        if event.person != person:
            return False
        if event.of is not None:
            if event.of not in settled:  # the newest word about a step is the one that holds
                settled.add(event.of)
                if event.kind == "undo":
                    undone.add(event.of)
            return False
        if event.seq in undone:
            return False
        found.append(event)
        return True

    desk.newest_events(stop)
    return found[0] if found else None


def next_redo(desk: Desk, person: str) -> Event | None:
    """Return the step of ``person`` that was undone last and not done again, or None.

    A new step ends redo: what had been undone before it stays undone.
    """
    redone: set[int] = set()
    wanted: list[int] = []
    found: list[Event] = []

    def stop(event: Event) -> bool:
        if wanted:
            if event.seq == wanted[0]:
                found.append(event)
            return event.seq <= wanted[0]
        if event.kind in BARRIERS:
            return True
        if event.person != person:
            return False
        if event.kind == "redo" and event.of is not None:
            redone.add(event.of)
        elif event.kind == "undo" and event.of is not None:
            if event.of in redone:
                redone.discard(event.of)
            else:
                wanted.append(event.of)
        else:
            return True
        return False

    desk.newest_events(stop)
    return found[0] if found else None

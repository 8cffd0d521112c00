"""Which step undo and redo mean, read from the journal, so that both survive a restart, and how it is swapped.

Only the person's own steps count; other people's are passed over, and a barrier ends the search.
Steps are a stack: an undo always takes the newest step in force and a redo the one undone last
(``swapping`` chooses inside the transaction that writes the entry, so no other step of the person
comes between). So after "undo of 7" the stack is what it was before 7, and after "redo of 7" what
is left to redo is what was left before 7 was undone: one look per jump, however long the record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from factdesk.errors import NothingToUndoError, UndoConflictError
from factdesk.model.event import Event
from factdesk.store.desk import Desk
from factdesk.store.journal import Entry
from factdesk.store.writer import Image, Writer
from factdesk.work.edits.edit import Stamp

Kind = Literal["undo", "redo"]


def next_undo(desk: Desk, person: str) -> Event | None:
    """Return the newest step of ``person`` that is in force, or None."""
    return _undo_of(desk, person, desk.record.newest_of(person))


def next_redo(desk: Desk, person: str) -> Event | None:
    """Return the step of ``person`` that was undone last and not done again, or None.

    A new step ends redo: what had been undone before it stays undone.
    """
    return _redo_of(desk, person, desk.record.newest_of(person))


def next_steps(desk: Desk, person: str) -> tuple[Event | None, Event | None]:
    """Return ``next_undo`` and ``next_redo``, from one look at the person's newest step."""
    last = desk.record.newest_of(person)
    return _undo_of(desk, person, last), _redo_of(desk, person, last)


def _undo_of(desk: Desk, person: str, last: Event | None) -> Event | None:
    while last is not None and last.kind == "undo":
        last = desk.record.newest_of(person, before=last.of)
    if last is None or last.of is None:
        return last
    return desk.record.event(last.of)


def _redo_of(desk: Desk, person: str, last: Event | None) -> Event | None:
    while last is not None and last.kind == "redo" and last.of is not None:
        last = desk.record.newest_of(person, before=desk.record.last_undo(last.of, last.seq))
    if last is None or last.of is None:
        return None
    return desk.record.event(last.of)


def swapping(desk: Desk, kind: Kind, stamp: Stamp, meant: Event | None = None) -> Callable[[Writer], Entry]:
    """Return what puts the rows of the step that ``kind`` means back, inside a transaction, and gives its entry.

    Args:
        meant: the step the person was shown, where one was.

    Raises (what is returned):
        NothingToUndoError: there is none.
        UndoConflictError: a later step touched the same rows, or it is no longer ``meant`` whose turn it is.
    """
    person = stamp.person.name

    def step(writer: Writer) -> Entry:
        event = _turn(desk, kind, person, meant)
        images = desk.record.images_of(event.seq)
        images = _reversed(images) if kind == "undo" else images
        for image in images:
            if writer.row(image.table, image.id) != image.before:
                raise _conflict(desk, event, kind, image)
        writer.swap(images)
        return Entry(
            at=stamp.at, kind=kind, of=event.seq, article_id=event.article_id, person=person, label=event.label, edit={}
        )

    return step


def _turn(desk: Desk, kind: Kind, person: str, meant: Event | None) -> Event:
    """Return the step whose turn it is."""
    event = next_undo(desk, person) if kind == "undo" else next_redo(desk, person)
    if event is None:
        raise NothingToUndoError(f"Nothing was {kind}ne", f"there is no step of yours to {kind}", "Go on working.")
    if meant is not None and meant.seq != event.seq:
        raise UndoConflictError(
            f"“{meant.label}” was not {kind}ne",
            f"step {event.seq} (“{event.label}”) of yours comes first since another program wrote",
            f"Choose {kind.capitalize()} again where you want that one {kind}ne.",
        )
    return event


def _conflict(desk: Desk, event: Event, kind: Kind, image: Image) -> UndoConflictError:
    later = desk.record.last_writer(image.table, image.id, event.seq)
    who = f"step {later.seq} (“{later.label}” by {later.person})" if later else "another program"
    return UndoConflictError(
        f"“{event.label}” was not {kind}ne",
        f"{who} changed the same {image.table} since",
        "Take that step back first, or make the change by hand.",
    )


def _reversed(images: tuple[Image, ...]) -> tuple[Image, ...]:
    return tuple(Image(image.table, image.id, image.after, image.before) for image in reversed(images))

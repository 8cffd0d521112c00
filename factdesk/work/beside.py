"""A large step, done in a session of its own beside the window's: nobody waits in front of it.

SQLite lets one write and everybody read. So the window goes on reading the desk as it was, and takes the step over,
with all that was written meanwhile, when it is kept. At an unsafe place its reading waits for the commit itself.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from factdesk.model.case import Case
from factdesk.model.event import Changes, Event
from factdesk.model.person import Person
from factdesk.store.writer import Pace
from factdesk.work.hearing import CaughtUp
from factdesk.work.jobs import Job, Watch, making_what_stays, step
from factdesk.work.session import Session
from factdesk.work.undo import Kind

Deed = Callable[[Session, Pace | None], object]
"""A step, given the session that does it and who follows it."""

MANY = 250
"""Rows from which writing a step and showing it again takes longer than a tenth of a second."""
HEAVY = 250_000
"""Bytes of row images that so many rows have."""

_EVERY = 100
"""Rows between two looks at the watch."""


class Seat(Struct, frozen=True):
    """Where somebody sits at a desk, and how far they have read in its record.

    Attributes:
        again: gives another session there.
    """

    again: Callable[[], Session]
    person: Person
    seen: int

    @classmethod
    def of(cls, session: Session) -> Seat:
        """Return the seat of ``session``.

        Raises:
            MissingDeskError: nobody else can sit there (``Session.still_there``).
        """
        session.still_there()
        return cls(session.again, session.person, session.hearing.seen)


class Turn(Struct, frozen=True):
    """The step of the record that is to be taken back, or done again.

    Attributes:
        deed: does that, and refuses where it is another step's turn by then.
        rows: about how many rows are looked at and written; 0 where it is small.
    """

    event: Event
    deed: Deed
    rows: int


def turn_of(session: Session, kind: Kind) -> Turn | None:
    """Return the step whose turn it is, or None where there is none."""
    event = session.next_undo() if kind == "undo" else session.next_redo()
    if event is None:
        return None
    size = session.bytes_of(event)
    rows = 3 * size * MANY // HEAVY if size > HEAVY else 0  # each is looked at, taken out and put in

    def deed(session: Session, pace: Pace | None) -> object:
        return session.undo(pace, event) if kind == "undo" else session.redo(pace, event)

    return Turn(event, deed, rows)


Read = Callable[[Session, Changes], Case | None]
"""What is to be read once it is done, of the same moment."""


def beside(seat: Seat, deed: Deed | None, rows: int, read: Read) -> Job[CaughtUp]:
    """Return the job that does ``deed``, or only reads, and catches up with the desk.

    Until the deed is about to be kept it can be stopped, and then nothing was changed; so can reading.

    Args:
        rows: about how many rows are looked at and written, for the progress.
    """

    def job(watch: Watch) -> CaughtUp:
        with making_what_stays():
            session = seat.again()
            session.patience.stopped = watch.cancelled
            try:
                if deed is not None:
                    deed(session, _Followed(watch, rows))
                return session.hearing.catch_up(seat.seen, lambda changes: read(session, changes))
            finally:
                session.close()

    return job


class _Followed:
    """The pace of a step that somebody watches."""

    def __init__(self, watch: Watch, rows: int) -> None:
        self._watch, self._rows, self._done = watch, rows, 0

    def row(self) -> None:
        self._done += 1
        if self._done % _EVERY == 0:
            step(self._watch, min(self._done, self._rows), self._rows)

    def settle(self) -> None:
        self._watch.settle()

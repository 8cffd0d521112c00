"""What a step that is taken beside the window leaves to be shown, and the job that works it out there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field

from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.ids import ArticleId
from factdesk.ui.article.typesetting.typeset import LONG, Typeset
from factdesk.ui.window.bench.derived import Derived, Picture
from factdesk.work.beside import Deed, Seat, beside
from factdesk.work.hearing import CaughtUp
from factdesk.work.jobs import Job, Watch
from factdesk.work.session import Session


class Shown(Struct, frozen=True):
    """What stands on the bench, and what is to stand there.

    Attributes:
        case, derived: as they are shown now.
        missed: what changed before and could not be read.
        wanted: article and version number (None for the newest) to be read in place of it, or None.
    """

    case: Case | None
    derived: Derived
    missed: Changes
    wanted: tuple[ArticleId, int | None] | None = None


class Arrived(Struct, frozen=True):
    """What a large step left to be shown.

    Attributes:
        picture: what the page shows of the case; None where there is none.
        typeset: of a long text that was not shown before.
    """

    caught: CaughtUp
    derived: Derived = field(default_factory=Derived)
    picture: Picture | None = None
    typeset: Typeset | None = None


def arriving(seat: Seat, deed: Deed | None, rows: int, shown: Shown) -> Job[Arrived]:
    """Return the job that does a step beside the window, and works out all that showing it needs."""

    def read(session: Session, changes: Changes) -> Case | None:
        if shown.wanted is not None:
            return session.case(*shown.wanted)
        return None if shown.case is None else session.refreshed(shown.case, shown.missed | changes)

    def job(watch: Watch) -> Arrived:
        if deed is None and shown.wanted is None:
            watch.settle()  # what others wrote is there, whether anybody wants to see it or not
        caught = beside(seat, deed, rows, read)(watch)
        case, before = caught.case, shown.case
        if case is None:
            return Arrived(caught)
        version, known = case.version, before is not None and before.version.id == case.version.id
        derived = (
            shown.derived.again(before, case, shown.missed | caught.changes) if known and before else Derived.of(case)
        )
        fresh = not known and len(version.text) >= LONG
        typeset = Typeset.of(version.text, version.blocks, counted=True) if fresh else None
        return Arrived(caught, derived, Picture.of(case, derived, seat.person.name), typeset)

    return job


Prepare = Callable[[Arrived], Iterator[tuple[int, int]]]
"""Makes ready what only the window's thread can, piece by piece."""

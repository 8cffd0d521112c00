"""What stands on the bench, what a step taken beside the window leaves there, and the job that works it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

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
    """What stands on the bench.

    Attributes:
        case: None where there is none.
        derived: what is worked out from it.
        missed: what changed in it since and is still to be read.
    """

    case: Case | None = None
    derived: Derived = field(default_factory=Derived)
    missed: Changes = field(default_factory=Changes)

    @classmethod
    def of(cls, case: Case | None) -> Shown:
        """Work out all of a case, or of none."""
        return cls() if case is None else cls(case, Derived.of(case))

    def again(self, case: Case | None, changes: Changes) -> Shown:
        """Return what ``of(case)`` would; of a case that is shown already only what changed is looked at."""
        if case is None or self.case is None:
            return Shown.of(case)
        return Shown(case, self.derived.again(self.case, case, changes))

    def missing(self, changes: Changes) -> Shown:
        """Return the same with ``changes`` still to be read."""
        return replace(self, missed=self.missed | changes)


class Arrived(Struct, frozen=True):
    """What a large step left to be shown.

    Attributes:
        shown: what is to stand on the bench.
        picture: what the page shows of the case; None where there is none.
        typeset: of a long text that was not shown before.
    """

    caught: CaughtUp
    shown: Shown
    picture: Picture | None = None
    typeset: Typeset | None = None


def arriving(
    seat: Seat, deed: Deed | None, rows: int, shown: Shown, wanted: tuple[ArticleId, int | None] | None = None
) -> Job[Arrived]:
    """Return the job that does a step beside the window, and works out all that showing it needs.

    Args:
        shown: what stands on the bench, to be brought up to date.
        wanted: article and version number (None for the newest) to be read in place of it.
    """

    def read(session: Session, changes: Changes) -> Case | None:
        if wanted is not None:
            return session.case(*wanted)
        return None if shown.case is None else session.refreshed(shown.case, shown.missed | changes)

    def job(watch: Watch) -> Arrived:
        if deed is None and wanted is None:
            watch.settle()  # what others wrote is there, whether anybody wants to see it or not
        caught = beside(seat, deed, rows, read)(watch)
        case, before = caught.case, shown.case
        after = shown.again(case, shown.missed | caught.changes)
        if case is None:
            return Arrived(caught, after)
        version, known = case.version, before is not None and before.version.id == case.version.id
        fresh = not known and len(version.text) >= LONG
        typeset = Typeset.of(version.text, version.blocks, counted=True) if fresh else None
        return Arrived(caught, after, Picture.of(case, after.derived, seat.person.name), typeset)

    return job


Prepare = Callable[[Arrived], Iterator[tuple[int, int]]]
"""Makes ready what only the window's thread can, piece by piece."""

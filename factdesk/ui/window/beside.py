"""Large steps for the window: one at a time beside it, and what is asked for meanwhile is done afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field
from PySide6.QtCore import QObject, Signal

from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.ids import ArticleId
from factdesk.ui.article.typesetting.typeset import LONG, Typeset
from factdesk.ui.jobs import RunningJob
from factdesk.ui.slices import Slices
from factdesk.ui.window.derived import Derived, Picture
from factdesk.ui.window.jobs import Jobs
from factdesk.work.beside import Deed, Seat, beside
from factdesk.work.hearing import CaughtUp
from factdesk.work.jobs import Job, Watch
from factdesk.work.session import Session


class Shown(Struct, frozen=True):
    """What stands on the bench, and what is to stand there.

    Attributes:
        case, derived: as they are shown now.
        wanted: article and version number (None for the newest) to be read in place of it, or None.
    """

    case: Case | None
    derived: Derived
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
        return None if shown.case is None else session.refreshed(shown.case, changes)

    def job(watch: Watch) -> Arrived:
        if deed is None and shown.wanted is None:
            watch.settle()  # what others wrote is there, whether anybody wants to see it or not
        caught = beside(seat, deed, rows, read)(watch)
        case, before = caught.case, shown.case
        if case is None:
            return Arrived(caught)
        version, known = case.version, before is not None and before.version.id == case.version.id
        derived = shown.derived.again(before, case, caught.changes) if known and before else Derived.of(case)
        fresh = not known and len(version.text) >= LONG
        typeset = Typeset.of(version.text, version.blocks, counted=True) if fresh else None
        return Arrived(caught, derived, Picture.of(case, derived, seat.person.name), typeset)

    return job


Prepare = Callable[[Arrived], Iterator[tuple[int, int]]]
"""Makes ready what only the window's thread can, piece by piece."""


class Beside(QObject):
    """Has large steps done beside the window, one after the other.

    Attributes:
        prepare: what is done with what arrived before it is taken over.

    Signals:
        free(): nothing is under way any more.
    """

    free = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._running: RunningJob[Arrived] | Slices | None = None
        self._waiting: list[Callable[[], object]] = []
        self.prepare: Prepare = lambda _arrived: iter(())

    @property
    def busy(self) -> bool:
        """Whether a step is under way: until it is taken over, the window must not write."""
        return self._running is not None

    def do(self, job: Job[Arrived], told: str, take: Callable[[Arrived], None]) -> None:
        """Run ``job`` and hand what arrived to ``take``, unless it is stopped or fails."""

        def prepared(arrived: Arrived) -> None:
            if arrived.typeset is None:
                take(arrived)
                return
            work = self.prepare(arrived)
            self._keep(self._jobs.in_slices(work, lambda: take(arrived), self.tr("Laying the text out…")))

        self._keep(self._jobs.start(job, prepared, told))

    def settle(self) -> None:
        """Let nobody stop what is under way."""
        if isinstance(self._running, RunningJob):
            self._running.settle()

    def later(self, wish: Callable[[], object]) -> None:
        """Do ``wish`` once nothing is under way."""
        self._waiting.append(wish)

    def next(self, wish: Callable[[], object]) -> None:
        """Do ``wish`` once nothing is under way, before all that waits: it belongs to the step that ends."""
        self._waiting.insert(0, wish)

    def leave(self) -> None:
        """Stop what can be stopped, and forget what waits: the desk is left."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel()

    def _keep(self, running: RunningJob[Arrived] | Slices) -> None:
        self._running = running
        running.ended.connect(lambda: self._ended(running))

    def _ended(self, running: RunningJob[Arrived] | Slices) -> None:
        if self._running is not running:
            return  # its result is being prepared
        self._running = None
        self.free.emit()
        while self._waiting and not self.busy:
            self._waiting.pop(0)()

"""How a step at the desk is taken: at once, or beside the window where it is large or another program writes.

One at a time: while a step is under way beside the window nothing else is written; what is asked for waits its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from factdesk.errors import DeskBusyError, FactDeskError, NewerDeskError, let_go, together
from factdesk.model.ids import ArticleId
from factdesk.ui.jobs import RunningJob
from factdesk.ui.slices import Slices
from factdesk.ui.window.bench.arriving import Arrived, Prepare, Shown, arriving
from factdesk.ui.window.jobs import Jobs
from factdesk.work.beside import MANY, Deed, Seat
from factdesk.work.session import Session

T = TypeVar("T")


class Step(Struct, frozen=True):
    """What is to be done at the desk, or read there.

    Attributes:
        deed: what does it; None where what others wrote is only read, and what is to be shown.
        told: what the progress line says of it.
        rows: about how many rows are looked at and written; from ``MANY`` on it is large.
        then: called once it is kept.
        about: ids of the claims and suggestions that it is about.
        wanted: article and version number (None for the newest) that are to be shown after it; None: those of before.
    """

    deed: Deed | None
    told: str
    rows: int = 0
    then: Callable[[], object] | None = None
    about: frozenset[str] = frozenset()
    wanted: tuple[ArticleId, int | None] | None = None

    @property
    def large(self) -> bool:
        """Whether writing it, and showing what it changed, takes longer than a tenth of a second."""
        return self.rows > MANY


class _Wish(Struct, frozen=True):
    """What was asked for while a step was under way; ``keeps``: it keeps what the person did, ``about`` these rows."""

    deed: Callable[[], object]
    keeps: bool
    about: frozenset[str] = frozenset()


class Steps(QObject):
    """Takes the steps of the session that sits at the desk.

    Attributes:
        session: the session, or None.
        behind: a later FactDesk has brought the desk up to date; nothing is kept any more.
        prepare: what is done, piece by piece, with what arrived before it is shown.

    Signals:
        starting(): a step is about to be taken beside the window; what is being typed is written before.
        arrived(object Arrived): it was, and this is to be shown.
        free(): nothing is under way any more.
        about_changed(): ``about`` is another now.
        trouble(object FactDeskError): something was not done; of steps that waited in a row it is told once, of all.
        fell_behind(object NewerDeskError): it was not, since ``behind``; told once, after that it is trouble.
    """

    starting = Signal()
    arrived = Signal(object)
    free = Signal()
    about_changed = Signal()
    trouble = Signal(object)
    fell_behind = Signal(object)

    def __init__(self, jobs: Jobs, shown: Callable[[], Shown], parent: QObject) -> None:
        """``shown`` returns what stands on the bench, which a step beside the window brings up to date."""
        super().__init__(parent)
        self._jobs, self._shown = jobs, shown
        self._running: RunningJob[Arrived] | Slices | None = None
        self._waiting: list[_Wish] = []
        self._under_way: Step | None = None
        self._failed: list[tuple[str, FactDeskError]] = []
        self.session: Session | None = None
        self.behind = False
        self.prepare: Prepare = lambda _arrived: iter(())

    # --- the desk

    def sit(self, session: Session) -> None:
        """Take steps at this desk from now on, and wait but a moment for others in the window's thread."""
        self.session, self.behind = session, False
        session.patience.hasty = True

    def end(self) -> None:
        """Stop what can be stopped, and forget what waits: the desk will be left, ``after_all`` where it can wait.

        What is still kept in the window's thread waits for others: there is no later moment. Nor is there anybody to
        be asked what to do where the window is ``behind``; that is trouble like any other.
        """
        self._waiting.clear()
        self._tell_all()
        self._stop()
        self.behind = True
        if self.session is not None:
            self.session.patience.hasty = False

    def after_all(self, wish: Callable[[], object]) -> bool:
        """Stop what can be stopped; say whether steps are still to be kept, and then do ``wish`` after the last."""
        waits = not self._stop() or any(one.keeps for one in self._waiting)
        if waits:
            self._waiting.append(_Wish(wish, keeps=False))
        return waits

    def leave(self) -> None:
        """Close the desk."""
        if self.session is not None:
            self.session.close()
        self.session, self.behind = None, False

    # --- steps

    @property
    def about(self) -> frozenset[str]:
        """The rows whose steps are under way or wait."""
        under_way = self._under_way.about if self._under_way is not None else frozenset[str]()
        return under_way.union(*(one.about for one in self._waiting))

    @property
    def busy(self) -> bool:
        """Whether a step is under way beside the window: until what it left is shown, the window must not write."""
        return self._running is not None

    def waits(self, wish: Callable[[], object], *, keeps: bool = False, about: frozenset[str] = frozenset()) -> bool:
        """Say whether a step is under way beside the window; then ``wish`` is done after it.

        Args:
            keeps: it keeps what the person did, and the desk is not left before (``after_all``).
            about: the rows it is about.
        """
        if self.busy:
            self._waiting.append(_Wish(wish, keeps, about))
            self.about_changed.emit()
        return self.busy

    def take(self, step: Step) -> bool:
        """Take a step, and do what follows it; trouble is told, and whether it is kept already is returned."""
        if self.waits(lambda: self.take(step), keeps=step.deed is not None, about=step.about):
            return False
        deed = step.deed
        done = None if deed is None or step.large else self.at_once(lambda session: deed(session, None), step.told)
        if done is None:
            self._take_beside(step)
        elif done and step.then is not None:
            step.then()
        return bool(done)

    def at_once(self, deed: Callable[[Session], object], told: str = "") -> bool | None:
        """Do something small in the window's thread; trouble is told.

        Returns:
            whether it is kept; None where another program is writing, and it is to be done later or beside the window.
        """
        busy = False

        def step(session: Session) -> None:
            nonlocal busy
            try:
                deed(session)
            except DeskBusyError:
                if not session.patience.hasty:
                    raise
                busy = True

        done = self.tried(step, told)
        return None if busy else done

    def tried(self, deed: Callable[[Session], object], told: str = "") -> bool:
        """Do something with the session, where there is one; trouble is told. Return whether it was done."""
        if self.session is None:
            return False
        try:
            deed(self.session)
        except FactDeskError as problem:
            self._tell(told, problem)
        else:
            return True
        return False

    def read(self, what: Callable[[Session], T]) -> T | None:
        """Return what is read at the desk; None where there is no desk, or it could not be read, which is told."""
        found: list[T] = []
        self.tried(lambda session: found.append(what(session)))
        return found[0] if found else None

    # --- inside

    def _stop(self) -> bool:
        """Stop what is under way, unless it can be stopped no more; return whether it stopped, or nothing was."""
        running = self._running
        if running is not None:
            running.cancel()
        return not isinstance(running, RunningJob) or running.cancelled()

    def _take_beside(self, step: Step) -> None:
        """Take a step beside the window, or read there.

        A small one only waits for another program: it cannot be stopped, and the desk is left after it (``after_all``).
        """
        self.starting.emit()

        def start(session: Session) -> None:
            rows = step.rows if step.large else 0
            job = arriving(Seat.of(session), step.deed, rows, self._shown(), step.wanted)
            running = self._jobs.start(
                job, partial(self._prepared, session, step), step.told, partial(self._tell, step.told)
            )
            self._under_way = step
            self._keep(running)
            self.about_changed.emit()
            if step.deed is not None and not step.large:
                running.settle()

        self.tried(start)

    def _tell(self, told: str, problem: FactDeskError) -> None:
        """Tell of trouble; while others wait it is told with theirs: a box for each would come behind the other."""
        if isinstance(problem, NewerDeskError) and not self.behind:
            self.behind = True
            self.fell_behind.emit(problem)
            return
        self._failed.append((told.removesuffix("…") or problem.what, let_go(problem)))
        if not any(one.keeps for one in self._waiting):
            self._tell_all()

    def _tell_all(self) -> None:
        failed, self._failed = self._failed, []
        if failed:
            self.trouble.emit(together(failed))

    def _prepared(self, session: Session, step: Step, arrived: Arrived) -> None:
        """Have what only the window's thread can do done before what arrived is shown."""
        if arrived.typeset is None:
            self._show(session, step, arrived)
            return
        work = self.prepare(arrived)
        shown = self._jobs.in_slices(work, lambda: self._show(session, step, arrived), self.tr("Laying the text out…"))
        self._keep(shown)

    def _show(self, session: Session, step: Step, arrived: Arrived) -> None:
        """Hand on what arrived; what follows the step comes before what was asked for meanwhile."""
        if self.session is not session:
            return
        if step.then is not None:
            self._waiting.insert(0, _Wish(step.then, keeps=False))
        session.hearing.caught_up(arrived.caught)
        self.arrived.emit(arrived)

    def _keep(self, running: RunningJob[Arrived] | Slices) -> None:
        self._running = running
        running.ended.connect(lambda: self._ended(running))

    def _ended(self, running: RunningJob[Arrived] | Slices) -> None:
        if self._running is not running:
            return  # its result is being prepared
        self._running = self._under_way = None
        self.about_changed.emit()
        self.free.emit()
        while self._waiting and not self.busy:
            wish = self._waiting.pop(0)
            if not wish.keeps:
                self._tell_all()
            self.about_changed.emit()
            wish.deed()
        if not self.busy:
            self._tell_all()

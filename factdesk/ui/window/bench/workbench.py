"""The window's session and the case it shows: the only objects of ``ui/`` that know a desk."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from factdesk.errors import NewerDeskError, NotInDeskError
from factdesk.model.case import Case, Opened
from factdesk.model.event import Changes, Event
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.rules.coverage import Coverage
from factdesk.ui.window.bench.arriving import Arrived, Prepare, Shown
from factdesk.ui.window.bench.coming import Coming
from factdesk.ui.window.bench.derived import Picture
from factdesk.ui.window.bench.half_typed import HalfTyped
from factdesk.ui.window.bench.others import Others
from factdesk.ui.window.bench.steps import Step, Steps
from factdesk.ui.window.jobs import Jobs
from factdesk.work.beside import turn_of
from factdesk.work.edits.edit import Edit, decided_by, extent, rows_of
from factdesk.work.jobs import making_what_stays
from factdesk.work.session import Session
from factdesk.work.undo import Kind

T = TypeVar("T")


class Workbench(QObject):
    """Holds the session and the case, runs edits, and says what changed.

    A small step is done when the call returns; one that is large or has to wait is done later (``bench.steps``).

    Attributes:
        half_typed: the words that are being typed.
        coming: the article whose text is shown and whose rows are still to be read.
        may_lose: asks whether the desk is left though words that were typed cannot be kept.
        picture: what a large step worked out for the page, while its signal is emitted; else None.

    Signals:
        session_changed(): another desk is open, or none.
        text_shown(object Opened): an article is coming on the bench; its text can be shown, its rows follow.
        case_shown(): another article or version is on the bench, or none.
        case_changed(object Changes): rows of the shown case changed.
        trouble(object FactDeskError): something did not happen; the window shows it.
        outdated(object NewerDeskError, object tuple[str, ...]): a later FactDesk has brought the desk up to date;
            told once, with the words that were typed and not kept. Nothing is written any more, or looked for.
        only_read_changed(): what ``only_read`` says may be another now.
        held_back(str): something was to be changed that cannot be, or is being kept already; why nothing came of it.
        about_changed(): ``about`` is another now.
    """

    session_changed = Signal()
    text_shown = Signal(object)
    case_shown = Signal()
    case_changed = Signal(object)
    trouble = Signal(object)
    outdated = Signal(object, object)
    only_read_changed = Signal()
    held_back = Signal(str)
    about_changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self._shown = Shown()
        self._end: Callable[[], None] | None = None
        self._steps = Steps(jobs, lambda: self._shown, self)
        self._steps.arrived.connect(self._take_over)
        self._steps.trouble.connect(self.trouble)
        self._steps.about_changed.connect(self.about_changed)
        self._steps.fell_behind.connect(lambda _problem: self.only_read_changed.emit())
        self._steps.fell_behind.connect(self._tell_outdated, Qt.ConnectionType.QueuedConnection)
        self.session_changed.connect(self.only_read_changed)
        self.coming = Coming(self._steps, self._take, self)
        self.coming.text_read.connect(self._show_text)
        self.others = Others(self._steps, self)
        self.half_typed = HalfTyped(self._steps, self)
        self.may_lose: Callable[[], bool] = lambda: True

    @property
    def session(self) -> Session | None:
        """The session at the desk that is open."""
        return self._steps.session

    @property
    def case(self) -> Case | None:
        """The case that is shown; None where there is none, or its rows are still to be read."""
        return self._shown.case

    @property
    def only_read(self) -> str:
        """Why nothing is changed at the desk, as a sentence; nothing where it can be."""
        if self.session is None:
            return ""
        if self._steps.behind:
            return self.tr("Nothing is kept here any more: a later FactDesk has brought the desk up to date.")
        return self.tr("Nothing is changed here: the desk does not verify and is only read.") * bool(self.session.found)

    @property
    def article_id(self) -> ArticleId | None:
        """The article that is shown, be it without its rows; None where there is none."""
        shown = self.case or self.coming.opened
        return None if shown is None else shown.article.id

    @property
    def about(self) -> frozenset[str]:
        """The claims and suggestions whose steps are being kept, or wait for that."""
        return self._steps.about

    @property
    def numbers(self) -> dict[ClaimId, str]:
        """The number of each claim of the case."""
        return self._shown.derived.numbers

    @property
    def coverage(self) -> Coverage:
        """How much of the case's text is accounted for."""
        return self._shown.derived.coverage

    def before_showing(self, prepare: Prepare) -> None:
        """Have a long text made ready by ``prepare``, piece by piece, before it is shown."""
        self._steps.prepare = prepare

    # --- desk and case

    def open(self, session: Session) -> None:
        """Work at this desk from now on; the one before is closed."""
        if self.session is not None:
            self.close()
        self._steps.sit(session)
        self._end = session.hearing.subscribe(self._changed)
        self.others.watch()
        self.session_changed.emit()

    def close(self) -> None:
        """Close the desk and show nothing."""
        behind = self._steps.behind
        self._steps.end()
        self.half_typed.leave(write=not behind)
        self.others.stop()
        if self._end is not None:
            self._end()
            self._end = None
        self._steps.leave()
        self._take(None)
        self.session_changed.emit()

    def after_all(self, wish: Callable[[], object]) -> bool:
        """Stop what can be stopped; say whether the desk cannot be left yet.

        Where steps are still to be kept, ``wish`` is done after the last. Where words cannot be kept, the person is
        asked (``may_lose``), and may have stayed.
        """
        return self._steps.after_all(wish) or not (self.half_typed.put_down() or self.may_lose())

    @property
    def keeping(self) -> bool:
        """Whether a step is under way beside the window."""
        return self._steps.busy

    def show(self, article: ArticleId | None, version: int | None = None) -> None:
        """Put an article on the bench, its newest version where none is named, or clear it.

        A long one is read beside the window, and stands there once it is laid out.
        """
        if self._steps.waits(lambda: self.show(article, version)):
            return
        self.half_typed.keep()
        if article is None or self.session is None:
            self._take(None)
        else:
            self.coming.bring(article, version)

    def open_article(self, article: ArticleId) -> None:
        """Put the newest version of an article on the bench; a longer one is painted before its rows are read.

        Until they are, there is no case: no command can touch an article whose claims are not known. One that is very
        long comes as ``show`` has it.
        """
        if self._steps.waits(lambda: self.open_article(article)):
            return
        self.half_typed.keep()
        self.coming.bring_text_first(article)

    # --- reading

    def read(self, what: Callable[[Session], T]) -> T | None:
        """Return what is read at the desk; None where there is no desk, or it could not be read, which is shown."""
        return self._steps.read(what)

    # --- changing

    def run(self, edit: Edit, then: Callable[[], object] | None = None, rows: int = 0) -> bool:
        """Run an edit; trouble is shown.

        Args:
            then: called once it is kept.
            rows: about how many rows it writes, where it does not name them itself.

        Returns:
            whether it is kept already: False where it failed, and where it is large or has to wait.
        """
        if self._holds_back():
            return False
        if decided_by(edit) & self.about:
            self.held_back.emit(self.tr("This is being kept already. J goes on to the next row."))
            return False
        told, rows = self.tr("{0}…").format(edit.label), max(rows, extent(edit))
        step = Step(lambda session, pace: session.run(edit, pace), told, rows, then, rows_of(edit))
        return self._steps.take(step)

    def undo(self, then: Callable[[Event], object] | None = None) -> bool:
        """Take the person's newest step back; trouble is shown, and whether it is done already is returned.

        Args:
            then: called with the step once it is taken back.
        """
        return self._swap("undo", self.tr("Taking back “{0}”…"), then)

    def redo(self, then: Callable[[Event], object] | None = None) -> bool:
        """Do again what was undone last; ``then`` and the answer as for ``undo``."""
        return self._swap("redo", self.tr("Doing “{0}” again…"), then)

    # --- inside

    def _holds_back(self) -> bool:
        """Say whether the desk is only read, and tell so."""
        why = self.only_read
        if why:
            self.held_back.emit(why)
        return bool(why)

    def _tell_outdated(self, problem: NewerDeskError) -> None:
        if self._steps.behind:  # else the desk was left meanwhile
            self.outdated.emit(problem, self.half_typed.held())

    def _swap(self, kind: Kind, told: str, then: Callable[[Event], object] | None) -> bool:
        if self._holds_back() or self._steps.waits(lambda: self._swap(kind, told, then), keeps=True):
            return False
        turn = self.read(lambda session: turn_of(session, kind))
        if turn is None:
            return False
        after = None if then is None else partial(then, turn.event)
        return self._steps.take(Step(turn.deed, told.format(turn.event.label), turn.rows, after))

    def _take_over(self, arrived: Arrived) -> None:
        """Show what a step beside the window left, in one swap."""
        before, changes = self.case, self._shown.missed | arrived.caught.changes
        self._shown, self.picture, self.coming.opened = arrived.shown, arrived.picture, None
        case = self.case
        if case is None or before is None or before.version.id != case.version.id:
            if case is not None or before is not None:
                self._tell_shown()
        elif changes.rows:
            self.case_changed.emit(changes)
        self.picture = None

    def _changed(self, changes: Changes) -> None:
        if self.case is None:
            return
        if not changes.articles or self.case.article.id in changes.articles:
            self._shown = self._shown.missing(changes)
            self._steps.tried(self._catch_up)

    def _catch_up(self, session: Session) -> None:
        """Bring the case up to date; where it cannot be read, what changed stays to be read with the next change."""
        before, changes = self.case, self._shown.missed
        if before is None:
            return
        try:
            case = session.refreshed(before, changes)
        except NotInDeskError:
            self._take(None)  # somebody removed the article
            return
        self._shown = self._shown.again(case, changes)
        self.case_changed.emit(changes)

    def _show_text(self, opened: Opened) -> None:
        self._shown = Shown()
        self.text_shown.emit(opened)

    def _take(self, case: Case | None) -> None:
        self._shown, self.coming.opened = Shown.of(case), None
        self._tell_shown()

    def _tell_shown(self) -> None:
        """Show the case. Python does not look for garbage in what it is made of: that takes longer than a key may."""
        gc.unfreeze()  # of the article before
        with making_what_stays() if self.case else nullcontext():
            self.case_shown.emit()

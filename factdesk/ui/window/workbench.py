"""The window's session and the case it shows: the only objects of ``ui/`` that know a desk."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.errors import DeskBusyError, FactDeskError, NewerDeskError
from factdesk.model.case import Case, Opened
from factdesk.model.event import Changes, Event
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.rules.coverage import Coverage
from factdesk.ui.article.typesetting.typeset import LONG
from factdesk.ui.window.beside import Arrived, Beside, Prepare, Shown, arriving
from factdesk.ui.window.derived import Derived, Picture
from factdesk.ui.window.half_typed import HalfTyped
from factdesk.ui.window.jobs import Jobs
from factdesk.work.beside import HEAVY, MANY, Deed, Seat
from factdesk.work.edits.edit import Edit, extent
from factdesk.work.jobs import making_what_stays
from factdesk.work.session import Session

POLL_MS = 500
"""How often the window looks for what the command line or another program wrote."""

TEXT_FIRST = 200_000
"""Characters from which an article's text is shown before its rows are read."""

UNSEEN_MS = 4_000
"""After which the rows are read though the text was not painted: the window is hidden."""

_MANY_TO_READ = 20_000
"""Rows of an article that are read in a job."""


class Workbench(QObject):
    """Holds the session and the case, runs edits, and says what changed.

    A small step is done when the call returns. A large one, and one that must wait for another program, is done beside
    the window (``window.beside``); while it is under way nothing else is written, and what is asked for waits its turn.

    Attributes:
        picture: what a large step worked out for the page, while its signal is emitted; else None.

    Signals:
        session_changed(): another desk is open, or none.
        text_shown(object Opened): an article is coming on the bench; its text can be shown, its rows follow.
        case_shown(): another article or version is on the bench, or none.
        case_changed(object Changes): rows of the shown case changed.
        trouble(object FactDeskError): something did not happen; the window shows it.
        outdated(object NewerDeskError, object tuple[str, ...]): a later FactDesk has brought the desk up to date;
            told once, with the words that were typed and not kept. Nothing is written any more, or looked for.
    """

    session_changed = Signal()
    text_shown = Signal(object)
    case_shown = Signal()
    case_changed = Signal(object)
    trouble = Signal(object)
    outdated = Signal(object, object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.case: Case | None = None
        self._coming: Opened | None = None
        self.picture: Picture | None = None
        self._derived = Derived()
        self._beside = Beside(jobs, self)
        self._beside.free.connect(self._look_for_others)
        self._outdated = False
        self._end: Callable[[], None] | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look_for_others)
        self._half_typed = HalfTyped(self._keep_words, self)
        self._half_typed.due.connect(self.keep_typing)

    @property
    def numbers(self) -> dict[ClaimId, str]:
        """The number of each claim of the case."""
        return self._derived.numbers

    @property
    def coverage(self) -> Coverage:
        """How much of the case's text is accounted for."""
        return self._derived.coverage

    def before_showing(self, prepare: Prepare) -> None:
        """Have a long text made ready by ``prepare``, piece by piece, before it is shown."""
        self._beside.prepare = prepare

    # --- desk and case

    def open(self, session: Session) -> None:
        """Work at this desk from now on; the one before is closed."""
        if self.session is not None:
            self.close()
        self.session = session
        session.hasty = True
        self._end = session.hearing.subscribe(self._changed)
        self._poll.start()
        self.session_changed.emit()

    def close(self) -> None:
        """Close the desk and show nothing."""
        self._beside.leave()
        if self.session is not None:
            self.session.hasty = False  # words that wait for another program have no later moment
        if not self._outdated:
            self._outdated = True  # nobody can be asked any more about words that a later FactDesk's desk refuses
            self._half_typed.write()
        self._half_typed.drop()
        self._outdated = False
        self._poll.stop()
        if self._end is not None:
            self._end()
        if self.session is not None:
            self.session.close()
        self.session, self._end = None, None
        self._take(None)
        self.session_changed.emit()

    def show(self, article: ArticleId | None, version: int | None = None) -> None:
        """Put an article on the bench, its newest version where none is named, or clear it.

        A long one is read beside the window, and stands there once it is laid out.
        """
        if self._waits(lambda: self.show(article, version)):
            return
        self.keep_typing()
        session = self.session
        if article is None or session is None:
            self._take(None)
        elif self._is_long((size := session.extent(article)).text, size.rows):
            self._do_beside(None, 0, self.tr("Opening the article…"), wanted=(article, version))
        else:
            with making_what_stays():
                self._tried(lambda session: self._take(session.case(article, version)))

    def open_article(self, article: ArticleId) -> None:
        """Put the newest version of an article on the bench; a longer one is painted before its rows are read.

        Until they are, there is no case: no command can touch an article whose claims are not known. One that is very
        long comes as ``show`` has it.
        """
        session = self.session
        size = session.extent(article) if session is not None else None
        if size is None or size.text < TEXT_FIRST or self._is_long(size.text, size.rows):
            self.show(article)
        elif not self._waits(lambda: self.open_article(article)):
            self.keep_typing()
            with making_what_stays():
                self._tried(lambda session: self._show_text(session.opened(article)))

    # --- changing

    def run(self, edit: Edit, then: Callable[[], object] | None = None, rows: int = 0) -> bool:
        """Run an edit; trouble is shown.

        Args:
            then: called once it is kept.
            rows: about how many rows it writes, where it does not name them itself.

        Returns:
            whether it is kept already: False where it failed, and where it is large or has to wait.
        """
        if self._waits(lambda: self.run(edit, then, rows)):
            return False
        rows = max(rows, extent(edit))
        done = None if rows > MANY else self._at_once(lambda session: session.run(edit))
        if done is None:
            told = self.tr("{0}…").format(edit.label)
            self._do_beside(lambda session, pace: session.run(edit, pace), rows if rows > MANY else 0, told, then)
        elif done and then is not None:
            then()
        return bool(done)

    def undo(self, then: Callable[[Event], object] | None = None) -> bool:
        """Take the person's newest step back; trouble is shown, and whether it is done already is returned.

        Args:
            then: called with the step once it is taken back.
        """
        if self._waits(lambda: self.undo(then)) or self.session is None:
            return False
        event = self.session.next_undo()
        return self._swap(event, lambda session, pace: session.undo(pace, event), self.tr("Taking back “{0}”…"), then)

    def redo(self, then: Callable[[Event], object] | None = None) -> bool:
        """Do again what was undone last; ``then`` and the answer as for ``undo``."""
        if self._waits(lambda: self.redo(then)) or self.session is None:
            return False
        event = self.session.next_redo()
        return self._swap(event, lambda session, pace: session.redo(pace, event), self.tr("Doing “{0}” again…"), then)

    def typing(self, row_id: str, field: str, text: str) -> None:
        """Keep what is being typed, within a moment."""
        self._half_typed.take(row_id, field, text)

    def typed_out(self, row_id: str, field: str) -> None:
        """Forget what was typed: it became an edit."""
        if not self._waits(lambda: self.typed_out(row_id, field)):
            self._half_typed.forget(row_id, field)

    def keep_typing(self) -> None:
        """Write what is being typed to the desk, outside the journal; while a large step is written, it waits."""
        if self._outdated:
            return  # the words stay in their fields
        if self._beside.busy:
            self._half_typed.wait()
        else:
            self._half_typed.write()

    def _keep_words(self, row_id: str, field: str, words: str | None) -> bool:
        done = self._at_once(lambda session: session.keep_typing(row_id, field, words))
        if done is None:
            self._half_typed.wait()
        return bool(done)

    # --- inside

    def _tried(self, step: Callable[[Session], object]) -> bool:
        if self.session is None:
            return False
        try:
            step(self.session)
        except NewerDeskError as problem:
            self._fall_behind(problem)
            return False
        except FactDeskError as problem:
            self.trouble.emit(problem)
            return False
        return True

    def _at_once(self, deed: Callable[[Session], object]) -> bool | None:
        """Do something small in the window's thread; trouble is shown.

        Returns:
            whether it is kept; None where another program is writing, and it is to be done later or beside the window.
        """
        busy = False

        def step(session: Session) -> None:
            nonlocal busy
            try:
                deed(session)
            except DeskBusyError:
                if not session.hasty:
                    raise
                busy = True

        done = self._tried(step)
        return None if busy else done

    def _fall_behind(self, problem: NewerDeskError) -> None:
        """Tell once that the desk is beyond this window; after that, only a step that was asked for says so again."""
        if self._outdated:
            self.trouble.emit(problem)
            return
        self._outdated = True
        self._poll.stop()
        QTimer.singleShot(0, self, lambda: self._tell_outdated(problem))

    def _tell_outdated(self, problem: NewerDeskError) -> None:
        if self._outdated:  # else the desk was left meanwhile
            self.outdated.emit(problem, self._half_typed.held())

    def _look_for_others(self) -> None:
        self._poll.stop()  # a desk that cannot be read must not open a box every half second
        if self._outdated:
            return
        if self.session is not None and not self._beside.busy and self._tried(self._hear):
            self._poll.start()

    def _hear(self, session: Session) -> None:
        if session.hearing.unheard_bytes() > HEAVY:
            self._do_beside(None, 0, self.tr("Reading what changed…"))
        else:
            session.hearing.poll()

    # --- large steps

    def _waits(self, wish: Callable[[], object]) -> bool:
        """Say whether a large step is under way; then ``wish`` is done after it."""
        if self._beside.busy:
            self._beside.later(wish)
        return self._beside.busy

    def _is_long(self, text: int, rows: int) -> bool:
        return text > LONG or rows > _MANY_TO_READ

    def _swap(self, event: Event | None, deed: Deed, told: str, then: Callable[[Event], object] | None) -> bool:
        """Take a step back, or do it again: at once, or beside the window where it is large or has to wait."""
        session = self.session
        if session is None or event is None:
            return False
        after = None if then is None else partial(then, event)
        size = session.bytes_of(event)
        done = None if size > HEAVY else self._at_once(lambda session: deed(session, None))
        if done is None:
            rows = 3 * size * MANY // HEAVY if size > HEAVY else 0  # each is looked at, taken out and put in
            self._do_beside(deed, rows, told.format(event.label), after)
        elif done and after is not None:
            after()
        return bool(done)

    def _do_beside(
        self,
        deed: Deed | None,
        rows: int,
        told: str,
        then: Callable[[], object] | None = None,
        *,
        wanted: tuple[ArticleId, int | None] | None = None,
    ) -> None:
        """Do a step beside the window, or read there.

        Args:
            rows: 0 for a small step: it waits for another program only, and is kept though the window closes meanwhile.
        """
        self.keep_typing()
        shown = Shown(self.case, self._derived, wanted)

        def start(session: Session) -> None:
            job = arriving(Seat.of(session), deed, rows, shown)
            self._beside.do(job, told, lambda arrived: self._take_over(session, arrived, then))
            if deed is not None and not rows:
                self._beside.settle()

        if self._tried(start):
            self._poll.stop()

    def _take_over(self, session: Session, arrived: Arrived, then: Callable[[], object] | None) -> None:
        """Show what a large step left, in one swap; ``then`` comes before what was asked for meanwhile."""
        if self.session is not session:
            return
        if then is not None:
            self._beside.next(then)
        before, case = self.case, arrived.caught.case
        self._coming = None
        session.hearing.caught_up(arrived.caught)
        self.case, self._derived, self.picture = case, arrived.derived, arrived.picture
        if case is None or before is None or before.version.id != case.version.id:
            if case is not None or before is not None:
                self._tell_shown()
        elif arrived.caught.changes.rows:
            self.case_changed.emit(arrived.caught.changes)
        self.picture = None

    def _changed(self, changes: Changes) -> None:
        if self.case is None or self.session is None:
            return
        article = self.case.article.id
        if changes.articles and article not in changes.articles:
            return
        before = self.case
        try:
            self.case = self.session.refreshed(before, changes)
        except FactDeskError:
            self._take(None)  # somebody removed the article
            return
        self._derived = self._derived.again(before, self.case, changes)
        self.case_changed.emit(changes)

    def _show_text(self, opened: Opened) -> None:
        self.case, self._coming, self._derived = None, opened, Derived()
        self.text_shown.emit(opened)
        QTimer.singleShot(UNSEEN_MS, self, lambda: self._take_rows(opened))

    @property
    def article_id(self) -> ArticleId | None:
        """The article that is shown, be it without its rows; None where there is none."""
        shown = self.case or self._coming
        return None if shown is None else shown.article.id

    @property
    def coming(self) -> bool:
        """Whether a text is shown whose rows are still to be read."""
        return self._coming is not None

    def text_seen(self) -> None:
        """The text that was shown is on the screen: read its rows."""
        if self._coming is not None:
            self._take_rows(self._coming)

    def _take_rows(self, opened: Opened) -> None:
        """Read the rows of the article whose text is shown, if it still is, beside the window.

        Where the person stops it there is nothing to work on, and the article is put away again.
        """
        if self._coming is not opened or self._waits(lambda: self._take_rows(opened)):
            return
        version = opened.version
        self._do_beside(None, 0, self.tr("Reading the claims…"), wanted=(version.article_id, version.number))

        def put_away() -> None:
            if self._coming is opened:  # stopped, or it failed
                self._take(None)

        if not self._waits(put_away):
            put_away()

    def _take(self, case: Case | None) -> None:
        self.case, self._coming = case, None
        self._derived = Derived() if case is None else Derived.of(case)
        self._tell_shown()

    def _tell_shown(self) -> None:
        """Show the case. Python does not look for garbage in what it is made of: that takes longer than a key may."""
        gc.unfreeze()  # of the article before
        with making_what_stays() if self.case else nullcontext():
            self.case_shown.emit()

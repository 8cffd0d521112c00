"""The window's session and the case it shows: the only objects of ``ui/`` that know a desk."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.errors import FactDeskError
from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.rules.coverage import Coverage, coverage, coverage_again
from factdesk.rules.numbering import numbers
from factdesk.work.edits.edit import Edit
from factdesk.work.session import Session

POLL_MS = 500
"""How often the window looks for what the command line or another program wrote."""

TYPING_MS = 400
"""How long a field may hold words that are only in memory."""


class Workbench(QObject):
    """Holds the session and the case, runs edits, and says what changed.

    Signals:
        session_changed(): another desk is open, or none.
        case_shown(): another article or version is on the bench, or none.
        case_changed(object Changes): rows of the shown case changed.
        trouble(object FactDeskError): something did not happen; the window shows it.
    """

    session_changed = Signal()
    case_shown = Signal()
    case_changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.case: Case | None = None
        self.numbers: dict[ClaimId, str] = {}
        self.coverage = Coverage(letters=0, covered=0, bare=())
        self._end: Callable[[], None] | None = None
        self._typing: dict[tuple[str, str], str] = {}
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look_for_others)
        self._typing_timer = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing_timer.timeout.connect(self.keep_typing)

    # --- desk and case

    def open(self, session: Session) -> None:
        """Work at this desk from now on; the one before is closed."""
        if self.session is not None:
            self.close()
        self.session = session
        self._end = session.subscribe(self._changed)
        self._poll.start()
        self.session_changed.emit()

    def close(self) -> None:
        """Close the desk and show nothing."""
        self.keep_typing()
        self._poll.stop()
        if self._end is not None:
            self._end()
        if self.session is not None:
            self.session.close()
        self.session, self._end = None, None
        self._take(None)
        self.session_changed.emit()

    def show(self, article: ArticleId | None, version: int | None = None) -> None:
        """Put an article on the bench, its newest version where none is named, or clear it."""
        self.keep_typing()
        if article is None or self.session is None:
            self._take(None)
        else:
            try:
                self._take(self.session.case(article, version))
            except FactDeskError as problem:
                self.trouble.emit(problem)

    # --- changing

    def run(self, edit: Edit) -> bool:
        """Run an edit; trouble is shown, and False returned."""
        if self.session is None:
            return False
        return self._tried(lambda session: session.run(edit))

    def undo(self) -> bool:
        """Take the person's newest step back; trouble is shown, and False returned."""
        return self._tried(lambda session: session.undo())

    def redo(self) -> bool:
        """Do again what was undone last; trouble is shown, and False returned."""
        return self._tried(lambda session: session.redo())

    def typing(self, row_id: str, field: str, text: str) -> None:
        """Keep what is being typed, within ``TYPING_MS``."""
        self._typing[row_id, field] = text
        if not self._typing_timer.isActive():
            self._typing_timer.start()

    def typed_out(self, row_id: str, field: str) -> None:
        """Forget what was typed: it became an edit."""
        self._typing.pop((row_id, field), None)
        self._tried(lambda session: session.keep_typing(row_id, field, None))

    def keep_typing(self) -> None:
        """Write what is being typed to the desk, outside the journal."""
        self._typing_timer.stop()
        waiting, self._typing = self._typing, {}
        for (row_id, field), text in waiting.items():
            self._tried(lambda session, r=row_id, f=field, t=text: session.keep_typing(r, f, t))  # type: ignore[misc]

    # --- inside

    def _tried(self, step: Callable[[Session], object]) -> bool:
        if self.session is None:
            return False
        try:
            step(self.session)
        except FactDeskError as problem:
            self.trouble.emit(problem)
            return False
        return True

    def _look_for_others(self) -> None:
        self._poll.stop()  # a desk that cannot be read must not open a box every half second
        if self._tried(lambda session: session.poll()):
            self._poll.start()

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
        self._derive_again(before, changes)
        self.case_changed.emit(changes)

    def _take(self, case: Case | None) -> None:
        """Show a case. Python does not look for garbage in what it is made of: that takes longer than a key may."""
        gc.unfreeze()
        self.case = case
        self._derive()
        self.case_shown.emit()
        if case is not None:
            gc.freeze()

    def _derive(self) -> None:
        """Work out numbers and coverage."""
        case = self.case
        if case is None:
            self.numbers, self.coverage = {}, Coverage(letters=0, covered=0, bare=())
        else:
            self.numbers, self.coverage = numbers(case.claims), coverage(case.version.text, case.segments)

    def _derive_again(self, before: Case, changes: Changes) -> None:
        """Work out again what of numbers and coverage a change touched."""
        case = self.case
        if case is None or case.version is not before.version:
            self._derive()
            return
        ids = changes.ids("segment")
        if ids:
            found = (some.segment(key) for some in (before, case) for key in ids)
            touched = [one.anchor.span for one in found if one is not None]
            self.coverage = coverage_again(self.coverage, case.version.text, case.segments, touched)
        if _numbered_otherwise(before, case, changes):
            self.numbers = numbers(case.claims)


def _numbered_otherwise(before: Case, after: Case, changes: Changes) -> bool:
    """Say whether claims came, went or stand elsewhere, or a number was fixed."""
    if len(before.claims) != len(after.claims):
        return True
    words = (some.segment(key) for some in (before, after) for key in changes.ids("segment"))
    if any(one is not None and one.claim_id is not None for one in words):
        return True
    pairs = ((before.claim(key), after.claim(key)) for key in changes.ids("claim"))
    return any(a is None or b is None or a.fixed_number != b.fixed_number for a, b in pairs)

"""Words that are still being typed: on the disk within a moment, outside the record, until they become an edit."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.errors import DeskBusyError, FactDeskError, NewerDeskError
from factdesk.ui.window.bench.steps import Steps
from factdesk.work.session import Session

TYPING_MS = 400
"""How long a field may hold words that are only in memory, unless a step is under way beside the window."""

AGAIN_MS = 2_000
"""How long words rest that could not be put down: the disk is full, or the desk was taken away."""


class _Held(Struct, frozen=True):
    """A text to be written, and the words in it that a person typed."""

    kept: str
    words: str


class HalfTyped(QObject):
    """Holds what is being typed until it is written.

    Where it cannot be written that is told, and tried again in silence until it can: a box would take the keys of
    somebody who is in the middle of a sentence.

    Signals:
        failing_changed(): ``failing`` is another now.
        relieved(): what could not be written is on the disk now, and what was filled in meanwhile can become steps.
    """

    failing_changed = Signal()
    relieved = Signal()

    def __init__(self, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._words: dict[tuple[str, str], _Held | None] = {}
        self.failing: FactDeskError | None = None
        """Why words that are held could not be written; None where they were."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        steps.starting.connect(self.keep)

    def take(self, row_id: str, field: str, kept: str, words: str | None = None) -> None:
        """Hold what a field says now, and write it within a moment.

        Args:
            kept: the text that is written.
            words: what a person typed of it, where that is not all of it.
        """
        self._words[row_id, field] = _Held(kept, kept if words is None else words)
        if not self._timer.isActive():
            self._timer.start(AGAIN_MS if self.failing else TYPING_MS)

    def forget(self, row_id: str, field: str) -> None:
        """Forget what was typed, here and on the disk: it became an edit."""
        if not self._steps.waits(lambda: self.forget(row_id, field), keeps=True):
            self._words.pop((row_id, field), None)
            if not self._written(row_id, field, None):
                self._words[row_id, field] = None

    def of(self, row_id: str) -> dict[str, str]:
        """Return what is half typed of a row by field: what is on the disk, and what is still held."""
        kept = dict(self._steps.read(lambda session: session.typed(row_id)) or {})
        for (row, field), held in self._words.items():
            if row == row_id:
                kept.pop(field, None)
                kept |= {} if held is None else {field: held.kept}
        return kept

    def held(self) -> tuple[str, ...]:
        """Return the words that are not on the disk yet, or cannot be put there."""
        return tuple(held.words for held in self._words.values() if held is not None and held.words.strip())

    def keep(self) -> None:
        """Write what is held now; while a step is under way beside the window, or another program writes, it waits."""
        if self._only_read:
            return  # the words stay in their fields
        if self._steps.busy:
            self._timer.start(TYPING_MS)
        else:
            self._write()

    def put_down(self) -> bool:
        """Write what is held, waiting for other programs; say whether the desk can be left without losing words.

        Nothing may be under way beside the window. On a desk that is only read nothing is kept, which was told.
        """
        session = self._steps.session
        if session is None or self._only_read:
            return True
        session.patience.hasty = False
        try:
            self._write()
        finally:
            session.patience.hasty = True
        return not self.held()

    def drop(self) -> None:
        """Hold nothing any more: the person gives the words up."""
        self._timer.stop()
        self._words.clear()
        self._fails(None)

    def leave(self, *, write: bool) -> None:
        """Hold nothing any more: the desk is left. ``write`` what is held first, whatever is under way."""
        if write:
            self._write()
        if self.failing is not None and self.held():
            self._steps.trouble.emit(self.failing)  # there is no later moment: what is lost is told
        self.drop()

    @property
    def _only_read(self) -> bool:
        return self._steps.behind or (self._steps.session is not None and bool(self._steps.session.found))

    def _fails(self, problem: FactDeskError | None) -> None:
        before, self.failing = self.failing, problem
        if str(before) != str(problem):
            self.failing_changed.emit()

    def _write(self) -> None:
        """Write what is held; what cannot be written is held on, unless more was typed meanwhile."""
        self._timer.stop()
        waiting, self._words = self._words, {}
        for (row_id, field), held in waiting.items():
            if not self._written(row_id, field, None if held is None else held.kept):
                self._words.setdefault((row_id, field), held)
        if not self.held() and self.failing is not None:
            self._fails(None)
            self.relieved.emit()

    def _written(self, row_id: str, field: str, words: str | None) -> bool:
        failed: FactDeskError | None = None

        def deed(session: Session) -> None:
            nonlocal failed
            try:
                session.keep_typing(row_id, field, words)
            except NewerDeskError:
                raise  # it is told in its own way
            except FactDeskError as problem:
                if isinstance(problem, DeskBusyError) and session.patience.hasty:
                    raise  # it is tried again in a moment
                failed = problem

        done = self._steps.at_once(deed)
        if done is None or failed is not None:
            self._timer.start(AGAIN_MS if failed else TYPING_MS)
        if failed is not None and words is not None:
            self._fails(failed)
        return bool(done) and failed is None

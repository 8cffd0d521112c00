"""Words that are still being typed: on the disk within a moment, outside the record, until they become an edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from factdesk.errors import DeskBusyError, FactDeskError, NewerDeskError
from factdesk.ui.window.bench.steps import Steps
from factdesk.work.session import Session

TYPING_MS = 400
"""How long a field may hold words that are only in memory, unless a step is under way beside the window."""

AGAIN_MS = 2_000
"""How long words rest that could not be put down: the disk is full, or the desk was taken away."""


class HalfTyped(QObject):
    """Holds what is being typed until it is written.

    Where it cannot be written that is told once, and tried again in silence until it can: a box at every pause
    would leave nobody a sentence.
    """

    def __init__(self, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._words: dict[tuple[str, str], str | None] = {}
        self._failing = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        steps.starting.connect(self.keep)

    def take(self, row_id: str, field: str, words: str) -> None:
        """Hold what a field says now, and write it within a moment."""
        self._words[row_id, field] = words
        if not self._timer.isActive():
            self._timer.start(AGAIN_MS if self._failing else TYPING_MS)

    def forget(self, row_id: str, field: str) -> None:
        """Forget what was typed, here and on the disk: it became an edit."""
        if not self._steps.waits(lambda: self.forget(row_id, field), keeps=True):
            self._words.pop((row_id, field), None)
            if not self._written(row_id, field, None):
                self._words[row_id, field] = None

    def held(self) -> tuple[str, ...]:
        """Return the words that are not on the disk yet, or cannot be put there."""
        return tuple(words for words in self._words.values() if words and words.strip())

    def keep(self) -> None:
        """Write what is held now; while a step is under way beside the window, or another program writes, it waits."""
        if self._steps.behind or (self._steps.session is not None and self._steps.session.found):
            return  # the words stay in their fields
        if self._steps.busy:
            self._timer.start(TYPING_MS)
        else:
            self._write()

    def leave(self, *, write: bool) -> None:
        """Hold nothing any more: the desk is left. ``write`` what is held first, whatever is under way."""
        self._failing = False  # there is no later moment: what is lost is told
        if write:
            self._write()
        self._timer.stop()
        self._failing = False
        self._words.clear()

    def _write(self) -> None:
        """Write what is held; what cannot be written is held on, unless more was typed meanwhile."""
        self._timer.stop()
        waiting, self._words = self._words, {}
        for (row_id, field), words in waiting.items():
            if not self._written(row_id, field, words):
                self._words.setdefault((row_id, field), words)

    def _written(self, row_id: str, field: str, words: str | None) -> bool:
        failed = False

        def deed(session: Session) -> None:
            nonlocal failed
            try:
                session.keep_typing(row_id, field, words)
            except (DeskBusyError, NewerDeskError):
                raise  # they are told in their own way
            except FactDeskError:
                told, self._failing, failed = self._failing, True, True
                if not told:
                    raise

        done = self._steps.at_once(deed)
        if done is None or failed:
            self._timer.start(AGAIN_MS if failed else TYPING_MS)
        elif done:
            self._failing = False
        return bool(done) and not failed

"""Words that are still being typed: on the disk within a moment, outside the record, until they become an edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

TYPING_MS = 400
"""How long a field may hold words that are only in memory, unless a large step is being written."""


class HalfTyped(QObject):
    """Holds what is being typed until it is written.

    Signals:
        due(): words have waited long enough; ``write`` them, or ``wait`` on.
    """

    due = Signal()

    def __init__(self, keep: Callable[[str, str, str | None], bool], parent: QObject) -> None:
        """``keep`` writes the words of a field (row, field, words; None forgets them), and says whether it could."""
        super().__init__(parent)
        self._keep = keep
        self._words: dict[tuple[str, str], str | None] = {}
        self._timer = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._timer.timeout.connect(self.due)

    def take(self, row_id: str, field: str, words: str) -> None:
        """Hold what a field says now; ``due`` follows."""
        self._words[row_id, field] = words
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, row_id: str, field: str) -> None:
        """Forget what was typed, here and on the disk: it became an edit."""
        self._words.pop((row_id, field), None)
        if not self._keep(row_id, field, None):
            self._words[row_id, field] = None

    def held(self) -> tuple[str, ...]:
        """Return the words that are not on the disk yet, or cannot be put there."""
        return tuple(words for words in self._words.values() if words and words.strip())

    def write(self) -> None:
        """Write what is held; what cannot be written is held on, unless more was typed meanwhile."""
        self._timer.stop()
        waiting, self._words = self._words, {}
        for (row_id, field), words in waiting.items():
            if not self._keep(row_id, field, words):
                self._words.setdefault((row_id, field), words)

    def wait(self) -> None:
        """Let ``due`` come once more."""
        self._timer.start()

    def drop(self) -> None:
        """Let go of what could not be written: its desk is closed."""
        self._words.clear()

"""How long the text is: a short one is counted at once, a long one beside the window once it can be seen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.model.version import Version
from factdesk.text.spans import Span
from factdesk.text.words import Length, length, length_without
from factdesk.ui.article import words
from factdesk.ui.jobs import RunningJob

AT_ONCE = 200_000
"""Characters that are counted at once."""
COUNT_AFTER_MS = 100
"""Milliseconds a long text is given to be painted in."""


class TextLength(QObject):
    """Knows the length of one version, the one that was asked for last.

    Signals:
        counted(): the length of a long text is known now.
    """

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._id = ""
        self._whole: Length | None = None
        self._counting: RunningJob[Length] | None = None

    def of(self, version: Version, aside: Iterable[Span] = ()) -> str:
        """Return in words how long ``version`` is without what was set aside.

        It is empty while the text is counted, after which ``counted`` follows.
        """
        if self._id != version.id:
            self._id, self._whole = version.id, None
            if len(version.text) <= AT_ONCE:
                self._whole = length(version.text)
            else:
                QTimer.singleShot(COUNT_AFTER_MS, self, partial(self._count, version))
        return words.as_length(*length_without(self._whole, version.text, aside)) if self._whole else ""

    def put(self, version: Version, counted: Length) -> None:
        """Take the length of a version that was counted while it was read."""
        self._id, self._whole = version.id, counted

    def _count(self, version: Version) -> None:
        if self._id == version.id and self._whole is None:
            self._counting = RunningJob(lambda _: length(version.text), partial(self._take, version), _unexpected)
            self.destroyed.connect(self._counting.cancel)
            self._counting.start()

    def _take(self, version: Version, counted: Length) -> None:
        if self._id == version.id:
            self.put(version, counted)
            self.counted.emit()


def _unexpected(error: Exception) -> None:
    """Characters can always be counted: anything else is a bug, and shown as one."""
    raise error

"""How long the window's own thread misses its turn: a timer that beats every few milliseconds and keeps the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter, process_time

from PySide6.QtCore import QObject, QTimer

BEAT = 5
"""Milliseconds between two beats."""


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A time without a turn, in milliseconds.

    Attributes:
        own: processor time that this program took of it: on a quiet machine the whole gap, on a busy one its part.
    """

    own: float
    wall: float


class Heartbeat(QObject):
    """Beats in the thread that made it, as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget what was before."""
        self._last = perf_counter(), process_time()
        self._longest = Gap(0.0, 0.0)

    def longest(self) -> Gap:
        """Return the gap since ``begin`` that took most of this program's own time."""
        self._beat()
        return self._longest

    def _beat(self) -> None:
        now = perf_counter(), process_time()
        wall, own = (1000 * (end - start) for end, start in zip(now, self._last, strict=True))
        self._longest = max(self._longest, Gap(min(own, wall), wall))
        self._last = now

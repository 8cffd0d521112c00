"""Work that only the window's own thread can do, in slices between which it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE = 0.012
"""Seconds of work between two turns of the window."""


class Slices(QObject):
    """Runs a generator bit by bit. To a progress line it is what a running job is.

    Args:
        work: yields how far it is, done and in all, after some milliseconds of work each.
        done: called when it has come to its end, unless it was cancelled.
    """

    progressed = Signal(int, int)
    settled = Signal()
    ended = Signal()
    """Always the last, once."""

    def __init__(self, work: Iterator[tuple[int, int]], done: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._done = work, done
        self._percent = -1
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin with the next turn of the window."""
        self._turns.start()

    def cancel(self) -> None:
        """Leave the rest undone."""
        if self._turns.isActive():
            self._end()

    def _turn(self) -> None:
        until = perf_counter() + _SLICE
        try:
            for told in self._work:
                if perf_counter() > until:
                    self._tell(*told)
                    return
            self._turns.stop()
            self._done()
        except BaseException:
            self._end()
            raise
        self._end()

    def _tell(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if percent > self._percent:  # else the line is drawn again more often than the work goes on
            self._percent = percent
            self.progressed.emit(done, total)

    def _end(self) -> None:
        self._turns.stop()
        self.ended.emit()
        self.deleteLater()

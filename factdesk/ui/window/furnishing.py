"""What a window makes after its first paint: one part in each turn, so that it answers between two of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Furnishing(QObject):
    """Makes parts that the first paint did not wait for.

    Args:
        parts: makes one each time it is asked for the next; a part must not run a loop of events of its own.
    """

    def __init__(self, parts: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    def begin(self) -> None:
        """Make the first part in the next turn of the window, and each other one in a turn of its own."""
        self._turns.start()

    def finish(self) -> None:
        """Make at once whatever is not made yet."""
        self._turns.stop()
        for _ in self._parts:
            pass

    def leave(self) -> None:
        """Make nothing more: the window closes."""
        self._turns.stop()
        self._parts = iter(())

    def _turn(self) -> None:
        try:
            next(self._parts)
        except StopIteration:
            self._turns.stop()

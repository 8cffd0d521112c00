"""What a room beside the window is: it answers the commands of one kind of work, and says what came of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Room(QObject):
    """Answers the commands of one kind of work.

    Signals:
        said(str): a line for the status bar.
    """

    said = Signal(str)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return the method of each command this room answers: each by its id in ``ui/actions.py``."""
        raise NotImplementedError

"""How window and desk are left: once the last step is kept, and what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from factdesk.ui.window.rooms.made import Parts


class Leaving(QObject):
    """Closes the desk or the window when the person wants it, at once or after what is still to be kept.

    Steps that wait are waited for: nobody could be told any more that they were not kept. Where typed words cannot be
    kept the person is asked.

    Signals:
        said(str): a line for the foot of the window.
    """

    said = Signal(str)

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._claim, self._desks = parts.bench, parts.page.claim, parts.desks
        self._window, self._wanted = window, False

    def commands(self) -> dict[str, Callable[[], None]]:
        """The method of each command that leaves."""
        return {"quit": self._quit, "close-desk": self._close_desk}

    def may_close(self) -> bool:
        """Keep what is half typed; say whether the window can close now. If not, it closes after the last step."""
        self._bench.half_typed.keep()
        self._claim.commit_typing()
        if not self._bench.after_all(self._close_at_last):
            return True
        self._wanted = self._bench.keeping
        if self._wanted:
            self.said.emit(self.tr("The window closes once the last step is kept."))
        return False

    def stay(self) -> None:
        """Let the window stay open after the last step, whatever was wanted before."""
        self._wanted = False

    def _quit(self) -> None:
        self._window.close()

    def _close_desk(self) -> None:
        self._claim.commit_typing()
        if not self._bench.after_all(self._close_desk):
            self._desks.leave()

    def _close_at_last(self) -> None:
        """Close the window if that was asked for while a step was being kept."""
        if self._wanted:
            QTimer.singleShot(0, self._window, self._window.close)

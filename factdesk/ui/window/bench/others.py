"""What other programs do at the desk while the window has it open: looked for twice a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.ui.window.bench.steps import Step, Steps
from factdesk.work.beside import HEAVY
from factdesk.work.session import Session

POLL_MS = 500
"""How often the window looks for what the command line or another program wrote."""


class Others(QObject):
    """Has the session hear of what others wrote, while no step is under way beside the window.

    Signals:
        unrecorded(): one of them wrote what the record does not tell of.
    """

    unrecorded = Signal()

    def __init__(self, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)
        steps.free.connect(self._look)
        steps.fell_behind.connect(self.stop)

    def watch(self) -> None:
        """Look for others from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look for nobody any more."""
        self._timer.stop()

    def _look(self) -> None:
        self._timer.stop()  # a desk that cannot be read must not open a box every half second
        if not self._steps.behind and not self._steps.busy and self._steps.tried(self._hear):
            self._timer.start()

    def _hear(self, session: Session) -> None:
        if session.hearing.unheard_bytes() > HEAVY:
            self._steps.take(Step(None, self.tr("Reading what changed…")))
        else:
            session.hearing.poll()
            if session.hearing.unrecorded:
                self.unrecorded.emit()

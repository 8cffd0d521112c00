"""The Qt half of a job: it runs in a pool, its news arrives in the GUI thread, it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from factdesk.ui.style import Role, set_role
from factdesk.work.jobs import Cancelled, Job

T = TypeVar("T")

PATIENCE = 300  # milliseconds before a bar is worth showing


class RunningJob(QObject, Generic[T]):
    """One job under way. Lives in the GUI thread; is the ``Watch`` the job looks at.

    Signals cross from the worker to this object's own slots, so Qt queues them: nothing below
    ``_work`` ever runs outside the GUI thread. Keep a reference until ``ended``.

    Args:
        job: gets this object as its watch; must not touch a widget or the open desk.
        done: called with the result, unless the person cancelled meanwhile.
        failed: called with what the job raised, known trouble or bug, unless cancelled.
    """

    progressed = Signal(int, int)
    """done, total."""
    ended = Signal()
    """Always the last, once: after success, failure or cancel."""
    _news = Signal(object)

    def __init__(self, job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._job, self._done, self._failed = job, done, failed
        self._stop = threading.Event()
        self._news.connect(self._deliver)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, in ``pool`` or in the application's own."""
        (pool or QThreadPool.globalInstance()).start(self._work)

    def cancel(self) -> None:
        """Ask the job to stop; ``ended`` follows, neither ``done`` nor ``failed`` does."""
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _work(self) -> None:
        try:
            result = self._job(self)
        except Cancelled:
            self._news.emit(_nothing)
        except Exception as error:  # noqa: BLE001  carried over, and handled in the GUI thread
            problem = error
            self._news.emit(lambda: self._failed(problem))
        else:
            self._news.emit(lambda: self._done(result))

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        try:
            if not self.cancelled():
                call()
        finally:
            self.ended.emit()


class JobBar(QWidget):
    """One line that tells of a job and can stop it; it shows itself only when the job takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running: RunningJob[object] | None = None
        self._label = QLabel()
        set_role(self._label, Role.QUIET)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(6)
        self._bar.setMinimumWidth(120)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        set_role(self.cancel_button, Role.FLAT)
        self.cancel_button.clicked.connect(self._cancel)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def watch(self, running: RunningJob[T], text: str) -> None:
        """Tell of ``running`` from now on, in place of whatever was told of before.

        Args:
            text: what is being done, as a sentence: "Reading “flood.txt”…".
        """
        self._forget()
        self._running = running  # type: ignore[assignment]  # the bar never looks at the result
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        self.cancel_button.setAccessibleName(self.tr("Cancel: {0}").format(text))
        self.cancel_button.setEnabled(True)
        self._bar.setRange(0, 0)
        running.progressed.connect(self._progressed)
        running.ended.connect(self._forget)
        self._late.start()

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot()
    def _forget(self) -> None:
        if self._running is not None:
            self._running.progressed.disconnect(self._progressed)
            self._running.ended.disconnect(self._forget)
        self._running = None
        self._late.stop()
        self.hide()

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self.cancel_button.setEnabled(False)
            self._label.setText(self.tr("Stopping…"))


def _nothing() -> None:
    """A cancelled job has no result to tell of."""

"""The Qt half of a job: it runs in a pool, its news arrives in the GUI thread, it can be stopped."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import cache
from typing import Any, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QSize, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from factdesk.ui.motion import moves
from factdesk.ui.slices import Slices
from factdesk.ui.style import Role, set_role
from factdesk.work.jobs import Cancelled, Job

T = TypeVar("T")

PATIENCE = 300  # milliseconds before a bar is worth showing
_FRAME = 8
"""Pixels above and below the words of its button, which is the tallest part of a bar."""

_TURN = sys.getswitchinterval()
_SHORT_TURN = _TURN / 10
"""Seconds a thread may keep others from Python: the window asks for its turn again after each call into Qt."""


class RunningJob(QObject, Generic[T]):
    """One job under way. Lives in the GUI thread, is kept alive until it ended, and is deleted then.

    What hears its signals is let go of with it: a listener that names the job would keep it, and the article that it
    read, for as long as the program runs.

    Args:
        job: must not touch a widget or the open desk.
        done: called in the GUI thread with the result, unless the person cancelled meanwhile.
        failed: called there with what the job raised, known trouble or bug, unless cancelled.
    """

    progressed = Signal(int, int)
    """done, total."""
    settled = Signal()
    """It can no longer be stopped."""
    over = Signal()
    """Nothing is worked out any more: what came of it is told next, and may ask the person something."""
    ended = Signal()
    """Always the last, once: after success, failure or cancel."""

    def __init__(self, job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._done, self._failed = done, failed
        self._worker = _Worker(job, _post())

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, in ``pool`` or in the application's own."""
        _under_way[self._worker] = self
        sys.setswitchinterval(_SHORT_TURN)
        (pool or QThreadPool.globalInstance()).start(self._worker.work)

    def settle(self) -> None:
        """Let nobody stop it from now on; not called once it was cancelled."""
        self._worker.settle()

    def cancel(self) -> None:
        """Ask the job to stop; ``ended`` follows, neither ``done`` nor ``failed`` does, unless it had settled."""
        self._worker.ask_stop()

    def cancelled(self) -> bool:
        return self._worker.cancelled()

    def deliver(self, outcome: _Outcome) -> None:
        """Tell what came of it; called once, in the GUI thread."""
        try:
            self.over.emit()
            if self.cancelled():
                return
            if outcome.error is not None:
                self._failed(outcome.error)
            else:
                self._done(outcome.result)  # type: ignore[arg-type]  # the worker's result is this job's
        finally:
            self.ended.emit()
            self.deleteLater()


class _Outcome(Struct, frozen=True):
    result: object = None
    error: Exception | None = None


class _Worker:
    """What runs in the pool, and the ``Watch`` the job looks at.

    It holds no ``RunningJob``: a thread that let go of it last would destroy a QObject of the GUI thread.
    """

    def __init__(self, job: Job[T], post: _Post) -> None:
        self._job, self._post = job, post
        self._told = (-1, -1)
        self._stop = self._settled = False
        self._deciding = threading.Lock()

    def cancelled(self) -> bool:
        return self._stop

    def ask_stop(self) -> None:
        with self._deciding:
            self._stop = not self._settled

    def settle(self) -> None:
        with self._deciding:
            if self._stop:
                raise Cancelled
            self._settled = True
        self._post.settled.emit(self)

    def progress(self, done: int, total: int) -> None:
        if (done, total) != self._told:  # signs of life come by the thousand, and would leave the window no turn
            self._told = (done, total)
            self._post.progressed.emit(self, done, total)

    def work(self) -> None:
        try:
            outcome = _Outcome(self._job(self))
        except Cancelled:
            self._stop = True
            outcome = _Outcome()
        except Exception as error:  # noqa: BLE001  carried over, and handled in the GUI thread
            outcome = _Outcome(error=error)
        if isValid(self._post):  # else the program has ended meanwhile, and nobody is left to be told
            self._post.ended.emit(self, outcome)


class _Post(QObject):
    """Carries news from workers to the GUI thread: its signals meet its own slots, so Qt queues them."""

    progressed = Signal(object, int, int)
    settled = Signal(object)
    ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.progressed.connect(self._progressed)
        self.settled.connect(self._settled)
        self.ended.connect(self._ended)

    @Slot(object, int, int)
    def _progressed(self, worker: _Worker, done: int, total: int) -> None:
        _under_way[worker].progressed.emit(done, total)

    @Slot(object)
    def _settled(self, worker: _Worker) -> None:
        _under_way[worker].settled.emit()

    @Slot(object, object)
    def _ended(self, worker: _Worker, outcome: _Outcome) -> None:
        running = _under_way.pop(worker)
        if not _under_way:
            sys.setswitchinterval(_TURN)
        running.deliver(outcome)


_under_way: dict[_Worker, RunningJob[Any]] = {}


@cache
def _post() -> _Post:
    """Return the one post office; the first job is made in the GUI thread, so it lives there."""
    return _Post()


class JobBar(QWidget):
    """One line that tells of a job and can stop it; it shows itself only when the job takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running: RunningJob[Any] | Slices | None = None
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self.show)
        self.hide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high before its first job as with it: where it stands need not grow for it."""
        words = self.fontMetrics().size(0, self.tr("Cancel"))  # as a button measures them: a pixel more than the type
        return super().minimumSizeHint().expandedTo(QSize(0, words.height() + _FRAME))

    def _make(self) -> None:
        """Make what the bar shows, for the first job: a window begins without one."""
        self._label = QLabel()
        set_role(self._label, Role.QUIET)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(6)
        self._bar.setMinimumWidth(120)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        set_role(self.cancel_button, Role.FLAT)
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)

    def watch(self, running: RunningJob[T] | Slices, text: str) -> None:
        """Tell of ``running`` from now on, in place of whatever was told of before.

        Args:
            text: what is being done, as a sentence: "Reading “flood.txt”…".
        """
        if self.layout() is None:
            self._make()
        self._forget()
        self._running = running
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        self.cancel_button.setAccessibleName(self.tr("Cancel: {0}").format(text))
        self.cancel_button.setEnabled(True)
        self._bar.setRange(0, 0 if moves(self) else 1)  # a stripe runs where the end is not known
        self._bar.setValue(0)
        running.progressed.connect(self._progressed)
        running.settled.connect(self._settled)
        running.ended.connect(self._forget)
        if isinstance(running, RunningJob):
            running.over.connect(self._put_away)
        self._late.start()

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot()
    def _settled(self) -> None:
        self.cancel_button.setEnabled(False)

    @Slot()
    def _forget(self) -> None:
        if self._running is not None:
            self._running.progressed.disconnect(self._progressed)
            self._running.settled.disconnect(self._settled)
            self._running.ended.disconnect(self._forget)
            if isinstance(self._running, RunningJob):
                self._running.over.disconnect(self._put_away)
        self._running = None
        self._put_away()

    @Slot()
    def _put_away(self) -> None:
        self._late.stop()
        self.hide()

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self.cancel_button.setEnabled(False)
            self._label.setText(self.tr("Stopping…"))

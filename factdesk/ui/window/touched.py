"""A desk of today that another hand changed: it is worked on, and what was found is told as long as it is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from factdesk.ui import written
from factdesk.ui.jobs import RunningJob
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.frame.notices import Notices
from factdesk.ui.window.jobs import Jobs
from factdesk.work.jobs import Watch

REST_MS = 2_000
"""How long a desk rests after it was opened, or touched, before it is looked through."""

_ABOUT = "touched"


class DeskTouched(QObject):
    """Looks through each desk that is opened, beside the window, and again when somebody wrote past its record.

    Where looking needs a copy (``Session.unsafe_place``) it is left to *Verify* and to the backups.
    """

    def __init__(self, bench: Workbench, jobs: Jobs, notices: Notices, actions: Mapping[str, QAction]) -> None:
        super().__init__(notices)
        self._bench, self._jobs, self._notices, self._actions = bench, jobs, notices, actions
        self._running: RunningJob[tuple[str, ...]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        bench.session_changed.connect(self._begin)
        bench.others.unrecorded.connect(self._rest.start)

    def take(self, found: tuple[str, ...]) -> None:
        """Take over what was found in the desk that is open; nothing, where it is sound."""
        session = self._bench.session
        if session is None or session.found:
            return
        session.touched = found
        if not found:
            self._notices.drop(_ABOUT)
            return
        one = self.tr("1 thing in it was changed by another hand")
        faults = written.counted(len(found), one, self.tr("{0} things in it were changed by another hand"))
        told = self.tr(
            "This desk does not verify: {0}. What you do is kept, and its record and reports go on naming what was "
            "changed. No backup is taken of it."
        ).format(faults)
        offers = ((self.tr("What was changed…"), "verify"), (self.tr("Restore…"), "restore"))
        self._notices.tell(_ABOUT, told, tuple((name, self._actions[command].trigger) for name, command in offers))

    def _begin(self) -> None:
        """Another desk is open, or none: nobody waits for what was looked through."""
        if self._running is not None:
            self._running.cancel()
        self._notices.drop(_ABOUT)
        self._rest.start()

    def _look(self) -> None:
        session = self._bench.session
        if session is None or session.found or session.unsafe_place() is not None:
            return
        if self._jobs.busy():
            self._rest.start()
            return

        def job(watch: Watch) -> tuple[str, ...]:
            from factdesk.work.verification import verify_job  # in the job's thread: the window does not wait for it

            return verify_job(session)(watch)

        # A desk that cannot be read is told of by whatever the person does next.
        running = self._running = self._jobs.start(job, self.take, failed=lambda _problem: None)
        running.ended.connect(lambda: self._ended(running))

    def _ended(self, running: RunningJob[tuple[str, ...]]) -> None:
        if self._running is running:
            self._running = None

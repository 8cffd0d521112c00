"""Backups by the clock and by hand, and putting one back.

What makes backups is imported when it is wanted: the start does not pay for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from factdesk.errors import FactDeskError
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.desks import DeskRoom
from factdesk.ui.window.rooms.preferences import PreferencesRoom
from factdesk.ui.window.rooms.room import Room
from factdesk.work.jobs import Watch

if TYPE_CHECKING:
    from factdesk.work.backup import Backup

LOOK_MS = 60_000
"""How often the window asks whether a backup is due; ``work.backup_clock.EVERY`` says when one is."""


class BackupRoom(Room):
    """Takes backups beside the window and restores the one the person chooses."""

    def __init__(
        self, bench: Workbench, preferences: PreferencesRoom, desks: DeskRoom, jobs: Jobs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bench, self._preferences, self._desks, self._jobs, self._window = bench, preferences, desks, jobs, window
        self._tried: float | None = None
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"backup": self.take, "restore": self.ask_restore}

    def take(self) -> None:
        """Take a backup now."""
        self._start(self._taken)

    def ask_restore(self) -> None:
        """Let the person choose a backup, and put it in the place of the open desk, or of one that did not open."""
        from factdesk.ui.dialogs.restore import RestoreDialog
        from factdesk.work.backup import backups, folder_of

        session = self._bench.session
        desk = session.path if session is not None else self._desks.refused or self._desks.ask_path()
        if desk is None:
            return
        dialog = RestoreDialog(backups(folder_of(desk)), folder_of(desk), self._window)
        chosen = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
        if chosen is not None:
            self.restore(desk, chosen)

    def restore(self, desk: Path, chosen: Path) -> None:
        """Close the desk, let the backup take its place beside the window, and open it again.

        While others have the desk it can be stopped; then the desk is opened as it was.
        """
        if self._bench.after_all(lambda: self.restore(desk, chosen)):
            return
        person = self._preferences.person()
        self._desks.leave()

        def job(watch: Watch) -> FactDeskError | None:
            from factdesk.work.backup import restore

            try:
                restore(desk, chosen, person, watch)
            except FactDeskError as problem:
                return problem
            return None

        told = self.tr("Restoring the backup…")
        running = self._jobs.start(job, lambda problem: self._restored(desk, problem), told)
        running.ended.connect(lambda: self._desks.open(desk) if running.cancelled() else None)

    # --- inside

    def _look(self) -> None:
        from factdesk.work.backup_clock import EVERY, due

        session, now = self._bench.session, time.monotonic()
        try:
            # One that failed is not tried again each minute.
            rested = self._tried is None or now - self._tried >= EVERY.total_seconds()
            wanted = session is not None and rested and not self._jobs.busy() and due(session)
        except FactDeskError:
            return  # the desk cannot be read just now; whatever the person does next says so
        if wanted:
            self._tried = now
            self._start(lambda _backup: None)

    def _start(self, done: Callable[[Backup | None], None]) -> None:
        session = self._bench.session
        if session is None:
            return
        from factdesk.work.backup_clock import backup_job

        self._jobs.start(backup_job(session), done, self.tr("Backing up the desk…"))

    def _restored(self, desk: Path, problem: FactDeskError | None) -> None:
        if problem is not None:
            self._bench.trouble.emit(problem)
        if self._desks.open(desk) and problem is None:
            self.said.emit(self.tr("The backup was restored. The desk of before is among the backups now."))

    def _taken(self, made: Backup | None) -> None:
        if made is None:
            self.said.emit(self.tr("Nothing was done since the newest backup, so none was made."))
        else:
            self.said.emit(self.tr("Backed up as {0}.").format(made.path))

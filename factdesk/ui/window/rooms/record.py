"""The record of the desk: steps taken back and done again, looked at, verified."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from factdesk.model.event import Event
from factdesk.ui.actions import said
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.room import Room
from factdesk.work.session import Session

if TYPE_CHECKING:
    from factdesk.errors import FactDeskError
    from factdesk.work.history import Record


class RecordRoom(Room):
    """Takes steps back, shows what was done at the desk, and checks that it is what was written.

    Signals:
        verified(object tuple[str, ...]): the desk was looked through; what another hand did to it.
    """

    verified = Signal(object)

    def __init__(self, bench: Workbench, jobs: Jobs, page: CasePage) -> None:
        super().__init__(page)
        self._bench, self._jobs, self._page = bench, jobs, page

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"undo": self.undo, "redo": self.redo, "history": self.show, "verify": self.verify}

    def undo(self) -> None:
        """Take the newest step back; what is being typed is a step, too."""
        self._page.claim.commit_typing()
        self._bench.undo(partial(self._tell, self.tr("Undone: {0}")))

    def redo(self) -> None:
        """Do again what was undone last, unless something is being typed: that is a step of its own."""
        self._page.claim.commit_typing()
        self._bench.redo(partial(self._tell, self.tr("Done again: {0}")))

    def _tell(self, told: str, step: Event) -> None:
        """Tell which step it was; an article that it brought back is shown where none is."""
        self.said.emit(told.format(said(step.label)))
        if self._bench.case is None and step.article_id is not None:
            there = self._bench.read(Session.articles) or ()
            if any(card.id == step.article_id for card in there):
                self._bench.open_article(step.article_id)

    def show(self) -> None:
        """Show the record; steps of the person's own can be taken back down to a chosen one."""
        from factdesk.ui.dialogs.history import HistoryDialog
        from factdesk.work.history import record_job

        session = self._bench.session
        if session is None:
            return
        dialog, closed = HistoryDialog(self._page.window(), only_read=self._bench.only_read), list[int]()
        dialog.finished.connect(closed.append)

        def read() -> None:
            running = self._jobs.start(record_job(session), told, self.tr("Reading the record…"), not_read)
            dialog.finished.connect(running.cancel)

        def not_read(problem: FactDeskError) -> None:
            dialog.reject()
            self._bench.trouble.emit(problem)

        def told(record: Record) -> None:
            dialog.show_record(record, {str(key): number for key, number in self._bench.numbers.items()})

        def go_on(seq: int) -> None:
            if not closed:
                QTimer.singleShot(0, dialog, lambda: undo_down_to(seq))

        def undo_down_to(seq: int) -> None:
            """One step in each turn of the window; closing the dialog leaves the others as they are."""
            event = self._bench.read(Session.next_undo)
            more = event is not None and event.seq >= seq
            if not (more and self._bench.undo(lambda _: go_on(seq))) and not closed:
                read()

        dialog.undo_down_to.connect(undo_down_to)
        read()
        dialog.exec()

    def verify(self) -> None:
        """Check the record beside the window and say what was found."""
        from factdesk.work.verification import verify_job

        session = self._bench.session
        if session is not None:
            self._jobs.start(verify_job(session), self._verified, self.tr("Verifying the record…"))

    def _verified(self, found: tuple[str, ...]) -> None:
        self.verified.emit(found)
        if not found:
            self.said.emit(self.tr("The desk is sound: every row, file and step is as it was written."))
            return
        from factdesk.errors import VerificationFailedError

        self._bench.trouble.emit(
            VerificationFailedError(
                self.tr("The desk is not sound"), "\n".join(found), self.tr("Keep the file, and restore a backup.")
            )
        )

"""The report in the window: built beside it, shown as the pages that will print, saved and printed.

What builds, shows and prints it is imported when it is wanted first: the start does not pay for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factdesk import __version__
from factdesk.model.clock import now
from factdesk.rules.registers.reading import reading_of
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.room import Room
from factdesk.ui.window.trouble import trouble_shown
from factdesk.work.jobs import Job, Watch, making_what_stays

if TYPE_CHECKING:
    from factdesk.ui.report.pane import ReportPane


class ReportRoom(Room):
    """Builds, shows, saves and prints the report of the case on the bench.

    Signals:
        shown(object ReportPane): the report wants to be looked at; closed(): the article does.
        paper_changed(str): another paper was chosen, "a4" or "letter".
    """

    shown = Signal(object)
    closed = Signal()
    paper_changed = Signal(str)

    def __init__(self, bench: Workbench, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._jobs, self._window = bench, jobs, window
        self.pane: ReportPane | None = None
        self.paper = "a4"
        bench.case_changed.connect(lambda _changes: self._follow())
        bench.case_shown.connect(self.release)

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"report": self.show, "print": self.print, "save-report": lambda: self.save(".pdf")}

    def show(self) -> None:
        """Show the pages as they would print now."""
        with trouble_shown(self._bench.trouble):
            job = self._job(".pdf")
            if job is not None:
                pane = self._own_pane()
                pane.show_building(self._jobs.start(job, pane.show_pdf))
                self.shown.emit(pane)

    def save(self, suffix: str) -> None:
        """Let the person say where, then write it."""
        case = self._bench.case
        if case is None:
            return
        from factdesk.ui.dialogs.saving import Wanted, ask_where

        kinds = {".pdf": self.tr("PDF"), ".html": self.tr("Web page"), ".md": self.tr("Markdown")}
        kinds = {suffix: kinds.pop(suffix), **kinds}
        name = f"{_file_name(case.article.details.title)}{suffix}"
        path = ask_where(Wanted(self.tr("Save the report"), name, kinds), self._window)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the report in the format the ending says; the claims' numbers are fixed from now on."""
        from factdesk.report.file import refuse_what_cannot_be_written

        with trouble_shown(self._bench.trouble):
            refuse_what_cannot_be_written(path)
            self._finally(path.suffix, lambda data: self._write(path, data), self.tr("Writing the report…"))

    def print(self) -> None:
        """Send the pages to a printer the person chooses; the claims' numbers are fixed from now on."""
        case = self._bench.case
        if case is not None:
            title = case.article.details.title
            self._finally(".pdf", lambda data: self._print(data, title), self.tr("Making the pages…"))

    def release(self) -> None:
        """Let go of the pages shown: the window closes, or another article is on the bench."""
        if self.pane is not None:
            self.pane.release()

    # --- inside

    def _follow(self) -> None:
        """A step was taken while the pages are looked at, or taken back: make them anew."""
        if self.pane is not None and self.pane.isVisible():
            self.show()

    def _own_pane(self) -> ReportPane:
        from factdesk.ui.report.pane import ReportPane

        if self.pane is None:
            self.pane = ReportPane()
            self.pane.save_asked.connect(self.save)
            self.pane.print_asked.connect(self.print)
            self.pane.paper_chosen.connect(self._choose_paper)
            self.pane.closed.connect(self.closed)
        self.pane.show_paper(self.paper)
        return self.pane

    def _finally(self, suffix: str, done: Callable[[bytes], None], told: str) -> None:
        """Make the report that leaves the desk, once the numbers of its claims are fixed."""
        from factdesk.work.bulk import numbers_to_fix

        def start() -> None:
            with trouble_shown(self._bench.trouble):
                job = self._job(suffix, verified=True)
                if job is not None:
                    in_vain = self.pane is not None and self.pane.stop_building()
                    running = self._jobs.start(job, done, told)
                    if in_vain:  # beside the other, either would take twice as long
                        running.ended.connect(self._follow)

        case = None if self._bench.only_read else self._bench.case
        edit = None if case is None else numbers_to_fix(case)
        if edit is None:
            start()
        else:
            self._bench.run(edit, start)

    def _job(self, suffix: str, *, verified: bool = False) -> Job[bytes] | None:
        """Gather the facts here and now; the job reads the record and computes. None where no case is on the bench.

        Args:
            verified: the desk is looked through, and the report says what another hand did to it.

        Raises:
            FactDeskError: the desk could not be read.
        """
        from factdesk.work.aside import read_aside
        from factdesk.work.imprint import imprint_of

        session, case = self._bench.session, self._bench.case
        if session is None or case is None:
            return None
        imprint, last, paper = imprint_of(session), session.step_count(), self.paper
        record = read_aside(session, lambda desk: desk.events(case.article.id))

        def job(watch: Watch) -> bytes:
            from factdesk.report.appendices import Found
            from factdesk.report.build import ReportSetting, build
            from factdesk.report.formats import render
            from factdesk.work.registers import registers_job  # with all the rules: 40 ms that the window does not wait
            from factdesk.work.verification import verify_job

            told = replace(imprint, found=verify_job(session)(watch)) if verified and not session.found else imprint
            setting = ReportSetting(imprint=told, printed_at=now(), program_version=__version__)
            with making_what_stays():  # a report is half a million things, and none of them garbage
                events = tuple(event for event in record(watch) if event.seq <= last)  # later ones are not in the case
                found = registers_job(reading_of(case))(watch)
                return render(build(case, events, setting, Found(found.registers, found.ladder)), suffix, paper)

        return job

    def _choose_paper(self, paper: str) -> None:
        self.paper = paper
        self.paper_changed.emit(paper)
        self.show()

    def _write(self, path: Path, data: bytes) -> None:
        from factdesk.report.file import write

        with trouble_shown(self._bench.trouble):
            write(path, data)
            self.said.emit(self.tr("Saved as {0}.").format(path))

    def _print(self, data: bytes, title: str) -> None:
        from factdesk.ui.report.printing import print_report

        with trouble_shown(self._bench.trouble):
            done = print_report(data, title, self.paper, self._window)
            if done:
                self.said.emit(done)


def _file_name(title: str) -> str:
    """Return a title as a file name every system takes."""
    kept = "".join(char if char.isalnum() or char in " -–" else " " for char in title)
    return " ".join(kept.split())[:80] or "report"

"""The rooms of one window, each made and wired when it is wanted first.

The start wants none of them. The window asks for all once the article was painted; a command that comes before that
finds them made, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.desks import DeskRoom
from factdesk.ui.window.rooms.preferences import PreferencesRoom
from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.ui.window.rooms.article import ArticleRoom
    from factdesk.ui.window.rooms.backups import BackupRoom
    from factdesk.ui.window.rooms.checking import Checking
    from factdesk.ui.window.rooms.claim import ClaimRoom
    from factdesk.ui.window.rooms.help import HelpRoom
    from factdesk.ui.window.rooms.intake import IntakeRoom
    from factdesk.ui.window.rooms.marking import Marking
    from factdesk.ui.window.rooms.pencil import PencilRoom
    from factdesk.ui.window.rooms.questions import QuestionRoom
    from factdesk.ui.window.rooms.record import RecordRoom
    from factdesk.ui.window.rooms.registers import RegisterRoom
    from factdesk.ui.window.rooms.reporting import ReportRoom
    from factdesk.ui.window.rooms.searching import SearchRoom
    from factdesk.ui.window.rooms.tellings import TellingRoom

_ANSWERING = (
    "checking", "claim", "marking", "intake", "backups", "record", "reports", "help", "registers", "questions",
    "tellings", "pencil", "searching", "article",
)  # fmt: skip
"""Rooms that answer commands."""

R = TypeVar("R", bound=Room)


class Parts(Struct, frozen=True):
    """What of a window its rooms work with; each is given those it needs."""

    bench: Workbench
    jobs: Jobs
    row: CurrentRow
    preferences: PreferencesRoom
    desks: DeskRoom
    page: CasePage


class Rooms(QObject):
    """The rooms beside the window.

    Signals:
        said(str): a line for the foot of the window.
        sample_wanted(): open the sample article.
        report_shown(object QWidget): the report wants to be looked at; report_closed(): the article does.
        verified(object tuple[str, ...]): as ``RecordRoom``.
        paper_chosen(str): print on this paper from now on, "a4" or "letter".
    """

    said = Signal(str)
    sample_wanted = Signal()
    report_shown = Signal(object)
    report_closed = Signal()
    verified = Signal(object)
    paper_chosen = Signal(str)

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        article, checklist = parts.page.article, parts.page.checklist
        article.files_dropped.connect(lambda files: self.intake.take_files(files))
        article.text_dropped.connect(lambda text: self.intake.take_text(text))
        article.restore_asked.connect(lambda segment: self.marking.restore(segment))
        checklist.row_activated.connect(lambda kind, _id: self.claim.enter(kind))
        checklist.further_asked.connect(lambda: self.article.propose_further())

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return the method of each command the rooms answer; all of them are made for it."""
        return {name: method for room in self.made() for name, method in room.commands().items()}

    def made(self) -> Iterator[Room]:
        """Return each room that answers commands, made when it is asked for."""
        for name in _ANSWERING:
            yield getattr(self, name)

    def print_on(self, paper: str) -> None:
        """Show and print the report on this paper from now on."""
        if "reports" in vars(self):
            self.reports.paper = paper

    def shows_report(self, page: QWidget) -> bool:
        """Say whether ``page`` is the report's."""
        return "reports" in vars(self) and self.reports.pane is page

    def release(self) -> None:
        """Let go of what the rooms hold open; the window closes."""
        if "reports" in vars(self):
            self.reports.release()

    @cached_property
    def checking(self) -> Checking:
        from factdesk.ui.window.rooms.checking import Checking

        return self._heard(Checking(self._parts.bench, self._parts.row, self._parts.page))

    @cached_property
    def claim(self) -> ClaimRoom:
        from factdesk.ui.window.rooms.claim import ClaimRoom

        return self._heard(ClaimRoom(self._parts.bench, self._parts.row, self.checking, self._parts.page))

    @cached_property
    def marking(self) -> Marking:
        from factdesk.ui.window.rooms.marking import Marking

        return self._heard(Marking(self._parts.bench, self._parts.row, self.checking, self._parts.page.article))

    @cached_property
    def article(self) -> ArticleRoom:
        from factdesk.ui.window.rooms.article import ArticleRoom

        return self._heard(ArticleRoom(self._parts.bench, self._parts.jobs, self._window))

    @cached_property
    def registers(self) -> RegisterRoom:
        from factdesk.ui.window.rooms.registers import RegisterRoom

        return self._heard(RegisterRoom(self._parts.bench, self._parts.jobs, self._parts.page))

    @cached_property
    def questions(self) -> QuestionRoom:
        from factdesk.ui.window.rooms.questions import QuestionRoom

        parts = self._parts
        return self._heard(QuestionRoom(parts.bench, parts.row, parts.page, self.registers))

    @cached_property
    def tellings(self) -> TellingRoom:
        from factdesk.ui.window.rooms.tellings import TellingRoom

        parts = self._parts
        return self._heard(TellingRoom(parts.bench, parts.row, parts.page, self.registers))

    @cached_property
    def pencil(self) -> PencilRoom:
        from factdesk.ui.window.rooms.pencil import PencilRoom

        return self._heard(PencilRoom(self._parts.bench, self._parts.row, self._parts.page))

    @cached_property
    def searching(self) -> SearchRoom:
        from factdesk.ui.window.rooms.searching import SearchRoom

        parts = self._parts
        return self._heard(SearchRoom(parts.bench, parts.row, parts.jobs, parts.page.article))

    @cached_property
    def help(self) -> HelpRoom:
        from factdesk.ui.window.rooms.help import HelpRoom

        room = self._heard(HelpRoom(self._window))
        room.sample_asked.connect(self.sample_wanted)
        return room

    @cached_property
    def intake(self) -> IntakeRoom:
        from factdesk.ui.window.rooms.intake import IntakeRoom

        room = self._heard(IntakeRoom(self._parts.bench, self._parts.jobs, self._window))
        room.desk_wanted.connect(self._open_usual_desk)
        room.desk_dropped.connect(self._parts.desks.open)
        return room

    @cached_property
    def backups(self) -> BackupRoom:
        from factdesk.ui.window.rooms.backups import BackupRoom

        parts = self._parts
        return self._heard(BackupRoom(parts.bench, parts.preferences, parts.desks, parts.jobs, self._window))

    @cached_property
    def record(self) -> RecordRoom:
        from factdesk.ui.window.rooms.record import RecordRoom

        room = self._heard(RecordRoom(self._parts.bench, self._parts.jobs, self._parts.page))
        room.verified.connect(self.verified)
        return room

    @cached_property
    def reports(self) -> ReportRoom:
        from factdesk.ui.window.rooms.reporting import ReportRoom

        room = self._heard(ReportRoom(self._parts.bench, self._parts.jobs, self._window))
        room.paper = self._parts.preferences.kept.paper
        room.shown.connect(self.report_shown)
        room.closed.connect(self.report_closed)
        room.paper_changed.connect(self.paper_chosen)
        return room

    def _heard(self, room: R) -> R:
        """Have what the room says told on."""
        room.said.connect(self.said)
        return room

    def _open_usual_desk(self, after: Callable[[], None]) -> None:
        """Open the desk articles go to, and go on where that was possible."""
        if self._parts.desks.open_usual():
            after()

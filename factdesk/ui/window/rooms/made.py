"""The rooms beside the window: what makes and wires each, when it is wanted first.

The start wants none of them. The window asks for all once the article was painted (``MainWindow.furnish``); a command
that comes before that finds them made, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.ui.window.main_window import MainWindow
    from factdesk.ui.window.rooms.article import ArticleRoom
    from factdesk.ui.window.rooms.backups import BackupRoom
    from factdesk.ui.window.rooms.help import HelpRoom
    from factdesk.ui.window.rooms.intake import IntakeRoom
    from factdesk.ui.window.rooms.marking import Marking
    from factdesk.ui.window.rooms.pencil import PencilRoom
    from factdesk.ui.window.rooms.questions import QuestionRoom
    from factdesk.ui.window.rooms.registers import RegisterRoom
    from factdesk.ui.window.rooms.reporting import ReportRoom
    from factdesk.ui.window.rooms.searching import SearchRoom
    from factdesk.ui.window.rooms.tellings import TellingRoom


R = TypeVar("R", bound=Room)


def _heard(room: R, window: MainWindow) -> R:
    """Have the window say what the room says."""
    room.said.connect(window.say)
    return room


def marking(window: MainWindow) -> Marking:
    from factdesk.ui.window.rooms.marking import Marking

    return _heard(Marking(window.bench, window.checking, window.case_page.article), window)


def article(window: MainWindow) -> ArticleRoom:
    from factdesk.ui.window.rooms.article import ArticleRoom

    return _heard(ArticleRoom(window.bench, window.jobs, window), window)


def registers(window: MainWindow) -> RegisterRoom:
    from factdesk.ui.window.rooms.registers import RegisterRoom

    return _heard(RegisterRoom(window.bench, window.jobs, window.case_page), window)


def questions(window: MainWindow) -> QuestionRoom:
    from factdesk.ui.window.rooms.questions import QuestionRoom

    return _heard(QuestionRoom(window.bench, window.checking, window.case_page, window.registers), window)


def tellings(window: MainWindow) -> TellingRoom:
    from factdesk.ui.window.rooms.tellings import TellingRoom

    return _heard(TellingRoom(window.bench, window.checking, window.case_page, window.registers), window)


def pencil(window: MainWindow) -> PencilRoom:
    from factdesk.ui.window.rooms.pencil import PencilRoom

    return _heard(PencilRoom(window.bench, window.checking, window.case_page), window)


def searching(window: MainWindow) -> SearchRoom:
    from factdesk.ui.window.rooms.searching import SearchRoom

    return _heard(SearchRoom(window.bench, window.checking, window.jobs, window), window)


def help_room(window: MainWindow) -> HelpRoom:
    from factdesk.ui.window.rooms.help import HelpRoom

    room = _heard(HelpRoom(window), window)
    room.sample_asked.connect(window.open_sample)
    return room


def intake(window: MainWindow) -> IntakeRoom:
    from factdesk.ui.window.rooms.intake import IntakeRoom

    room = _heard(IntakeRoom(window.bench, window.jobs, window), window)
    room.desk_wanted.connect(window.open_usual_then)
    room.desk_dropped.connect(window.desks.open)
    return room


def backups(window: MainWindow) -> BackupRoom:
    from factdesk.ui.window.rooms.backups import BackupRoom

    room = _heard(BackupRoom(window.bench, window.desks, window.jobs, window), window)
    room.trouble.connect(window.show_trouble)
    return room


def reports(window: MainWindow) -> ReportRoom:
    from factdesk.ui.window.rooms.reporting import ReportRoom

    room = _heard(ReportRoom(window.bench, window.jobs, window), window)
    room.paper = window.preferences.paper
    room.shown.connect(window.show_report)
    room.closed.connect(window.show_page)
    room.paper_changed.connect(lambda paper: window.keep(window.desks.kept(replace(window.preferences, paper=paper))))
    return room

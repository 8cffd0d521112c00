"""The window: pages, menus, tool bar and status line. What its commands do lives in the rooms beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QStackedWidget, QWidget

from factdesk.assets import sample_article
from factdesk.errors import FactDeskError
from factdesk.model.ids import ArticleId
from factdesk.settings import Preferences, save_window_state, window_state
from factdesk.ui import written
from factdesk.ui.actions import made, said
from factdesk.ui.announcing import announce
from factdesk.ui.jobs import JobBar
from factdesk.ui.style import Role, set_role
from factdesk.ui.welcome.page import WelcomePage
from factdesk.ui.window.backups import BackupRoom
from factdesk.ui.window.bars import IN_ARTICLE, IN_CHECKLIST, Bars
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.checking import Checking
from factdesk.ui.window.desks import DeskRoom
from factdesk.ui.window.help import HelpRoom
from factdesk.ui.window.intake import DESK_SUFFIX, IntakeRoom
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.links import ask_and_open
from factdesk.ui.window.look import Look
from factdesk.ui.window.marking import Marking
from factdesk.ui.window.pencil import PencilRoom
from factdesk.ui.window.questions import QuestionRoom
from factdesk.ui.window.registers import RegisterRoom
from factdesk.ui.window.reporting import ReportRoom
from factdesk.ui.window.searching import SearchRoom
from factdesk.ui.window.tellings import TellingRoom
from factdesk.ui.window.workbench import Workbench

if TYPE_CHECKING:
    from factdesk.model.event import Event
    from factdesk.work.session import Session

ROOMY = 1000
"""Width in pixels from which the foot of the window has room for a line of keys."""

STATUS_MS = 8000
"""How long a line of news stays in the status bar."""


class MainWindow(QMainWindow):
    """One window on one desk."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self._wanted: ArticleId | None = None
        self.bench = Workbench(self)
        self.checking = Checking(self.bench, self)
        self.case_page = CasePage(self.bench, self.checking)
        self.welcome = WelcomePage()
        self.pages = QStackedWidget()
        for page in (self.welcome, self.case_page):
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self.job_bar = JobBar()
        self.jobs = Jobs(self.job_bar)
        self.marking = Marking(self.bench, self.checking, self.case_page.article)
        self.intake = IntakeRoom(self.bench, self.jobs, self)
        self.desks = DeskRoom(self.bench, self.jobs, preferences, self)
        self.backups = BackupRoom(self.bench, self.desks, self.jobs, self)
        self.registers = RegisterRoom(self.bench, self.jobs, self.case_page)
        self.questions = QuestionRoom(self.bench, self.checking, self.case_page, self.registers)
        self.pencil = PencilRoom(self.bench, self.checking, self.case_page)
        self.tellings = TellingRoom(self.bench, self.checking, self.case_page, self.registers)
        self.reports = ReportRoom(self.bench, self.jobs, self)
        self.searching = SearchRoom(self.bench, self.checking, self.jobs, self)
        self.look = Look(self.case_page, self)
        self.help = HelpRoom(self)
        self.actions_by_id = made(self, self._commands())
        self.bars = Bars(self, self.actions_by_id, self.bench, self.checking)
        self.bars.hint_keys(self.case_page.checklist, self.case_page.claim)
        self._fill_status_bar()
        self._wire()
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 420)
        self.resize(1440, 900)
        self.keep(preferences)
        self._restore_place()
        self._show_page()

    def open_sample(self) -> None:
        """Open the sample article on a desk of its own, made when it is wanted for the first time."""
        if self.desks.open_sample_desk():
            self.intake.open_as_proposed(sample_article())

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what the command line or another start named: a desk, or articles on the desk that is open."""
        articles = tuple(path for path in paths if path.suffix != DESK_SUFFIX)
        for desk in (path for path in paths if path.suffix == DESK_SUFFIX):
            self.desks.open(desk, articles)
        if articles and (self.bench.session is not None or self.desks.open_usual(articles)):
            for article in articles:
                self.intake.open_as_proposed(article)

    def go_on(self) -> None:
        """Open the desk and article the last window was closed on; the welcome page where there were none."""
        last = self.preferences.last_desk
        article = window_state().get("article", "")
        if last is not None and article and last.is_file():
            self._wanted = ArticleId(article)
            self.desks.open(last)

    def keep(self, preferences: Preferences) -> None:
        """Put changed preferences in force and keep them."""
        self.preferences = preferences
        self.look.take(preferences)
        self.desks.take(preferences)
        self.reports.paper = preferences.paper
        self.welcome.show_recent(preferences.recent)
        self.bars.show_recent(preferences.recent, self.desks.open)

    # --- Qt's own events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Keep what is half typed, where the window was, and let go of the desk."""
        self.case_page.claim.commit_typing()
        article = self.bench.case.article.id if self.bench.case else ""
        self.jobs.stop()
        self.reports.release()
        self._keep_place(article)
        self.desks.leave()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open dropped files, or take dropped words for an article."""
        event.acceptProposedAction()
        self.intake.take(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the line of keys up where there is no room for it."""
        super().resizeEvent(event)
        self._show_key_line()

    # --- inside

    def _show_key_line(self) -> None:
        self.key_line.setVisible(self.bench.case is not None and self.width() >= ROOMY)

    def _commands(self) -> dict[str, Callable[[], None]]:
        methods: dict[str, Callable[[], None]] = {
            "undo": self._undo,
            "redo": self._redo,
            "quit": self._quit,
            "sample": self.open_sample,
        }
        for room in (
            self.checking, self.case_page, self.marking, self.intake, self.desks, self.backups, self.reports, self.look,
            self.help, self.registers, self.questions, self.tellings, self.pencil, self.searching,
        ):  # fmt: skip
            methods |= room.commands()
        return methods

    def _receive(self, articles: tuple[Path, ...]) -> None:
        """Another start wanted this desk: come to the front and open what it named."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.open_paths(articles)

    def _quit(self) -> None:
        self.close()

    def _undo(self) -> None:
        self.case_page.claim.commit_typing()
        self._swap(self.tr("Undone: {0}"), lambda session: session.next_undo(), self.bench.undo)

    def _redo(self) -> None:
        self.case_page.claim.commit_typing()
        self._swap(self.tr("Done again: {0}"), lambda session: session.next_redo(), self.bench.redo)

    def _swap(self, told: str, find: Callable[[Session], Event | None], take: Callable[[], bool]) -> None:
        """Take a step back or do it again, and say which it was: a key pressed by mistake must not pass unseen."""
        step = find(self.bench.session) if self.bench.session else None
        if step is not None and take():
            self._say(told.format(said(step.label)))

    def _wire(self) -> None:
        for trouble in (self.bench.trouble, self.jobs.trouble, self.desks.trouble, self.backups.trouble):
            trouble.connect(self._trouble)
        for teller in (
            self.checking.said, self.marking.said, self.intake.said, self.desks.said, self.backups.said,
            self.reports.said,
            self.case_page.said, self.registers.said, self.questions.said, self.tellings.said, self.pencil.said,
        ):  # fmt: skip
            teller.connect(self._say)
        self.bench.session_changed.connect(self._show_page)
        self.bench.case_shown.connect(self._show_page)
        self.bench.case_changed.connect(lambda _changes: self._say_standing())
        self.intake.desk_wanted.connect(self._open_usual_then)
        self.intake.desk_dropped.connect(self.desks.open)
        self.desks.opened.connect(self._opened)
        self.desks.preferences_changed.connect(self.keep)
        self.desks.visitors.connect(self._receive)
        self.look.theme_chosen.connect(lambda name: self.keep(self.desks.kept(replace(self.preferences, theme=name))))
        self.reports.shown.connect(self._show_report)
        self.reports.closed.connect(self._show_page)
        self.reports.paper_changed.connect(
            lambda paper: self.keep(self.desks.kept(replace(self.preferences, paper=paper)))
        )
        self._wire_pages()

    def _wire_pages(self) -> None:
        article, welcome = self.case_page.article, self.welcome
        article.files_dropped.connect(self.intake.take_files)
        article.text_dropped.connect(self.intake.take_text)
        article.context_asked.connect(lambda place, _span: self.bars.context_menu(IN_ARTICLE).popup(place))
        self.case_page.checklist.context_asked.connect(lambda place: self.bars.context_menu(IN_CHECKLIST).popup(place))
        self.checking.verdict_needed.connect(self._ask_verdict)
        article.restore_asked.connect(self.marking.restore)
        self.case_page.claim.link_asked.connect(lambda address: ask_and_open(address, self))
        welcome.open_asked.connect(self.intake.ask_file)
        welcome.paste_asked.connect(self.intake.paste)
        welcome.sample_asked.connect(self.open_sample)
        welcome.open_desk_asked.connect(self.desks.ask_open)
        welcome.new_desk_asked.connect(self.desks.ask_new)
        welcome.desk_chosen.connect(self.desks.open)
        welcome.desk_forgotten.connect(lambda path: self.keep(self.desks.kept(self.preferences.forgotten(path))))
        welcome.files_dropped.connect(self.intake.take_files)

    def _open_usual_then(self, after: Callable[[], None]) -> None:
        if self.desks.open_usual():
            after()

    def _ask_verdict(self) -> None:
        """The scale says of no value that it means verified, so the person does."""
        session = self.bench.session
        if session is None:
            return
        from factdesk.ui.dialogs.verdict import VerdictDialog

        dialog = VerdictDialog(session.scale(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.checking.give_verdict(self.checking.id, dialog.answer())
            self.case_page.next_unchecked()

    def _opened(self, path: Path) -> None:
        self.keep(self.desks.kept(self.preferences.opened(path)))
        articles = [card.id for card in self.bench.session.articles()] if self.bench.session else []
        if self.bench.case is None and articles:
            self.bench.show(self._wanted if self._wanted in articles else articles[-1])
        self._wanted = None

    def _show_page(self) -> None:
        page = self.case_page if self.bench.case is not None else self.welcome
        arriving = page is self.case_page and self.pages.currentWidget() is not page
        self.pages.setCurrentWidget(page)
        if arriving:
            self.case_page.checklist.setFocus()  # else the keys go to whatever Qt finds first on the page
        self._title()

    def _show_report(self, pane: QWidget) -> None:
        self.pages.addWidget(pane)  # the second time it is there already, and stays
        self.pages.setCurrentWidget(pane)

    def _title_only(self) -> None:
        case, session = self.bench.case, self.bench.session
        if case is not None and session is not None:
            self.setWindowTitle(f"{case.article.details.title} — {session.path.name} — FactDesk")
        else:
            self.setWindowTitle(f"{session.path.name} — FactDesk" if session else "FactDesk")

    def _title(self) -> None:
        self._show_key_line()
        self._title_only()
        self._say_standing()

    def _say_standing(self) -> None:
        """Say, at the foot of the window, whose desk it is, on which scale, and that everything is kept."""
        session = self.bench.session
        if session is None:
            self.standing.clear()
            return
        words = self.tr("{0} · {1} · all changes kept, {2} steps")
        self.standing.setText(
            words.format(session.scale().name, session.person.name, written.count(session.step_count()))
        )

    def _say(self, line: str) -> None:
        """Tell news at the foot of the window, and aloud."""
        self.statusBar().showMessage(line, STATUS_MS)
        announce(self.statusBar(), line)

    def _trouble(self, problem: FactDeskError) -> None:
        from factdesk.ui.dialogs.trouble import TroubleDialog

        TroubleDialog(problem, self).exec()

    def _fill_status_bar(self) -> None:
        self.standing = QLabel()
        self.key_line = QLabel(
            self.tr("J/K row · A accept · M claim · 1–9 verdict · V verified · N next · F1 all keys")
        )
        for label in (self.standing, self.key_line):
            set_role(label, Role.QUIET)
        self.statusBar().addWidget(self.standing)
        self.statusBar().addPermanentWidget(self.job_bar)
        self.statusBar().addPermanentWidget(self.key_line)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(14, 0, 14, 0)

    def _keep_place(self, article: str) -> None:
        def told(data: QByteArray) -> str:
            return bytes(data.toBase64().data()).decode("ascii")

        save_window_state({
            "window": told(self.saveGeometry()),
            "halves": told(self.case_page.halves.saveState()),
            "side": told(self.case_page.side.saveState()),
            "article": article,
            "zoom": str(self.case_page.article.zoom_percent),
        })  # fmt: skip

    def _restore_place(self) -> None:
        state = window_state()

        def heard(name: str) -> QByteArray:
            return QByteArray.fromBase64(state.get(name, "").encode("ascii"))

        if "window" in state:
            self.restoreGeometry(heard("window"))
            self.case_page.halves.restoreState(heard("halves"))
            self.case_page.side.restoreState(heard("side"))
        if state.get("zoom", "").isdigit():
            self.case_page.article.set_zoom(int(state["zoom"]))
        beside = self.case_page.side.orientation() == Qt.Orientation.Horizontal
        self.actions_by_id["claim-beside" if beside else "claim-below"].setChecked(True)

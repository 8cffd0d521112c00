"""The window: pages, menus, tool bar and status line. What its commands do lives in the rooms beside it.

It is painted with the article and its rows first; rooms, menus and the card of the current claim are made after that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from factdesk.errors import FactDeskError, NewerDeskError
from factdesk.settings import Preferences
from factdesk.ui.actions import TO_JUDGE, made, native
from factdesk.ui.jobs import JobBar
from factdesk.ui.window.bars import IN_ARTICLE, IN_CHECKLIST, Bars
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.frame.foot import Foot
from factdesk.ui.window.frame.notices import Notices
from factdesk.ui.window.frame.place import PlaceAtWork, keep_place, restore_place
from factdesk.ui.window.frame.title import keys_on_case, keys_on_report, title
from factdesk.ui.window.furnishing import Furnishing
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.leaving import Leaving
from factdesk.ui.window.not_kept import WordsNotKept
from factdesk.ui.window.only_read import DeskOnlyRead
from factdesk.ui.window.opening import Opening
from factdesk.ui.window.pages import Pages
from factdesk.ui.window.rooms.desks import DeskRoom
from factdesk.ui.window.rooms.look import Look
from factdesk.ui.window.rooms.made import Parts, Rooms
from factdesk.ui.window.rooms.preferences import PreferencesRoom
from factdesk.ui.window.touched import DeskTouched

USUAL, FRAME = QSize(1440, 900), QSize(0, 40)
"""Of a window that was never moved, in pixels; and what the system's frame may add, which must fit the screen, too."""

FURNISH_MS = 10
"""How long the first paint is given to come to the screen before what it did not wait for is made."""


class MainWindow(QMainWindow):
    """One window on one desk."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._painted = self._furnished = self._left = False
        self._furnishing = Furnishing(self._furnished_by(), self)
        self.job_bar = JobBar()
        self.jobs = Jobs(self.job_bar)
        self.bench = Workbench(self.jobs, self)
        self.row = CurrentRow(self.bench, self)
        self.place = PlaceAtWork(self.bench, self.row, self)
        # Heard before the page itself hears it: a page that is seen knows how wide a text is.
        self.bench.text_shown.connect(self._show_case)
        self.case_page = CasePage(self.bench, self.row, self.jobs)
        self.preferences = PreferencesRoom(self.bench, preferences, self)
        self.desks = DeskRoom(self.bench, self.jobs, self.preferences, self)
        self.look = Look(self.case_page, self)
        parts = Parts(self.bench, self.jobs, self.row, self.preferences, self.desks, self.case_page)
        self.rooms = Rooms(parts, self)
        self.opening = Opening(parts, self.rooms)
        self.leaving = Leaving(parts, self)
        self.actions_by_id = made(self, self._do)
        self.bars = Bars(self, self.actions_by_id, self.bench, self.row)
        self.foot = Foot(self.job_bar)
        self.setStatusBar(self.foot)
        self.pages = Pages(parts, self.rooms)  # behind the tool bar, also for Tab
        self.notices = Notices(self.pages)
        self.setCentralWidget(self.notices)
        panes = (self.case_page.claim, self.case_page.lists)
        WordsNotKept(self.bench, self.notices)
        self.only_read = DeskOnlyRead(self.bench, panes, self.notices, self.actions_by_id)
        self.touched = DeskTouched(self.bench, self.jobs, self.notices, self.actions_by_id)
        self._wire()
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 420)
        self.resize(USUAL.boundedTo(self.screen().availableSize() - FRAME))
        self.look.take(preferences)
        self._restore_place()

    @cached_property
    def commands(self) -> dict[str, Callable[[], None]]:
        """The method of each command; the rooms are made for them."""
        own: dict[str, Callable[[], None]] = {"sample": self.opening.sample}
        answering = (self.leaving, self.case_page, self.preferences, self.desks, self.look, self.rooms)
        return own | {name: method for part in answering for name, method in part.commands().items()}

    def furnish(self) -> None:
        """Make at once whatever the first paint did not wait for and is not there yet."""
        self._furnishing.finish()

    def _furnished_by(self) -> Iterator[None]:
        """Make an ear for other starts, the claim's card, what menus hold, rooms, and the cards to come, one by one."""
        from factdesk.ui.app_icon import app_icon
        from factdesk.ui.window.frame.keys import KeysGoingOn

        self.desks.hear()
        self.installEventFilter(KeysGoingOn(self.actions_by_id, self.foot, self))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_keys)
        self.case_page.lists.turned.connect(self._show_keys)
        self.case_page.furnish()
        yield
        self.bars.furnish()
        yield
        QApplication.setWindowIcon(app_icon())
        self._furnished = True
        self.bars.show_recent(self.preferences.kept.recent, self.desks.open)
        yield
        for _ in self.rooms.made():
            yield
        self.commands  # noqa: B018  of the rooms
        if self.preferences.kept.notice:
            self.say(self.preferences.kept.notice)
        yield
        yield from self.case_page.claim.making()

    # --- Qt's own events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Keep where the window was and let go of the desk, once nothing is left to be kept."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self._left = True
        self._furnishing.leave()
        self.place.leave()
        self.jobs.stop()
        self.rooms.release()
        keep_place(self, self.case_page.panes, self.case_page.article)
        self.desks.leave()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open dropped files, or take dropped words for an article."""
        event.acceptProposedAction()
        self.rooms.intake.take(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.show_page()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Furnish the window once this paint, with all that stands in it, is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(FURNISH_MS, self, self._furnishing.begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Say why a key does nothing on the current row; no command took it, and no field."""
        from factdesk.ui.window.frame.keys import why_not

        told = why_not(event, on_claim=self.row.claim is not None, on_suggestion=self.row.suggestion is not None)
        if told and self.pages.page is self.case_page:
            self.say(told)
        super().keyPressEvent(event)

    # --- inside

    def _show_keys(self) -> None:
        """Show the keys of what has the focus; a window that goes loses it once more."""
        if self._left:
            return
        session, page, keys = self.bench.session, self.pages.page, ""
        if self.bench.case is not None and session is not None and page is not None:
            on_report, only_read = self.rooms.shows_report(page), bool(self.bench.only_read)
            parts = QApplication.focusWidget(), self.case_page.lists.current
            keys = keys_on_report() if on_report else keys_on_case(session, parts, only_read=only_read)
        self.foot.show_keys(keys)

    def _do(self, command: str) -> None:
        self.foot.tell_until_the_next("")
        if command in TO_JUDGE and self.row.suggestion is not None:
            self.say(self.tr("This is only proposed. {0} makes a claim of it first.").format(native(("A",))))
            return
        self.commands[command]()

    def _receive(self, articles: tuple[Path, ...]) -> None:
        """Another start wanted this desk: come to the front and open what it named."""
        self.leaving.stay()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.opening.paths(articles)

    def _wire(self) -> None:
        self.pages.turned.connect(self._title)
        for trouble in (self.bench.trouble, self.jobs.trouble):
            trouble.connect(self.show_trouble)
        for teller in (self.desks.said, self.case_page.said, self.rooms.said, self.leaving.said):
            teller.connect(self.say)
        self.bench.outdated.connect(self._show_outdated)
        self.bench.held_back.connect(self.say)
        self.only_read.refused.connect(self.say)
        self.row.moved.connect(self.only_read.panes.hold_what_came)
        self.bench.only_read_changed.connect(self._title)
        self.bench.half_typed.failing_changed.connect(self._title)
        self.bench.session_changed.connect(self.show_page)
        self.bench.case_shown.connect(self.show_page)
        self.bench.case_changed.connect(lambda _changes: self.foot.say_step(self.bench.session, self._amiss()))
        self.preferences.in_force.connect(self._go_by)
        self.desks.visitors.connect(self._receive)
        self.look.theme_chosen.connect(self.preferences.choose_theme)
        self.rooms.paper_chosen.connect(self.preferences.choose_paper)
        self.rooms.verified.connect(self.touched.take)
        self.rooms.sample_wanted.connect(self.opening.sample)
        self.rooms.report_shown.connect(self._show_report)
        self.rooms.report_closed.connect(self.show_page)
        self.rooms.report_closed.connect(self.foot.clearMessage)
        self.case_page.article.context_asked.connect(lambda place, _span: self._pop_up(IN_ARTICLE, place))
        self.case_page.checklist.context_asked.connect(lambda place: self._pop_up(IN_CHECKLIST, place))

    def _pop_up(self, names: Sequence[str], place: QPoint) -> None:
        self.furnish()
        self.bars.context_menu(names).popup(place)

    def _go_by(self, preferences: Preferences) -> None:
        """Look, print and offer what was open as these preferences have it."""
        self.look.take(preferences)
        self.rooms.print_on(preferences.paper)
        self.pages.offer(preferences.recent)
        if self._furnished:
            self.bars.show_recent(preferences.recent, self.desks.open)

    def show_page(self) -> None:
        """Show the case on the bench, or the welcome page once there is somebody to welcome."""
        if self._left or (self.bench.case is None and not self.isVisible()):
            self._title()
        else:
            self.pages.show_usual()

    def _show_case(self) -> None:
        self.pages.show_case()

    def _show_report(self, pane: QWidget) -> None:
        """Show the report in the place of the article; news of that page has no place on this one."""
        if self.pages.page is not pane:
            self.foot.clearMessage()
        self.pages.turn_to(pane)

    def _title(self) -> None:
        session = self.bench.session
        self.setWindowTitle(title(self.bench.case, session))
        self._show_keys()
        self.foot.say_standing(session, self._amiss())

    def _amiss(self) -> str:
        """Return what the foot says instead of “all changes kept”, or nothing."""
        if self.bench.only_read:
            return self.tr("only read")
        return self.tr("what you typed is not kept") if self.bench.half_typed.failing else ""

    def say(self, line: str) -> None:
        """Tell news at the foot of the window, and aloud."""
        self.foot.tell(line)

    def show_trouble(self, problem: FactDeskError) -> None:
        """Say what did not happen, why, and what to do."""
        from factdesk.ui.dialogs.trouble import TroubleDialog

        self.leaving.stay()  # what was not done can be done again
        TroubleDialog(problem, self).exec()

    def _show_outdated(self, problem: NewerDeskError, typed: tuple[str, ...]) -> None:
        """A later FactDesk has the desk: offer to close it."""
        from factdesk.ui.dialogs.outdated import OutdatedDialog

        if OutdatedDialog(problem, typed, self).exec() == OutdatedDialog.DialogCode.Accepted:
            self.desks.leave()

    def _restore_place(self) -> None:
        restore_place(self, self.case_page.panes, self.case_page.article)
        beside = self.case_page.panes.claim_beside
        self.actions_by_id["claim-beside" if beside else "claim-below"].setChecked(True)

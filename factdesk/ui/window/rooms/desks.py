"""Desks: made, opened, copied and left; the articles on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from factdesk import DESK_SUFFIX
from factdesk.errors import FactDeskError
from factdesk.model.ids import ArticleId
from factdesk.settings import default_desk
from factdesk.ui.single import DeskServer, claim_desk
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.preferences import PreferencesRoom
from factdesk.ui.window.rooms.room import Room
from factdesk.work.session import Session


class DeskRoom(Room):
    """Opens one desk at a time.

    Attributes:
        handed_over: another window has the desk that was asked for, and was brought to the front.
        refused: the desk that could not be opened last, for *Restore*; None after one was opened.

    Signals:
        opened(object Path): a desk is open.
        visitors(object tuple[Path, ...]): another start left these articles to this window.
    """

    opened = Signal(object)
    visitors = Signal(object)

    def __init__(self, bench: Workbench, jobs: Jobs, preferences: PreferencesRoom, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._jobs, self._preferences, self._window = bench, jobs, preferences, window
        self._server: DeskServer | None = None
        self._hears = False
        self.handed_over = False
        self.refused: Path | None = None

    def commands(self) -> dict[str, Callable[[], None]]:
        return {
            "new-desk": self.ask_new,
            "open-desk": self.ask_open,
            "save-copy": self.ask_copy,
            "articles": self.show_articles,
        }

    def hear(self) -> None:
        """Listen to other starts from now on; the first paint does not wait for it."""
        self._hears = True
        if self._server is not None:
            self._server.listen()

    # --- opening

    def ask_new(self) -> None:
        """Let the person say where a new desk is to be, and make it."""
        chosen = self._ask_where(self.tr("New desk"), default_desk().parent / (self.tr("New desk") + DESK_SUFFIX))
        if chosen is not None:
            self.make(chosen)

    def ask_open(self) -> None:
        """Let the person choose a desk, and open it."""
        chosen = self.ask_path()
        if chosen is not None:
            self.open(chosen)

    def ask_path(self) -> Path | None:
        """Let the person choose a desk."""
        from factdesk.ui.dialogs.choosing import ask_file

        start = (self._preferences.kept.last_desk or default_desk()).parent
        return ask_file(self._window, self.tr("Choose a desk"), start, self._kinds())

    def ask_copy(self) -> None:
        """Let the person say where a copy of the open desk goes; works even where the file was taken away."""
        session = self._bench.session
        if session is None:
            return
        start = session.path.with_name(self.tr("Copy of {0}").format(session.path.name))
        chosen = self._ask_where(self.tr("Save a copy"), start)
        if chosen is not None:
            self.save_copy(session, chosen)

    def save_copy(self, session: Session, to: Path) -> None:
        """Save the open desk as a new file, beside the window."""
        from factdesk.work.aside import copy_job

        def saved(copy: Path) -> None:
            self.said.emit(self.tr("A copy was saved as {0}.").format(copy))

        self._jobs.start(copy_job(session, to), saved, self.tr("Saving a copy…"))

    def _ask_where(self, title: str, start: Path) -> Path | None:
        """Let the person say where a desk is written. One that is there is never replaced: the session refuses."""
        from factdesk.ui.dialogs.saving import Wanted, ask_where

        wanted = Wanted(title, str(start), {DESK_SUFFIX: self.tr("Desk")}, replaces=False)
        return ask_where(wanted, self._window)

    def open(self, path: Path, articles: tuple[Path, ...] = ()) -> bool:
        """Open a desk; where another window has it, that one comes to the front with ``articles``."""
        if self._bench.session is not None and self._bench.session.path == path:
            return True
        return self._sit_at(path, lambda: Session.open(path, self._preferences.person()), articles)

    def make(self, path: Path) -> bool:
        """Make a desk with the preferred scale and open it."""
        scale = self._preferences.scale()
        return self._sit_at(path, lambda: Session.create(path, self._preferences.person(), scale))

    def open_usual(self, articles: tuple[Path, ...] = ()) -> bool:
        """Open the desk articles go to when none is open: the last one, or the person's first."""
        last = self._preferences.kept.last_desk
        usual = last if last is not None and last.exists() else default_desk()
        return self.open(usual, articles) if usual.exists() else self.make(usual)

    def open_sample_desk(self) -> bool:
        """Open the desk of the sample article, which keeps it apart from the person's own work."""
        path = default_desk().with_name("Sample" + DESK_SUFFIX)
        return self.open(path) if path.exists() else self.make(path)

    def leave(self) -> None:
        """Let go of the desk; another window may have it."""
        self._bench.close()
        if self._server is not None:
            self._server.close()
            self._server = None

    # --- the articles on it

    def show_articles(self) -> None:
        """List the desk's articles; open one, or remove one."""
        from factdesk.ui.dialogs.articles import ArticlesDialog
        from factdesk.work.edits.article import RemoveArticle

        articles = self._bench.read(Session.articles)
        if articles is None:
            return
        dialog = ArticlesDialog(articles, self._window, only_read=self._bench.only_read)

        def remove(article: str) -> None:
            size = self._bench.read(lambda session: session.extent(ArticleId(article)))
            if size is not None:
                self._bench.run(RemoveArticle(article_id=ArticleId(article)), list_again, size.rows)

        def list_again() -> None:
            left = self._bench.read(Session.articles)
            if left is not None:
                dialog.show_articles(left)

        dialog.remove_asked.connect(remove)
        if dialog.exec() == QDialog.DialogCode.Accepted and (chosen := dialog.answer()) is not None:
            self._bench.open_article(chosen)

    # --- inside

    def _sit_at(self, path: Path, opening: Callable[[], Session], articles: tuple[Path, ...] = ()) -> bool:
        if self._bench.after_all(lambda: self._sit_at(path, opening, articles)):
            return False
        server = claim_desk(path, articles)
        if server is None:
            self.handed_over = True
            self.said.emit(self.tr("“{0}” is open in another window, which is in front now.").format(path.name))
            return False
        try:
            session = opening()
        except FactDeskError as problem:
            server.close()
            self.refused = path
            self._bench.trouble.emit(problem)
            return False
        self.refused = None
        if self._server is not None:
            self._server.close()
        self._server = server
        if self._hears:
            server.listen()
        server.raised.connect(self.visitors)
        self._bench.open(session)
        self.opened.emit(path)
        place = session.unsafe_place()
        if place is not None:
            locked = self.tr("The desk is locked while it is open here, because {0}.")
            slower = self.tr("The desk is kept in a slower, safer way, because {0}.")
            self.said.emit((locked if session.locked else slower).format(place))
        return True

    def _kinds(self) -> str:
        return self.tr("FactDesk desks (*{0})").format(DESK_SUFFIX)

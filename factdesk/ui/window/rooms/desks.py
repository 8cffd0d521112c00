"""Desks: made, opened, copied and verified; their articles, their record, and the person at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from factdesk.errors import FactDeskError
from factdesk.model.person import Person
from factdesk.model.scale import Scale
from factdesk.rules.scales import scales_with_house
from factdesk.settings import DESK_SUFFIX, Preferences, default_desk, save
from factdesk.ui.single import DeskServer, claim_desk
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.room import Room
from factdesk.ui.window.trouble import trouble_shown
from factdesk.ui.window.workbench import Workbench
from factdesk.work.session import Session

if TYPE_CHECKING:
    from factdesk.work.history import Record


class DeskRoom(Room):
    """Opens one desk at a time and keeps the preferences that belong to the person at it.

    Attributes:
        handed_over: another window has the desk that was asked for, and was brought to the front.
        refused: the desk that could not be opened last, for *Restore*; None after one was opened.

    Signals:
        opened(object Path): a desk is open.
        preferences_changed(object Preferences): the person changed them; they are kept already.
        visitors(object tuple[Path, ...]): another start left these articles to this window.
        trouble(object FactDeskError): for the window to show.
    """

    opened = Signal(object)
    preferences_changed = Signal(object)
    visitors = Signal(object)
    trouble = Signal(object)

    def __init__(self, bench: Workbench, jobs: Jobs, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._jobs, self._window = bench, jobs, window
        self._preferences = preferences
        self._server: DeskServer | None = None
        self._hears = False
        self.handed_over = False
        self.refused: Path | None = None

    def commands(self) -> dict[str, Callable[[], None]]:
        return {
            "new-desk": self.ask_new,
            "open-desk": self.ask_open,
            "save-copy": self.ask_copy,
            "verify": self.verify,
            "history": self.show_history,
            "articles": self.show_articles,
            "preferences": self.show_preferences,
        }

    def take(self, preferences: Preferences) -> None:
        """Work under these preferences from now on."""
        self._preferences = preferences

    def kept(self, preferences: Preferences) -> Preferences:
        """Write preferences to the disk and return them; where that fails they hold until the end."""
        if preferences == self._preferences:
            return preferences
        with trouble_shown(self.trouble):
            save(preferences)
        return preferences

    def hear(self) -> None:
        """Listen to other starts from now on; the first paint does not wait for it."""
        self._hears = True
        if self._server is not None:
            self._server.listen()

    # --- opening

    def ask_new(self) -> None:
        """Let the person say where a new desk is to be, and make it."""
        chosen = self._ask_where(self.tr("New desk"), default_desk().parent / self.tr("New desk.factdesk"))
        if chosen is not None:
            self.make(chosen)

    def ask_open(self) -> None:
        """Let the person choose a desk, and open it."""
        chosen = self.ask_path()
        if chosen is not None:
            self.open(chosen)

    def ask_path(self) -> Path | None:
        """Let the person choose a desk."""
        from PySide6.QtWidgets import QFileDialog

        start = str((self._preferences.last_desk or default_desk()).parent)
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a desk"), start, self._kinds())
        return Path(chosen) if chosen else None

    def ask_copy(self) -> None:
        """Let the person say where a copy of the open desk goes; works even where the file was taken away."""
        session = self._bench.session
        if session is None:
            return
        start = session.path.with_name(self.tr("Copy of {0}").format(session.path.name))
        chosen = self._ask_where(self.tr("Save a copy"), start)
        if chosen is not None and self._tried(lambda: session.save_copy(chosen)):
            self.said.emit(self.tr("A copy was saved as {0}.").format(chosen))

    def _ask_where(self, title: str, start: Path) -> Path | None:
        """Let the person say where a desk is written. One that is there is never replaced: the session refuses."""
        from factdesk.ui.dialogs.saving import Wanted, ask_where

        wanted = Wanted(title, str(start), {DESK_SUFFIX: self.tr("Desk")}, replaces=False)
        return ask_where(wanted, self._window)

    def open(self, path: Path, articles: tuple[Path, ...] = ()) -> bool:
        """Open a desk; where another window has it, that one comes to the front with ``articles``."""
        if self._bench.session is not None and self._bench.session.path == path:
            return True
        return self._sit_at(path, lambda: Session.open(path, self.person()), articles)

    def make(self, path: Path) -> bool:
        """Make a desk with the preferred scale and open it."""
        scale = self._scale()
        return self._sit_at(path, lambda: Session.create(path, self.person(), scale))

    def open_usual(self, articles: tuple[Path, ...] = ()) -> bool:
        """Open the desk articles go to when none is open: the last one, or the person's first."""
        last = self._preferences.last_desk
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

    # --- looking after the open desk

    def verify(self) -> None:
        """Check the record beside the window and say what was found."""
        from factdesk.work.verification import verify_job

        session = self._bench.session
        if session is not None:
            with trouble_shown(self.trouble):
                self._jobs.start(verify_job(session), self._verified, self.tr("Verifying the record…"))

    def show_history(self) -> None:
        """Show the record; steps of the person's own can be taken back down to a chosen one."""
        from factdesk.ui.dialogs.history import HistoryDialog
        from factdesk.work.history import record_job

        session = self._bench.session
        if session is None:
            return
        dialog, closed = HistoryDialog(self._window), list[int]()
        dialog.finished.connect(closed.append)

        def read() -> None:
            running = self._jobs.start(record_job(session), told, self.tr("Reading the record…"))
            dialog.finished.connect(running.cancel)

        def told(record: Record) -> None:
            dialog.show_record(record, {str(key): number for key, number in self._bench.numbers.items()})

        def go_on(seq: int) -> None:
            if not closed:
                QTimer.singleShot(0, dialog, lambda: undo_down_to(seq))

        def undo_down_to(seq: int) -> None:
            """One step in each turn of the window; closing the dialog leaves the others as they are."""
            event = session.next_undo()
            more = event is not None and event.seq >= seq
            if not (more and self._bench.undo(lambda _: go_on(seq))) and not closed:
                self._tried(read)

        dialog.undo_down_to.connect(undo_down_to)
        self._tried(read)
        dialog.exec()

    def show_articles(self) -> None:
        """List the desk's articles; open one, or remove one."""
        from factdesk.ui.dialogs.articles import ArticlesDialog
        from factdesk.work.edits.article import RemoveArticle

        session = self._bench.session
        if session is None:
            return
        dialog = ArticlesDialog(session.articles(), self._window)

        def remove(article: str) -> None:
            card = next((card for card in session.articles() if card.id == article), None)
            if card is not None:
                rows = session.extent(card.id).rows
                self._bench.run(
                    RemoveArticle(article_id=card.id), lambda: dialog.show_articles(session.articles()), rows
                )

        dialog.remove_asked.connect(remove)
        if dialog.exec() == QDialog.DialogCode.Accepted and (chosen := dialog.answer()) is not None:
            self._bench.open_article(chosen)

    def show_preferences(self) -> None:
        """Let the person change the preferences; a changed scale or house name goes into the open desk, too."""
        from factdesk.ui.dialogs.preferences import PreferencesDialog
        from factdesk.work.edits.desk import SetDesk

        session = self._bench.session
        row, scale = (session.desk_row(), session.scale()) if session else (None, None)
        before = self._preferences
        dialog = PreferencesDialog(before, self._window, organisation=row.organisation if row else None, scale=scale)
        dialog.theme_tried.connect(lambda name: self.preferences_changed.emit(replace(self._preferences, theme=name)))
        dialog.reading_tried.connect(
            lambda family, size: self.preferences_changed.emit(
                replace(self._preferences, reading_family=family, reading_size=size)
            )
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self.preferences_changed.emit(before)
            return
        chosen = dialog.answer()
        self.preferences_changed.emit(self.kept(chosen.preferences))
        if session is not None and row is not None:
            session.person = self.person()
            organisation = chosen.organisation or ""
            if (organisation, chosen.scale.id) != (row.organisation, row.scale_id):
                self._bench.run(SetDesk(desk_id=row.id, organisation=organisation, scale=chosen.scale))

    # --- inside

    def _sit_at(self, path: Path, opening: Callable[[], Session], articles: tuple[Path, ...] = ()) -> bool:
        server = claim_desk(path, articles)
        if server is None:
            self.handed_over = True
            self.said.emit(self.tr("“{0}” is open in another window, which is in front now.").format(path.name))
            return False
        sessions: list[Session] = []
        if not self._tried(lambda: sessions.append(opening())):
            server.close()
            self.refused = path
            return False
        self.refused = None
        if self._server is not None:
            self._server.close()
        self._server = server
        if self._hears:
            server.listen()
        server.raised.connect(self.visitors)
        self._bench.open(sessions[0])
        self.opened.emit(path)
        place = sessions[0].unsafe_place()
        if place is not None:
            self.said.emit(self.tr("The desk is locked while it is open here, because {0}.").format(place))
        return True

    def _tried(self, step: Callable[[], object]) -> bool:
        try:
            step()
        except FactDeskError as problem:
            self.trouble.emit(problem)
            return False
        return True

    def _verified(self, found: tuple[str, ...]) -> None:
        if not found:
            self.said.emit(self.tr("The desk is sound: every row, file and step is as it was written."))
            return
        from factdesk.errors import VerificationFailedError

        self.trouble.emit(
            VerificationFailedError(
                self.tr("The desk is not sound"), "\n".join(found), self.tr("Keep the file, and restore a backup.")
            )
        )

    def person(self) -> Person:
        """Return who is at the desk, as the record names them."""
        name = self._preferences.name
        return Person(name, self._preferences.initials) if name else Person()

    def _scales(self) -> tuple[Scale, ...]:
        try:
            return scales_with_house(self._preferences.house_scales)
        except FactDeskError as problem:
            self.trouble.emit(problem)
            return scales_with_house(None)

    def _scale(self) -> Scale:
        scales = self._scales()
        return next((scale for scale in scales if scale.id == self._preferences.scale_id), scales[0])

    def _kinds(self) -> str:
        return self.tr("FactDesk desks (*{0})").format(DESK_SUFFIX)

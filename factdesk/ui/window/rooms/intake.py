"""Articles on their way in: from a file, an address, the clipboard, a drop or the sample; ``looking_over`` adds them.

Readers and rules are imported by the job that needs them: neither the start nor the window waits for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import asdict
from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from factdesk import DESK_SUFFIX
from factdesk.errors import FactDeskError
from factdesk.settings import keep_folder, usual_folder
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.article import decisions
from factdesk.ui.window.rooms.incoming import fetching, pasting, pasting_page, ranked_by_habits, reading, with_sha256
from factdesk.ui.window.rooms.looking_over import LookingOver, Revised
from factdesk.ui.window.rooms.room import Room
from factdesk.work.jobs import Job

if TYPE_CHECKING:
    from factdesk.readers.fetch.place import PrivateAddressError

T = TypeVar("T")

_STRUCTURE = re.compile(r"<(?:a\s[^>]*href|h[1-6]|li|blockquote|td)\b", re.IGNORECASE)


class IntakeRoom(Room):
    """Reads articles in the background, and has them looked over and added.

    Signals:
        desk_wanted(object after): there is no desk yet; make one, then call ``after()``.
        desk_dropped(object Path): a desk, not an article, was dropped.
    """

    desk_wanted = Signal(object)
    desk_dropped = Signal(object)

    def __init__(self, bench: Workbench, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._jobs, self._window = bench, jobs, window
        self._over = LookingOver(bench, jobs, window)

    def commands(self) -> dict[str, Callable[[], None]]:
        return {
            "open-article": self.ask_file,
            "fetch-article": self.ask_address,
            "paste-article": self.paste,
            "add-version": self.ask_version,
            "another-encoding": self.ask_encoding,
        }

    def ask_file(self) -> None:
        """Let the person choose a file to open; a desk is one, too."""
        chosen = self._ask(self.tr("Open an article"))
        if chosen is not None:
            self.take_files([str(chosen)])

    def open(self, path: Path) -> None:
        """Read a file and let the person look it over."""
        QTimer.singleShot(0, self, _load_dialog)
        self._read(reading(path), self.tr("Reading “{0}”…").format(path.name), self._over.begin)

    def open_as_proposed(self, path: Path) -> None:
        """Read a file and take it in as it is proposed: what the command line asked for; details come later."""
        self._read(reading(path), self.tr("Reading “{0}”…").format(path.name), self._over.add_or_ask)

    def ask_address(self, proposed: str = "") -> None:
        """Let the person give a web address; ``proposed``, or one on the clipboard, stands there already."""
        from factdesk.ui.dialogs.address import AddressDialog, host_of

        copied = proposed or QApplication.clipboard().text().strip()
        dialog = AddressDialog(copied if host_of(copied) else "", self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.fetch(dialog.answer())

    def fetch(self, address: str, allowed: frozenset[str] = frozenset()) -> None:
        """Fetch an article from the web, once, and let the person look it over.

        Args:
            allowed: hosts, with their ports, of a private network that the person agreed to.
        """
        from factdesk.work.edits.article import Intake

        self._read(
            fetching(address, allowed),
            self.tr("Fetching {0}…").format(address[:80]),
            lambda got: self._over.begin(got) if isinstance(got, Intake) else self._ask_consent(got, address, allowed),
        )

    def paste(self) -> None:
        """Take what is on the clipboard for an article: a copied page with its links, or else the words."""
        self._take(QApplication.clipboard().mimeData(), self.tr("The clipboard holds no text. Copy the article first."))

    def take(self, data: QMimeData) -> None:
        """Open what was dropped: files, or words."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)
        else:
            self._take(data, self.tr("What was dropped holds no words."))

    def _take(self, data: QMimeData, nothing: str) -> None:
        """Read a page or words; an address alone is no article but where one is, and nothing is asked there unasked."""
        from factdesk.ui.dialogs.address import host_of

        if host_of(address := data.text().strip()):
            QTimer.singleShot(0, self, partial(self.ask_address, address))
        elif data.hasHtml() and _holds_more(data.html()):
            self._read(pasting_page(data.html()), self.tr("Reading the pasted page…"), self._over.begin)
        elif data.text().strip():
            self.take_text(data.text())
        else:
            self.said.emit(nothing)

    def take_text(self, text: str) -> None:
        """Let the person look over pasted or dropped words."""
        self._read(pasting(text), self.tr("Reading the pasted text…"), self._over.begin)

    def take_files(self, paths: Iterable[str]) -> None:
        """Open what was dropped or chosen: a desk, or articles one after another."""
        for path in map(Path, paths):
            if path.suffix == DESK_SUFFIX:
                self.desk_dropped.emit(path)
            else:
                self.open(path)

    def ask_version(self) -> None:
        """Let the person choose a revised text of the article on the bench."""
        case, chosen = self._bench.case, self._ask(self.tr("Add a version of this article"))
        if case is None or chosen is None:
            return
        revised = Revised(case.article.id, case.article.details.title)
        text = self.tr("Reading “{0}”…").format(chosen.name)
        self._read(reading(chosen), text, lambda intake: self._over.begin(intake, revised))

    def ask_encoding(self) -> None:
        """Read the kept bytes of the version on the bench anew; the encoding is chosen in the dialog."""
        from factdesk.readers.formats import DECODED
        from factdesk.ui.dialogs.intake.dialog import Typed
        from factdesk.work.intake import kept_job

        case = self._bench.case
        if case is None:
            return
        version, article = case.version, case.article
        data = self._bench.read(lambda session: session.original(version.file_sha256) or b"")
        if data is None:
            return
        where = article.details.address
        if not data or version.reader not in DECODED or not (version.file_name or where):
            self.said.emit(self.tr("This article came as words, or its file says itself how it is written."))
            return
        held = {name: value for name, value in asdict(article.details).items() if value}
        revised = Revised(article.id, article.details.title)
        self._over.start(
            kept_job(data, version.file_name, where),
            lambda intake: self._over.begin(intake, revised, Typed(held)),
            self.tr("Reading “{0}” anew…").format(version.file_name or where),
        )

    # --- inside

    def _ask(self, title: str) -> Path | None:
        from factdesk.readers.formats import SUFFIXES
        from factdesk.ui.dialogs.choosing import ask_file

        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Articles ({0});;All files (*)").format(patterns)
        chosen = ask_file(self._window, title, usual_folder(), kinds)
        if chosen is not None:
            keep_folder(chosen.parent)
        return chosen

    def _ask_consent(self, refusal: PrivateAddressError, address: str, allowed: frozenset[str]) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Fetch an article"), f"{refusal}", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self.tr("Allow {0} this once?").format(refusal.machine))
        allow = box.addButton(self.tr("Allow"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        box.deleteLater()
        if box.clickedButton() is allow:
            self.fetch(address, allowed | {refusal.machine})

    def _read(self, job: Job[T], text: str, then: Callable[[T], None]) -> None:
        if self._bench.session is None:
            self.desk_wanted.emit(lambda: self._read(job, text, then))
            return
        named = with_sha256(ranked_by_habits(job, decisions(self._bench)))
        self._jobs.start(named, lambda found: self._once(*found, then), text)

    def _once(self, found: T, sha256: str, then: Callable[[T], None]) -> None:
        """Show an article the desk holds already instead of adding it a second time.

        A desk that is only read takes no other: that is said before anybody looks it over.
        """
        session = self._bench.session
        if session is None:
            return
        try:
            known = session.article_with(sha256) if sha256 else None
        except FactDeskError as problem:
            self._bench.trouble.emit(problem)
            return
        if known is not None:
            self._bench.show(known)
            self.said.emit(self.tr("The desk held this article already."))
        elif self._bench.only_read:
            self.said.emit(self._bench.only_read)
        else:
            then(found)


def _holds_more(page: str) -> bool:
    """Say whether a page on the clipboard has what its bare words have not: links, headings, items, cells."""
    return bool(_STRUCTURE.search(page))


def _load_dialog() -> None:
    """Load what looks articles over while one is read: that takes the window a turn of its own."""
    import factdesk.ui.dialogs.intake.dialog  # noqa: F401

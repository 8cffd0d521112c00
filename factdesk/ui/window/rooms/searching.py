"""The window's search over the whole desk: it looks in a job while one types, and opens what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from factdesk.model.hit import Found
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.jobs import RunningJob
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.ui.dialogs.search import SearchDialog
    from factdesk.work.search import DeskSearch


class SearchRoom(Room):
    """Answers *Find in the whole desk*."""

    def __init__(self, bench: Workbench, row: CurrentRow, jobs: Jobs, article: ArticlePane) -> None:
        super().__init__(article)
        self._bench, self._row, self._jobs, self._article = bench, row, jobs, article

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"find-everywhere": self.show}

    def show(self) -> None:
        """Search, and open the article and claim that are chosen."""
        from factdesk.ui.dialogs.search import SearchDialog
        from factdesk.work.search import DeskSearch

        search = self._bench.read(DeskSearch.of)
        if search is None:
            return
        self._bench.half_typed.keep()
        dialog = SearchDialog(self._article.window())
        asking = _Asking(search, self._jobs, dialog)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        hit = dialog.answer()
        asking.end()
        if accepted and hit is not None:
            self._bench.show(hit.article_id)
            if hit.claim_id is not None:
                self._row.go("claim", hit.claim_id)
            elif (found := next((piece.text for piece in hit.snippet if piece.matched), "")) and self._stands(found):
                self._article.open_find(found)  # an article is one hit, in however many places it holds the words

    def _stands(self, words: str) -> bool:
        """Say whether words stand in the text on the bench, and not only in title, byline or address."""
        case = self._bench.case
        return case is not None and words in case.version.text


class _Asking(QObject):
    """One visit: one search at a time, and always the newest words next."""

    def __init__(self, search: DeskSearch, jobs: Jobs, dialog: SearchDialog) -> None:
        super().__init__(dialog)
        self._search, self._jobs, self._dialog = search, jobs, dialog
        self._over = False
        self._running: RunningJob[Found] | None = None
        self._wanted: str | None = None
        dialog.asked.connect(self._ask)

    def end(self) -> None:
        """The dialog is closed: what is still being looked for is looked for no longer."""
        self._over = True
        if self._running is not None:
            self._running.cancel()
        else:
            self._search.close()

    def _ask(self, words: str) -> None:
        self._wanted = words
        self._next()

    def _next(self) -> None:
        if self._running is not None or self._wanted is None:
            return
        words, self._wanted = self._wanted, None
        self._running = self._jobs.start(self._search.job(words), self._show)
        self._running.ended.connect(self._ended)

    def _show(self, found: Found) -> None:
        if not self._over and self._wanted is None:
            self._dialog.show_found(found)

    def _ended(self) -> None:
        self._running = None
        if self._over:
            self._search.close()
        else:
            self._next()

"""The article on the bench as a whole: its versions, its details, its going, and claims further on in a long one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from factdesk.model.suggestion import Suggestion
from factdesk.settings import load
from factdesk.ui import written
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.work.edits.suggestion import ProposeSuggestions


class ArticleRoom(Room):
    """Does what concerns the article that is open, not a row of it."""

    def __init__(self, bench: Workbench, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._jobs, self._window = bench, jobs, window

    def commands(self) -> dict[str, Callable[[], None]]:
        return {
            "earlier-version": lambda: self._show_version(-1),
            "later-version": lambda: self._show_version(+1),
            "details": self.edit_details,
            "remove-article": self.remove,
            "close-article": lambda: self._bench.show(None),
            "propose-further": self.propose_further,
        }

    def _show_version(self, by: int) -> None:
        """Show the version before or after the one on the bench, with the claims whose words stand in it."""
        case = self._bench.case
        number = case.version.number + by if case else 0
        if case is None or not 1 <= number <= case.version_count:
            self.said.emit(self.tr("There is no other version in that direction."))
        else:
            self._bench.show(case.article.id, number)

    def edit_details(self) -> None:
        """Correct title, byline, dates and case number of the article on the bench."""
        from factdesk.work.edits.article import EditDetails

        case = self._bench.case
        if case is None:
            return
        from factdesk.ui.dialogs.details import DetailsDialog

        dialog = DetailsDialog(case.article, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            details, case_number = dialog.answer()
            self._bench.run(EditDetails(article_id=case.article.id, details=details, case_number=case_number))

    def remove(self) -> None:
        """Take the article out of the desk; Undo brings it back."""
        from factdesk.work.edits.article import RemoveArticle

        case = self._bench.case
        size = self._bench.read(lambda session: session.extent(case.article.id)) if case is not None else None
        if case is None or size is None:
            return

        def removed() -> None:
            self._bench.show(None)
            self.said.emit(self.tr("“{0}” was removed. Undo brings it back.").format(case.article.details.title))

        self._bench.run(RemoveArticle(article_id=case.article.id), removed, size.rows)

    def propose_further(self) -> None:
        """Propose claims in the next part of a long text, as one step that Undo takes back."""
        from factdesk.work.proposing import further_job

        case = self._bench.case
        if case is not None:
            job = further_job(case, decisions(self._bench))
            self._jobs.start(job, self._keep, self.tr("Looking for claims further on…"))

    def _keep(self, found: ProposeSuggestions | None) -> None:
        if found is None:
            self.said.emit(self.tr("Claims are proposed for the whole text already."))
            return
        one, many = self.tr("1 sentence further on proposed."), self.tr("{0} sentences further on proposed.")
        told = written.counted(len(found.proposed), one, many)
        self._bench.run(found, lambda: self.said.emit(told))


def decisions(bench: Workbench) -> tuple[Suggestion, ...]:
    """Return what the desk decided before, where the person lets it be learned from."""
    preferences = load()
    return (bench.read(lambda session: session.decided(preferences.learn_since)) if preferences.learn else None) or ()

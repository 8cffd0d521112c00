"""An article that was read, looked over by a person, and put on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from factdesk.model.ids import ArticleId
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.links import ask_and_open
from factdesk.ui.window.rooms.article import decisions
from factdesk.ui.window.rooms.incoming import ranked_by_habits
from factdesk.work.jobs import Job

if TYPE_CHECKING:
    from factdesk.ui.dialogs.intake.dialog import IntakeDialog, Typed
    from factdesk.work.edits.article import Intake

_TURN_MS = 10
"""How long the window is given to answer between the dialog's making and its first paint."""


class Revised(NamedTuple):
    """The article of the desk that what was read is a further version of."""

    id: ArticleId
    title: str


class LookingOver(QObject):
    """Has a person look an article over, as often as it is read anew, and adds it."""

    def __init__(self, bench: Workbench, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._jobs, self._window = bench, jobs, window

    def begin(self, intake: Intake, revised: Revised | None = None, typed: Typed | None = None) -> None:
        """Have a person look an article over. The dialog is made in one turn of the window and shown in a later one.

        Args:
            typed: what stands in the dialog's fields already.
        """
        from factdesk.ui.dialogs.intake.dialog import IntakeDialog

        dialog = IntakeDialog(intake, self._window, revises=revised.title if revised else "")
        dialog.link_asked.connect(lambda address: ask_and_open(address, dialog))
        if typed is not None:
            dialog.keep(typed)
        QTimer.singleShot(_TURN_MS, dialog, lambda: self._show(dialog, intake, revised))

    def add_or_ask(self, intake: Intake) -> None:
        """Add an article as it is proposed, unless no encoding fits: then only a person can tell."""
        if intake.draft.unsure:
            self.begin(intake)
        else:
            self.add(intake)

    def add(self, intake: Intake, revised: Revised | None = None) -> None:
        """Put an article, or a further version of one, on desk and bench."""
        from factdesk.work.edits.article import AddArticle, AddVersion

        rows = len(intake.suggestions) + len(intake.draft.blocks)
        edit: AddArticle | AddVersion
        if revised is not None:
            article = revised.id
            edit = AddVersion(article_id=article, intake=intake)
        else:
            edit = AddArticle(intake=intake)
            article = edit.article_id
        self._bench.run(edit, lambda: self._bench.show(article), rows)

    def start(self, job: Job[Intake], then: Callable[[Intake], None], text: str) -> None:
        """Run a job that makes an article out of what was read before; what the desk decided ranks its suggestions."""
        self._jobs.start(ranked_by_habits(job, decisions(self._bench)), then, text)

    def _show(self, dialog: IntakeDialog, intake: Intake, revised: Revised | None) -> None:
        from factdesk.ui.dialogs.intake.dialog import READ_AGAIN
        from factdesk.work.edits.article import Intake
        from factdesk.work.intake import looked_over

        result = dialog.exec()
        if result == READ_AGAIN:
            self._read_again(intake, dialog, revised)
        if result != QDialog.DialogCode.Accepted:
            return
        answer = dialog.answer()
        as_before = answer.details.language == intake.details.language and answer.spoken is None
        if as_before and set(answer.set_aside) == set(intake.furniture):
            kept = Intake(
                draft=intake.draft, details=answer.details, furniture=intake.furniture,
                suggestions=intake.suggestions, method=intake.method,
            )  # fmt: skip
            self.add(kept, revised)
            return
        job = looked_over(intake, answer.details, lambda piece: piece in answer.set_aside, spoken=answer.spoken)
        self.start(job, lambda again: self.add(again, revised), self.tr("Looking for claims…"))

    def _read_again(self, intake: Intake, dialog: IntakeDialog, revised: Revised | None) -> None:
        from factdesk.work.intake import again_job

        typed = dialog.typed()
        told = self.tr("Reading “{0}” anew…").format(intake.draft.file_name or intake.details.address)
        self.start(again_job(intake, dialog.encoding()), lambda again: self.begin(again, revised, typed), told)

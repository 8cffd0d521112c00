"""Correcting the details of an article that is in the desk."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from factdesk.model.article import Article, Details
from factdesk.ui.dialogs.details_form import DetailsForm
from factdesk.ui.dialogs.sheet import Sheet, scrolled


class DetailsDialog(Sheet):
    """Accepted: ``answer()`` is what the article is to hold."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(QSize(640, 480), parent)
        self.say(self.tr("Details of the article"))
        self._form = DetailsForm(article.details, {}, article.case_number)
        self.body.addWidget(scrolled(self._form), 1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.keep = self.add_button(self.tr("Keep"), self.accept, primary=True)
        self._form.complete_changed.connect(self.keep.setEnabled)

    def answer(self) -> tuple[Details, str]:
        """Return the details and the case number."""
        return self._form.details(), self._form.case_number

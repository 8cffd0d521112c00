"""What stands where rows would be, when there are none: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from factdesk.ui import written
from factdesk.ui.controls.calm import CalmPage
from factdesk.ui.style import Role


class EmptyNote(CalmPage):
    """A title, a sentence and at most one button.

    Signals:
        all_asked(): take every filter away.
    """

    all_asked = Signal()

    def __init__(self, make_claim_key: str, parent: QWidget | None = None) -> None:
        """Make the note; it says which key makes a claim, where one does."""
        super().__init__(Role.TITLE, 24, parent)
        self._make_claim = self.tr("Select words in the article and make a claim of them.")
        if make_claim_key:
            pressing = self.tr("Select words in the article and press {0} to make a claim of them.")
            self._make_claim = pressing.format(make_claim_key)
        self.button = QPushButton(self.tr("Show all"))
        self.button.clicked.connect(self.all_asked)
        self.column.insertWidget(self.column.count() - 1, self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_no_article(self) -> None:
        self._show(self.tr("No article is open"), self.tr("Open an article, paste one, or drop a file on the window."))

    def show_no_rows(self) -> None:
        self._show(self.tr("No claims yet"), self._make_claim)

    def show_hidden(self, count: int) -> None:
        """Say that the filter hides all ``count`` rows, with a button that shows them."""
        self._show(self.tr("Nothing matches"), self.tr("The filter hides all {0} rows.").format(written.count(count)))
        self.button.show()

    def _show(self, title: str, text: str) -> None:
        self.say(title, text)
        self.button.hide()

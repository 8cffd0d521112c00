"""What stands where rows would be, when there are none: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from factdesk.ui import written
from factdesk.ui.style import Role, set_role


class EmptyNote(QWidget):
    """A title, a sentence and at most one button.

    Signals:
        all_asked(): take every filter away.
    """

    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_claim = self.tr("Select words in the article and make a claim of them.")
        self._title, self._text = QLabel(), QLabel()
        self.button = QPushButton(self.tr("Show all"))
        self.button.clicked.connect(self.all_asked)
        set_role(self._title, Role.TITLE)
        set_role(self._text, Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_no_article(self) -> None:
        self._show(self.tr("No article is open"), self.tr("Open an article, paste one, or drop a file on the window."))

    def show_no_rows(self) -> None:
        self._show(self.tr("No claims yet"), self._make_claim)

    def set_make_claim_key(self, key: str) -> None:
        """Say which key makes a claim."""
        self._make_claim = self.tr("Select words in the article and press {0} to make a claim of them.").format(key)

    def show_hidden(self, count: int) -> None:
        """Say that the filter hides all ``count`` rows, with a button that shows them."""
        self._show(self.tr("Nothing matches"), self.tr("The filter hides all {0} rows.").format(written.count(count)))
        self.button.show()

    def words(self) -> str:
        """Return what the note says."""
        return f"{self._title.text()}. {self._text.text()}"

    def _show(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.button.hide()

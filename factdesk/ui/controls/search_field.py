"""The field in which words are sought: in the checklist, the article, a dialog's list."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """One line of words to look for, with a button that empties it; Qt gives that button no name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the field; ``name`` is shown while it is empty, and told to screen readers."""
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.textChanged.connect(self._offer_emptying)

    def _offer_emptying(self, text: str) -> None:
        """Make the button with the first words: before, nobody sees it, and Qt looks for its icon for 6 ms."""
        if text and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
            for action in self.findChildren(QAction):
                action.setText(self.tr("Empty the field"))

"""The field in which words are sought: in the checklist, the article, a dialog's list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """One line of words to look for, with a button that empties it; Qt gives that button no name.

    Signals:
        left(): Escape, and nothing is in the field: what was searched is wanted.
    """

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, keys: str = "") -> None:
        """Make the field.

        Args:
            name: shown while it is empty, and told to screen readers.
            keys: told at the foot of the window, where they do something else than in the search of a list.
        """
        super().__init__(parent)
        self._keys = keys
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.textChanged.connect(self._offer_emptying)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape empties the field; where it is empty, whoever has the field is asked what Escape means."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()
            event.ignore()

    def keys_at_hand(self) -> str:
        """Return the keys of this field: those of one letter are words here."""
        return self._keys or self.tr("Enter the list · Esc empty")

    def _offer_emptying(self, text: str) -> None:
        """Make the button with the first words: before, nobody sees it, and Qt looks for its icon for 6 ms."""
        if text and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
            for action in self.findChildren(QAction):
                action.setText(self.tr("Empty the field"))

"""What stands in the middle of an empty place: why it is empty, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from factdesk.ui.style import Role, set_role


class CalmPage(QWidget):
    """A title and a sentence, a little above the middle.

    Attributes:
        title, hint: the two lines.
        column: they stand between two stretches of it; what is to follow them is put in before the last.
    """

    def __init__(self, title_role: Role, margin: int, parent: QWidget | None = None) -> None:
        """Make the page.

        Args:
            margin: pixels around the words.
        """
        super().__init__(parent)
        self.title, self.hint = QLabel(), QLabel()
        set_role(self.title, title_role)
        set_role(self.hint, Role.QUIET)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(8)
        self.column.addStretch(2)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            self.column.addWidget(label)
        self.column.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.hint.setText(hint)

    def words(self) -> str:
        """Return what the page says."""
        return f"{self.title.text()}. {self.hint.text()}"

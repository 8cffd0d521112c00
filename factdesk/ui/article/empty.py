"""What stands where the article would be, while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from factdesk.ui.style import Role, set_role


class EmptyPage(QWidget):
    """Says calmly that nothing is open, and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("No article is open"))
        self.hint = QLabel(self.tr("Open a file, paste the text of an article, or drop either here."))
        set_role(self.title, Role.READING)
        set_role(self.hint, Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{self.title.text()}. {self.hint.text()}")

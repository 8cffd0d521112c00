"""What stands where the article would be, while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factdesk.ui.controls.calm import CalmPage
from factdesk.ui.style import Role


class EmptyPage(CalmPage):
    """Says calmly that nothing is open, and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Role.READING, 32, parent)
        self.say(
            self.tr("No article is open"), self.tr("Open a file, paste the text of an article, or drop either here.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.words())

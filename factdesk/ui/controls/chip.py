"""A chip: a small choice, one of several side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from factdesk.ui.style import Role, set_role


class Chip(QPushButton):
    """Of the chips that belong together one is chosen, and a screen reader says so: of a tool button it could not.

    Tab comes to the chosen one and arrows go on from there; a click leaves the focus where it is, in the list that the
    chip is about.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(
            lambda chosen: self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)
        )
        set_role(self, Role.CHIP)

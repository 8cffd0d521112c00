"""Help: first steps, the keys, and what FactDesk is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factdesk.ui.actions import key_rows
from factdesk.ui.window.rooms.room import Room


class HelpRoom(Room):
    """Shows first steps, the key sheet and the about box.

    Signals:
        sample_asked(): open the sample article.
    """

    sample_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"first-steps": self.show_first_steps, "keys": self.show_keys, "about": self.show_about}

    def show_first_steps(self) -> None:
        """Tell the way from an article to its report."""
        from factdesk.ui.dialogs.help.first_steps import FirstSteps

        if FirstSteps(self._window).exec() == FirstSteps.SAMPLE:
            self.sample_asked.emit()

    def show_keys(self) -> None:
        """List every command, with its keys where it has some."""
        from factdesk.ui.dialogs.help.keys import KeySheet

        in_article = self.tr("Article")
        more = (
            (in_article, self.tr("Move by a word, select by a word"), "Ctrl+←/→  ·  Ctrl+Shift+←/→"),
            (in_article, self.tr("Zoom"), self.tr("Ctrl+wheel")),
        )
        KeySheet(key_rows(more), self._window).exec()

    def show_about(self) -> None:
        """Say version, licence and what FactDesk is made with."""
        from factdesk.ui.dialogs.help.about import AboutDialog

        AboutDialog(self._window).exec()

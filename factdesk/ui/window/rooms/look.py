"""How the window looks: theme, reading face and size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from factdesk.settings import THEMES, Preferences
from factdesk.ui import motion, style
from factdesk.ui.fonts import READING
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.rooms.room import Room


class Look(Room):
    """Puts preferences about looks in force.

    Signals:
        theme_chosen(str): the person chose a theme in the menu.
    """

    theme_chosen = Signal(str)

    def __init__(self, page: CasePage, window: QMainWindow) -> None:
        super().__init__(window)
        self._page, self._window = page, window
        self._in_force: tuple[str, str, int] | None = None

    def commands(self) -> dict[str, Callable[[], None]]:
        themes = {f"theme-{name}": partial(self.theme_chosen.emit, name) for name in THEMES}
        return {**themes, "full-screen": self.turn_full_screen}

    def turn_full_screen(self) -> None:
        """Fill the whole screen, or go back to the window as it was."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def take(self, preferences: Preferences) -> None:
        """Put theme, motion, reading face and size in force; nothing is repainted where they hold already."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            motion.apply(app, preferences.motion)
        family = preferences.reading_family or READING
        wanted = (preferences.theme, family, preferences.reading_size)
        if wanted == self._in_force:
            return
        before, self._in_force = self._in_force, wanted
        if isinstance(app, QApplication) and (before is None or before[:2] != wanted[:2]):
            style.apply(app, preferences.theme, family)
        self._page.article.type.choose(family, preferences.reading_size)
        action = self._window.findChild(QObject, f"theme-{preferences.theme}")
        if action is not None:
            action.setProperty("checked", True)

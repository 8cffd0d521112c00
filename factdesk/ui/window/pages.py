"""The pages of a window, of which one is seen: the case, the welcome, the report."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factdesk.ui.controls.pile import Pile
from factdesk.ui.window.rooms.made import Parts, Rooms

if TYPE_CHECKING:
    from factdesk.ui.welcome.page import WelcomePage


class Pages(Pile):
    """Turns to the page that is wanted; until it is known which, an empty one is seen.

    Signals:
        turned(): a page was turned to, though it may have been seen before.
    """

    turned = Signal()

    def __init__(self, parts: Parts, rooms: Rooms) -> None:
        super().__init__()
        self._parts, self._rooms, self._case_page = parts, rooms, parts.page
        for page in (QWidget(), self._case_page):  # both are dressed at once
            self.add(page)

    @cached_property
    def welcome(self) -> WelcomePage:
        """The page shown while no article is open."""
        from factdesk.ui.welcome.page import WelcomePage

        rooms, desks, preferences = self._rooms, self._parts.desks, self._parts.preferences
        page = WelcomePage()
        page.show_recent(preferences.kept.recent)
        page.open_asked.connect(rooms.intake.ask_file)
        page.paste_asked.connect(rooms.intake.paste)
        page.sample_asked.connect(rooms.sample_wanted)
        page.first_steps_asked.connect(rooms.help.show_first_steps)
        page.open_desk_asked.connect(desks.ask_open)
        page.new_desk_asked.connect(desks.ask_new)
        page.desk_chosen.connect(desks.open)
        page.desk_forgotten.connect(lambda path: preferences.keep(preferences.kept.forgotten(path)))
        page.files_dropped.connect(rooms.intake.take_files)
        return page

    def offer(self, recent: tuple[Path, ...]) -> None:
        """Offer these desks on the welcome page, newest first."""
        if "welcome" in vars(self):  # else it asks for them when it is made
            self.welcome.show_recent(recent)

    def show_usual(self) -> None:
        """Show the case that is on the bench or comes to it; without one, the welcome page."""
        if self._parts.bench.article_id is not None:
            self.show_case()
        else:
            self.turn_to(self.welcome)

    def show_case(self) -> None:
        """Show the case's page."""
        arriving = self.page is not self._case_page
        self.turn_to(self._case_page)
        if arriving:
            self._case_page.checklist.setFocus()  # else the keys go to whatever Qt finds first on the page

    def turn_to(self, page: QWidget) -> None:
        """Show a page, whether it is one of the pile already or not."""
        self.add(page)
        super().turn_to(page)
        self.turned.emit()

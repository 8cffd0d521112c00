"""What the person prefers: changed in the dialog or by a command, kept on the disk, told to whoever goes by it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from factdesk.errors import FactDeskError
from factdesk.model.person import Person
from factdesk.model.scale import Scale
from factdesk.settings import Preferences, save
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.rooms.room import Room
from factdesk.ui.window.trouble import trouble_shown


class PreferencesRoom(Room):
    """Holds the preferences, and what follows from them: who is at the desk, and on which scale a new one judges.

    Attributes:
        kept: the preferences on the disk; where they could not be written they hold until the end.

    Signals:
        in_force(object Preferences): these hold from now on. What is only tried in the dialog is told, too, and
            ``kept`` again where it was not taken.
    """

    in_force = Signal(object)

    def __init__(self, bench: Workbench, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._bench, self._window = bench, window
        self.kept = preferences

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"preferences": self.show}

    def keep(self, preferences: Preferences) -> None:
        """Write preferences to the disk, and put them in force."""
        if preferences != self.kept:
            self.kept = preferences
            with trouble_shown(self._bench.trouble):
                save(preferences)
        self.in_force.emit(preferences)

    def choose_theme(self, name: str) -> None:
        """Show the window in this theme from now on."""
        self.keep(replace(self.kept, theme=name))

    def choose_paper(self, paper: str) -> None:
        """Print on this paper from now on, "a4" or "letter"."""
        self.keep(replace(self.kept, paper=paper))

    def person(self) -> Person:
        """Return who is at the desk, as the record names them."""
        return Person(self.kept.name) if self.kept.name else Person()

    def scale(self) -> Scale:
        """Return the scale on which a new desk judges; the first that ships where the preferred one is not there."""
        scales = self._scales()
        return next((scale for scale in scales if scale.id == self.kept.scale_id), scales[0])

    def show(self) -> None:
        """Let the person change the preferences; a changed scale or house name goes into the open desk, too.

        Of a desk that is only read nothing stands there to be changed.
        """
        from factdesk.ui.dialogs.preferences import PreferencesDialog
        from factdesk.work.edits.desk import SetDesk

        session = None if self._bench.only_read else self._bench.session
        row, scale = (session.desk_row(), session.scale()) if session else (None, None)
        dialog = PreferencesDialog(self.kept, self._window, organisation=row.organisation if row else None, scale=scale)
        dialog.tried.connect(self.in_force)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self.in_force.emit(self.kept)
            return
        chosen = dialog.answer()
        self.keep(chosen.preferences)
        if session is not None and row is not None:
            session.hand_over(self.person())
            organisation = chosen.organisation or ""
            if (organisation, chosen.scale.id) != (row.organisation, row.scale_id):
                self._bench.run(SetDesk(desk_id=row.id, organisation=organisation, scale=chosen.scale))

    def _scales(self) -> tuple[Scale, ...]:
        from factdesk.rules.scales import scales_with_house

        try:
            return scales_with_house(self.kept.house_scales)
        except FactDeskError as problem:
            self._bench.trouble.emit(problem)
            return scales_with_house(None)

"""A window on a desk that is only read: it is told above the article, and nothing in the window changes in vain."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from factdesk.ui import written
from factdesk.ui.actions import CHANGING
from factdesk.ui.controls.only_read import OnlyRead
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.frame.notices import Notices, Offer

_ABOUT = "only read"


class DeskOnlyRead(QObject):
    """Has a window go by what ``Workbench.only_read`` says.

    Attributes:
        panes: holds those in which one could type and choose.

    Signals:
        refused(str): somebody typed in vain; why.
    """

    refused = Signal(str)

    def __init__(
        self, bench: Workbench, panes: tuple[QWidget, ...], notices: Notices, actions: Mapping[str, QAction]
    ) -> None:
        super().__init__(notices)
        self._bench, self._notices, self._actions = bench, notices, actions
        self._keys: list[QShortcut] = []
        self.panes = OnlyRead(panes, self.refused.emit, self)
        bench.only_read_changed.connect(self._follow)

    def _follow(self) -> None:
        why, session = self._bench.only_read, self._bench.session
        self.panes.hold(why)
        self._tell_keys(why)
        if not why or session is None:
            self._notices.drop(_ABOUT)
        elif session.found:
            more = self.tr(
                "It comes from an older FactDesk, is only read, and stays as it is. Restore a backup, or work on in a "
                "copy, whose record will say what was found."
            )
            offers = self._offers("verify", "restore", "save-copy")
            self._notices.tell(_ABOUT, self._told(len(session.found)), offers, more)
        else:
            told = self.tr("A later FactDesk has brought this desk up to date.")
            more = self.tr("You can read on; nothing is kept here.")
            self._notices.tell(_ABOUT, told, self._offers("close-desk"), more)

    def _tell_keys(self, why: str) -> None:
        """Have each key of a command that is not to be had say why; nobody hears those of a disabled command."""
        for key in self._keys:
            key.setEnabled(False)  # at once: the command has its key again
            key.deleteLater()
        keys = {key.toString() for name in CHANGING for key in self._actions[name].shortcuts()} if why else ()
        self._keys = [QShortcut(QKeySequence(key), self._notices.window()) for key in keys]
        for key in self._keys:
            key.activated.connect(lambda: self.refused.emit(self._bench.only_read))

    def _told(self, found: int) -> str:
        one = self.tr("1 thing in it was changed by another hand")
        faults = written.counted(found, one, self.tr("{0} things in it were changed by another hand"))
        return self.tr("This desk does not verify: {0}.").format(faults)

    def _offers(self, *commands: str) -> tuple[Offer, ...]:
        names = {
            "verify": self.tr("What was changed…"),
            "restore": self.tr("Restore…"),
            "save-copy": self.tr("Save a copy…"),
            "close-desk": self.tr("Close the desk"),
        }
        return tuple((names[command], self._actions[command].trigger) for command in commands)

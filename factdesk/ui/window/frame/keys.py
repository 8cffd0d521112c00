"""What is said of a key that does nothing by itself: how it goes on, or why nothing comes of it on this row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from factdesk.ui.actions import COMMANDS, Need, native, plain
from factdesk.ui.window.frame.foot import Foot

_APART = ", "
"""What stands between the keys of a sequence."""
_FIRST = {keys.split(_APART)[0]: one for one in reversed(COMMANDS) for keys in one.keys[:1]}
_SEQUENCES = tuple((one.id, *keys.split(_APART)) for one in COMMANDS for keys in one.keys if _APART in keys)


class KeysGoingOn(QObject):
    """Says how a key goes on that only begins commands: Qt keeps it to itself until the next one comes.

    It hears the window from its first paint on: the some four hundred events before it hold no key.
    """

    def __init__(self, actions: Mapping[str, QAction], foot: Foot, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._foot = actions, foot

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  Qt's name
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._foot.tell_until_the_next(goes_on(event, self._actions))
        return False


def goes_on(event: QKeyEvent, actions: Mapping[str, QAction]) -> str:
    """Return which keys may follow one that only begins commands: "W, then A Waiting for the author · …", or ""."""
    key = _written(event)
    ways = [
        f"{native((last,))} {plain(actions[name].text()).removesuffix('…')}"
        for name, first, last in _SEQUENCES
        if first == key and actions[name].isEnabled()
    ]
    told = QCoreApplication.translate("MainWindow", "{0}, then {1}")
    return told.format(native((key,)), " · ".join(ways)) if ways else ""


def why_not(event: QKeyEvent, *, on_claim: bool, on_suggestion: bool) -> str:
    """Return why a key of a command that cannot be given on the current row does nothing, or ""."""
    command = _FIRST.get(_written(event))
    if command is not None and on_suggestion and command.needs is Need.CLAIM:
        told = QCoreApplication.translate("MainWindow", "This is only proposed. {0} makes a claim of it first.")
        return told.format(native(("A",)))
    if command is not None and on_claim and command.needs is Need.SUGGESTION:
        told = QCoreApplication.translate("MainWindow", "This is a claim already. {0} goes on to the next unchecked.")
        return told.format(native(("N",)))
    return ""


def _written(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()

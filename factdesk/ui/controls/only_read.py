"""Panes whose fields and controls change nothing for a while, and say so: the desk is only read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from factdesk.ui.controls.search_field import SearchField

_CHANGES = "changes"
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def changing(*controls: QWidget) -> None:
    """Say of controls that they change the desk: they are disabled where it is only read. Fields need not be named."""
    for control in controls:
        control.setProperty(_CHANGES, True)


class OnlyRead(QObject):
    """Holds panes so that nobody types or chooses in vain: fields are read-only, controls that change are disabled.

    What is made later is held once the focus moves, or when asked. Fields that only seek stay as they are.
    """

    def __init__(self, panes: tuple[QWidget, ...], told: Callable[[str], object], parent: QObject) -> None:
        """``told`` is given the reason, where somebody types into a field all the same."""
        super().__init__(parent)
        self._panes, self._told = panes, told
        self._why = ""
        self._held: dict[QWidget, str] = {}

    def hold(self, why: str) -> None:
        """Hold the panes and give ``why`` as the reason; "" lets go of them."""
        if bool(why) != bool(self._why):
            changed = _app().focusChanged
            (changed.connect if why else changed.disconnect)(self.hold_what_came)
        self._let_go()
        self._why = why
        self.hold_what_came()

    @Slot()
    def hold_what_came(self) -> None:
        """Hold what was made since, where the panes are held."""
        for pane in self._panes if self._why else ():
            for found in pane.findChildren(QWidget):
                if found not in self._held:
                    self._hold(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Keep a field's letters from being commands, and say why they are not written."""
        typed = isinstance(event, QKeyEvent) and event.text().isprintable() and event.text() != ""
        if not typed or not isinstance(event, QKeyEvent) or event.modifiers() & _COMMANDING:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._told(self._why)
            return True
        return False

    # --- inside

    def _hold(self, found: QWidget) -> None:
        if isinstance(found, QLineEdit | QPlainTextEdit):
            if found.isReadOnly() or isinstance(found, SearchField):
                return
            found.setReadOnly(True)
            found.installEventFilter(self)
        elif found.property(_CHANGES) and not found.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled):
            found.setEnabled(False)
        else:
            return
        self._held[found] = found.toolTip()
        found.setToolTip(self._why)

    def _let_go(self) -> None:
        for held, tip in self._held.items():
            if not isValid(held):
                continue
            if isinstance(held, QLineEdit | QPlainTextEdit):
                held.setReadOnly(False)
                held.removeEventFilter(self)
            else:
                held.setEnabled(True)
            held.setToolTip(tip)
        self._held.clear()


def _app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)  # noqa: S101
    return found

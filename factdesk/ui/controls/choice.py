"""A flat button that shows one of a few values and opens them as a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from factdesk.ui.style import Role, set_role

_NONE_YET = object()
"""No value at all: None may be one of the options."""


def option(words: str, group: QActionGroup) -> QAction:
    """Return a new action of ``group``, with a tick when it is chosen.

    Its words come after it is made: given with it, PySide asks whether they are an icon, and makes QIcon's 157 names.
    """
    action = QAction(group)
    action.setText(words)
    action.setCheckable(True)
    return action


class Choice(QToolButton):
    """One value out of a list. Lighter than a combo box, and no mouse wheel changes it by accident.

    Signals:
        chosen(object): the person picked this value, another than the one shown.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        """Make the button.

        Args:
            name: what is chosen, for screen readers: "Kind".
            options: each value with its words, in the order of the menu.
        """
        super().__init__(parent)
        self._name = name
        self._group = QActionGroup(self)
        menu = QMenu(self)
        for value, words in options:
            action = option(words, self._group)
            action.setData(value)
            menu.addAction(action)
        self._group.triggered.connect(lambda action: self._picked(action.data()))
        self._value: object = _NONE_YET
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.FLAT)
        self.show_value(options[0][0])

    @property
    def value(self) -> object:
        return self._value

    def show_value(self, value: object) -> None:
        """Show ``value``, telling nobody.

        Raises:
            ValueError: it is none of the options.
        """
        if value == self._value:
            return
        for action in self._group.actions():
            if action.data() == value:
                self._value = value
                action.setChecked(True)
                self.setText(f"{action.text()} ▾")
                self.setAccessibleName(f"{self._name}: {action.text()}")
                return
        raise ValueError(f"{value!r} is no option of {self._name}")

    def _picked(self, value: object) -> None:
        if value == self._value:
            return
        self.show_value(value)
        self.chosen.emit(value)

"""Walking a window by keyboard alone, and asking it what a screen reader asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.heard import faults


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until keys go to it."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def visited_by_tab(qtbot: QtBot, window: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it was, and return every control it stood on."""
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in seen:
        seen.append(focus)
        press(qtbot, Qt.Key.Key_Tab)
        assert len(seen) < 200
    return seen


def controls(window: QWidget) -> list[QWidget]:
    """Return every control of a shown window that takes the focus by Tab."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def assert_walkable(qtbot: QtBot, window: QWidget) -> None:
    """Assert that the keyboard reaches every control of a shown window, and that each tells name, role and state."""
    visited = visited_by_tab(qtbot, window)
    missed = [control for control in controls(window) if control not in visited]
    assert not missed, f"Tab never reaches {missed}"
    found = faults(window)
    assert not found, "\n".join(found)


def in_front(qtbot: QtBot, dialog: QDialog) -> None:
    """Wait until keys go to a dialog; a window manager would see to it."""

    def is_there() -> bool:
        dialog.activateWindow()  # asked for before the window is on the screen, it would be forgotten
        return dialog.isActiveWindow()

    qtbot.waitUntil(is_there, timeout=20_000)


def walked(qtbot: QtBot, dialog: QDialog) -> list[str]:
    """Return which controls of a dialog of Qt's Tab does not reach."""
    visited = visited_by_tab(qtbot, dialog)
    return [f"{type(one).__name__} {one.objectName()}" for one in controls(dialog) if one not in visited]

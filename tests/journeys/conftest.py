"""A window as a start of the program opens it, and hands that use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from factdesk.settings import Preferences
from factdesk.ui.window.main_window import MainWindow

Start = Callable[[], MainWindow]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Opens a window; those still open are closed at the end."""
    windows: list[MainWindow] = []

    def open_window() -> MainWindow:
        window = MainWindow(Preferences(name="Checker", theme="light"))
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_window
    for window in windows:
        window.close()

"""The window on its screen, and what it tells of a step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def test_a_window_that_was_never_moved_fits_the_screen_with_its_frame(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - 40


def test_the_window_fills_the_screen_and_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_news_of_a_step_is_gone_with_the_next_one(qtbot: QtBot, window: MainWindow) -> None:
    """“Ctrl+Z takes it back” is not so any more."""
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_O)
    press(qtbot, Qt.Key.Key_P)
    assert window.statusBar().currentMessage().startswith("No claim")
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_A)
    assert not window.statusBar().currentMessage().startswith("No claim")

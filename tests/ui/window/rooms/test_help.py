"""Help is where it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.settings import Preferences
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import show


def test_first_steps_are_told_where_they_are_asked_for(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
        else:
            told.append(type(dialog).__name__)
            dialog.close()

    QTimer.singleShot(20, look)
    qtbot.mouseClick(window.pages.welcome.first_steps_button, Qt.MouseButton.LeftButton)
    assert told == ["FirstSteps"]
    window.close()

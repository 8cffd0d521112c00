"""The real window on a desk, for what is measured in it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.home import is_temporary
from benchmarks.window.rows import ME
from factdesk.settings import Preferences
from factdesk.ui import start
from factdesk.ui.window.main_window import MainWindow

_PATIENCE = 120.0
"""Seconds that a long article may take to stand there, on a machine that has other work."""


def shown(preferences: Preferences | None = None) -> MainWindow:
    """Return the window with no desk, on the screen; only in a home of its own, for it keeps what is chosen in it."""
    assert is_temporary(), "with home(): else it would write the preferences of whoever measures"
    window = MainWindow(preferences or Preferences(name=ME, theme="light"))
    window.show()
    return window


def opened(path: Path) -> MainWindow:
    """Return the window with the desk's article on it; a long one is read beside the window and waited for."""
    application = QApplication.instance() or start.application()
    assert isinstance(application, QApplication)
    window = shown()
    QTest.qWaitForWindowExposed(window)
    window.desks.open(path)
    until = time.monotonic() + _PATIENCE
    while window.bench.case is None and time.monotonic() < until:
        QTest.qWait(10)
    assert window.bench.case is not None, "the article did not come"
    return window

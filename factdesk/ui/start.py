"""From nothing to a painted window."""

from __future__ import annotations

import builtins
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factdesk.errors import MissingPartError
from factdesk.libraries import WINDOW, missing
from factdesk.ui.compiled import compiled_once
from factdesk.work.jobs import making_what_stays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from factdesk.settings import Preferences
    from factdesk.ui.window.main_window import MainWindow


def run_window(paths: list[Path], *, sample: bool = False) -> int:
    """Open the window and return the exit code when it is closed.

    Args:
        paths: desks and articles to open; none goes on where the last window was closed.
        sample: open the sample article instead.

    Raises:
        MissingPartError: there is no display, or a system library is missing.
    """
    app, window = opened(paths, sample=sample)
    if window is None:
        return 0  # the window that has the desk is in front now
    return app.exec()


def opened(paths: list[Path], *, sample: bool = False) -> tuple[QApplication, MainWindow | None]:
    """Return application and window as ``run_window`` opens them, shown and not yet painted."""
    with making_what_stays():
        look_for_parts()
        app = application()
        window = open_window(paths, sample=sample)
    return app, window


def application() -> QApplication:
    """Return the application, dressed and with its last resort."""
    with compiled_once():
        from PySide6.QtWidgets import QApplication

        _import_as_python_does()
        import factdesk.ui.window.main_window  # noqa: F401  with all that the first paint needs

    from factdesk.ui import fonts
    from factdesk.ui.last_resort import install_last_resort
    from factdesk.ui.theme import DRAWN_BY

    app = QApplication([*sys.argv[:1], *DRAWN_BY])
    app.setApplicationName("FactDesk")
    app.setDesktopFileName("factdesk")
    fonts.load(app)
    install_last_resort(app)
    return app


def _import_as_python_does() -> None:
    """Take back what PySide puts in the place of ``import``.

    It reads the source of each module that is imported, in search of its own name, for the sake of another spelling
    of its classes (``from __feature__ import snake_case``), which nobody here uses; and keeps all it read.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def open_window(paths: list[Path], *, sample: bool = False) -> MainWindow | None:
    """Return the window, shown, as ``run_window`` opens it; None where another one has the desk."""
    from factdesk.settings import load

    window = _window(load(), paths, sample=sample)
    if window.desks.handed_over and window.bench.session is None:
        return None
    window.show()
    return window


def _window(preferences: Preferences, paths: list[Path], *, sample: bool) -> MainWindow:
    from factdesk.ui.window.main_window import MainWindow

    window = MainWindow(preferences)
    if sample:
        window.opening.sample()
    elif paths:
        window.opening.paths(paths)
    else:
        window.opening.go_on()
    return window


def look_for_parts() -> None:
    """See that a window can be opened here, before anything of Qt is imported.

    Raises:
        MissingPartError: there is no display, or a system library is missing.
    """
    lacking = missing(WINDOW)
    if lacking:
        raise MissingPartError(
            "The window was not opened",
            f"this machine lacks {', '.join(lacking)}",
            "Install them with the system's package tool, or run packaging/run.sh, which does.",
        )
    headless = sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")
    )
    if headless:
        raise MissingPartError(
            "The window was not opened",
            "there is no display here",
            "Write the report without one: factdesk report ARTICLE --to FILE.pdf.",
        )

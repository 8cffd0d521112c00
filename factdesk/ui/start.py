"""From nothing to a painted window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from factdesk.errors import MissingPartError
from factdesk.libraries import WINDOW, missing


def run_window(paths: list[Path], *, sample: bool = False) -> int:
    """Open the window and return the exit code when it is closed.

    Args:
        paths: desks and articles to open; none goes on where the last window was closed.
        sample: open the sample article instead.

    Raises:
        MissingPartError: there is no display, or a system library is missing.
    """
    _look_for_parts()
    from PySide6.QtWidgets import QApplication

    from factdesk.settings import load
    from factdesk.ui import fonts
    from factdesk.ui.last_resort import install_last_resort
    from factdesk.ui.window.main_window import MainWindow

    app = QApplication(sys.argv[:1])
    app.setApplicationName("FactDesk")
    app.setDesktopFileName("factdesk")
    fonts.load(app)
    install_last_resort(app)
    window = MainWindow(load())
    if sample:
        window.open_sample()
    elif paths:
        window.open_paths(paths)
    else:
        window.go_on()
    if window.desks.handed_over and window.bench.session is None:
        return 0  # the window that has the desk is in front now
    window.show()
    return app.exec()


def _look_for_parts() -> None:
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

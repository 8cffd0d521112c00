"""What happens with a mistake nobody foresaw: it is logged, shown once, and the work goes on.

Neither the log nor the dialog holds a word of an article: of an exception only its class is told, of
the way there only files, lines and functions. An exception's message may quote the text it failed on.
"""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from factdesk import __version__
from factdesk.errors import FactDeskError

if TYPE_CHECKING:
    import logging

    from factdesk.ui.dialogs.bug import BugDialog
    from factdesk.ui.dialogs.trouble import TroubleDialog

LOG_BYTES, LOG_FILES = 256 * 1024, 3
_HOUSE = Path(__file__).parents[1]
_LIBRARIES = "site-packages"


def log_file() -> Path:
    """Return where the log is kept; it may not be there yet."""
    from platformdirs import user_log_path

    return user_log_path("factdesk", appauthor=False) / "factdesk.log"


def install_last_resort(app: QApplication) -> LastResort:
    """Catch, from now on, what no other code caught, in any thread; ``app`` keeps the catcher."""
    resort = LastResort(app)
    sys.excepthook = resort.caught
    threading.excepthook = resort.caught_in_thread
    return resort


class LastResort(QObject):
    """Shows mistakes, one dialog at a time; those that come while one is open go to the log alone.

    Signals:
        shown(object QDialog): a dialog was opened.
    """

    shown = Signal(object)
    _elsewhere = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._dialog: BugDialog | TroubleDialog | None = None
        self._log: logging.Logger | None = None
        self._elsewhere.connect(self._show)

    def caught(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Take an exception as ``sys.excepthook`` does."""
        if not isinstance(error, Exception):  # Ctrl+C in the terminal, sys.exit in a slot
            self._app.exit(1)
            return
        self._log = self._log or _open_log()
        self._log.error("%s", report_text(error))
        self._elsewhere.emit(error)

    def caught_in_thread(self, found: threading.ExceptHookArgs) -> None:
        """Take an exception as ``threading.excepthook`` does; the dialog opens in the GUI thread."""
        if found.exc_value is not None:
            self.caught(found.exc_type, found.exc_value, found.exc_traceback)

    @Slot(object)
    def _show(self, error: Exception) -> None:
        if self._dialog is not None:
            return
        from factdesk.ui.dialogs.bug import BugDialog
        from factdesk.ui.dialogs.trouble import TroubleDialog

        parent = self._app.activeWindow()
        if isinstance(error, FactDeskError):
            self._dialog = TroubleDialog(error, parent)
        else:
            self._dialog = BugDialog(report_text(error), parent)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()
        self.shown.emit(self._dialog)

    def _closed(self) -> None:
        self._dialog = None


def report_text(error: BaseException) -> str:
    """Return what the makers need to mend a mistake: versions, class, and the way there, innermost last."""
    import platform

    head = (
        f"FactDesk {__version__} · Python {platform.python_version()} · PySide6 {PySide6.__version__} · "
        f"{platform.system()} {platform.release()} · {QApplication.platformName()}"
    )
    return "\n".join([head, *_told(error)])


def _told(error: BaseException) -> list[str]:
    """Return the lines about one exception, those about its cause before them."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = [*_told(cause), "which led to"] if cause is not None else []
    frames = traceback.extract_tb(error.__traceback__)
    return [
        *before,
        f"{type(error).__module__}.{type(error).__qualname__}",
        *(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames),
    ]


def _short(name: str) -> str:
    """Return a file's name without the way to it, of which every folder may name a person or an article."""
    path = Path(name)
    if path.is_relative_to(_HOUSE):
        return str(Path("factdesk") / path.relative_to(_HOUSE))
    if _LIBRARIES in path.parts:
        return "/".join(path.parts[path.parts.index(_LIBRARIES) + 1 :])
    return path.name


def _open_log() -> logging.Logger:
    """Open the log, late, since most days nothing goes into it; where it may not be written nothing ever does."""
    import logging
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger("factdesk")
    log.propagate = False
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return log

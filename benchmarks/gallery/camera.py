"""One window and the folder its pictures go to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from benchmarks.window.opened import shown
from factdesk.settings import Preferences

SIZES = {"usual": (1440, 900), "small": (1024, 700), "narrow": (600, 900), "wide": (1920, 1080)}


class Camera:
    """Takes pictures of one window in one theme.

    Attributes:
        driven: names of the classes of the dialogs that were shown.
    """

    def __init__(self, folder: Path, theme: str, only: list[str]) -> None:
        self._folder, self._theme, self._only = folder, theme, only
        self.driven: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)
        self.window = shown(Preferences(name="AB", theme=theme))
        self.size("usual")
        self.window.show()
        settle(300)

    def size(self, name: str) -> None:
        """Make the window one of ``SIZES``, or as much of it as the screen has room for."""
        self.window.resize(QSize(*SIZES[name]).boundedTo(self.window.screen().availableSize()))
        settle(300)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture, unless others were asked for."""
        if not self._only or any(name.startswith(wanted) for wanted in self._only):
            (widget or self.window).grab().save(str(self._folder / f"{name}-{self._theme}.png"))

    def dialog(self, name: str, opening: Callable[[], object], first: Callable[[QDialog], object] = repr) -> None:
        """Keep a picture of the modal dialog that ``opening`` shows, once ``first`` was done in it, and close it."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                first(dialog)
                settle(300)
                self.driven.add(type(dialog).__name__)
                self.take(name, dialog)
                dialog.reject()
            else:
                QTimer.singleShot(100, look)

        QTimer.singleShot(300, look)
        opening()

    def tip(self, name: str, widget: QWidget) -> None:
        """Keep a picture of a control with its tip below it."""
        QToolTip.showText(widget.mapToGlobal(QPoint(8, widget.height())), widget.toolTip(), widget)
        settle(300)
        tip = next((top for top in QApplication.topLevelWidgets() if top.metaObject().className() == "QTipLabel"), None)
        if tip is not None and tip.isVisible():
            self.take(name, _together(widget, tip))
        QToolTip.hideText()


def _together(widget: QWidget, tip: QWidget) -> QWidget:
    """Return a widget that shows a control and its tip, one above the other."""
    from PySide6.QtWidgets import QLabel

    above, below = widget.grab(), tip.grab()
    made = QPixmap(QSize(max(above.width(), below.width()), above.height() + below.height() + 4))
    made.fill(widget.palette().window().color())
    painter = QPainter(made)
    painter.drawPixmap(0, 0, above)
    painter.drawPixmap(0, above.height() + 4, below)
    painter.end()
    label = QLabel()
    label.setPixmap(made)
    label.resize(made.size())
    return label


def settle(milliseconds: int, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window work for a while, or until something is true."""
    end = QDeadlineTimer(milliseconds)
    loop = QEventLoop()
    while not end.hasExpired() and not until():
        QTimer.singleShot(10, loop.quit)
        loop.exec()

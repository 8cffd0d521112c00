"""What FactDesk is, which version, and what it is made of."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from factdesk import __version__
from factdesk.ui.app_icon import app_icon
from factdesk.ui.controls.labels import quiet, title, words
from factdesk.ui.dialogs.sheet import Sheet

# Package → its licence, as its own files state it.
LIBRARIES = {
    "PySide6-Essentials": "LGPL-3.0",
    "sqlite-utils": "Apache-2.0",
    "markdown": "BSD-3-Clause",
    "typst": "Apache-2.0",
    "pypdfium2": "Apache-2.0 / BSD-3-Clause",
    "lxml": "BSD-3-Clause",
    "trafilatura": "Apache-2.0",
    "readability-lxml": "Apache-2.0",
    "ftfy": "Apache-2.0",
    "msgspec": "BSD-3-Clause",
    "platformdirs": "MIT",
    "QtAwesome": "MIT; icons: Phosphor, MIT",
}
_ICON = 32
"""Pixels of the program's icon."""
TYPEFACES = "Source Serif 4, Source Sans 3 (OFL-1.1), DejaVu Sans"


class AboutDialog(Sheet):
    """Nothing to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSize(480, 380), parent)
        self.say(
            self.tr("FactDesk {0}").format(__version__),
            self.tr("A workstation for checking an article line by line. It needs no account and no network."),
        )
        self.body.addLayout(self._licence())
        self.body.addWidget(title(self.tr("Made with")))
        lines = [f"Python {platform.python_version()} (PSF-2.0)"]
        lines += [f"{name} {_version(name)} ({licence})" for name, licence in LIBRARIES.items()]
        self.body.addWidget(quiet("\n".join([*lines, TYPEFACES])))
        self.body.addStretch(1)
        self.add_button(self.tr("Close"), self.accept, primary=True)

    def _licence(self) -> QHBoxLayout:
        """The program's icon, and beside it how it may be used."""
        drawn = QLabel()
        drawn.setPixmap(app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatio()))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(drawn)
        row.addWidget(words(self.tr("Free software under the MIT licence. So is its icon.")), 1)
        return row


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a bundle may come without the packages' own records
        return ""

"""The typefaces that come with the program, so that the window looks the same on a bare machine."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from factdesk.assets import resource

READING = "Source Serif 4"
"""What articles are set in unless a person chose another face."""

DESK = "Source Sans 3"
"""What the rest of the window is set in."""

SIGNS = "DejaVu Sans"
"""Has the signs the other two lack: ✕ ∅ ◇ ◐ ◔ ⊘."""


def load(app: QApplication) -> None:
    """Make the typefaces known and set the window in them; where a file is missing Qt falls back by itself."""
    for file in sorted(resource("fonts").rglob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont([DESK, SIGNS], 11)
    app.setFont(font)

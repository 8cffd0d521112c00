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


IN_WINDOW = (
    "dejavu/DejaVuSans.ttf",
    "source-sans/SourceSans3-Bold.otf",
    "source-sans/SourceSans3-It.otf",
    "source-sans/SourceSans3-Regular.otf",
    "source-sans/SourceSans3-Semibold.otf",
    "source-serif/SourceSerif4-Bold.otf",
    "source-serif/SourceSerif4-Regular.otf",
)
"""What the window is set in. The slanted reading faces are the report's alone: to read a file takes 1.3 ms."""


def reading_families(chosen: str) -> list[str]:
    """Return the families an article is set in: the chosen one before ours, or for an empty one ours alone.

    Named beside another, a family has Qt ask the system at once for whatever may stand in for it: two to five
    million instructions for each. Named alone, that is asked only when a letter is lacking.
    """
    return list(dict.fromkeys((chosen or READING, READING)))


def load(app: QApplication) -> None:
    """Make the typefaces known and set the window in them; where a file is missing Qt falls back by itself."""
    folder = resource("fonts")
    for name in IN_WINDOW:
        QFontDatabase.addApplicationFont(str(folder / name))
    font = QFont([DESK, SIGNS], 11)
    app.setFont(font)

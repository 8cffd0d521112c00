"""Floor of the start: a bare two-pane window with the article's text and rows, painted.

    python -m benchmarks.floors.two_panes TEXTFILE ROWS

What it shows is what ours shows of text and rows at its first paint: a window of the same size with the same menu
titles, parted 58 to 42; the text in the same typeface and size, which gives some lines more, since headings are not set
larger; a list as high as ours, whose rows carry the same six texts in the same faces (``floors.rows``). Only the three
fonts that are seen are loaded. It is bare in all else: no style sheet, tool bar, chips or claim card, no marks in the
text, no desk to read and nothing in its menus.

Prints ``time.monotonic()`` and the processor seconds since the process began at the end of the first paint, and half
a second later the resident memory, that which no other process shares, in MB, and the processor seconds up to then.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from benchmarks.floors.rows import drawn
from benchmarks.weighing import memory

FONTS = ("source-serif/SourceSerif4-Regular", "source-sans/SourceSans3-Regular", "source-sans/SourceSans3-Semibold")
LIST, ROW = 158, 74
"""Heights in pixels of our list in a window of 900, and of one of its rows."""


class Text(QPlainTextEdit):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, told)


def told() -> None:
    print(time.monotonic(), time.process_time(), flush=True)
    QTimer.singleShot(500, weighed)


def weighed() -> None:
    print(*memory(), time.process_time(), flush=True)
    QApplication.quit()


def side(rows: list[str]) -> QWidget:
    """Return the right pane: a list at the height of ours."""
    made = QWidget()
    column = QVBoxLayout(made)
    view = drawn(rows, ROW)
    view.setFixedHeight(LIST)
    column.addStretch(1)
    column.addWidget(view)
    column.addStretch(3)
    return made


def main() -> None:
    app = QApplication([])
    fonts = Path(__file__).parents[2] / "resources" / "fonts"
    for name in FONTS:
        QFontDatabase.addApplicationFont(str(fonts / f"{name}.otf"))
    app.setFont(QFont("Source Sans 3", 11))
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    window = QMainWindow()
    for name in ("Desk", "Article", "Claim", "View", "Report", "Help"):
        window.menuBar().addMenu(name)
    splitter = QSplitter()
    edit = Text(text)
    edit.setFont(QFont("Source Serif 4", 13))
    edit.setReadOnly(True)
    splitter.addWidget(edit)
    splitter.addWidget(side(text.split(". ")[: int(sys.argv[2])]))
    window.setCentralWidget(splitter)
    window.resize(QSize(1440, 900).boundedTo(app.primaryScreen().availableSize()))
    splitter.setSizes([580, 420])
    window.show()
    app.exec()


if __name__ == "__main__":
    main()

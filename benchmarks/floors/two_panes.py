"""Floor of the start: a bare two-pane window with the article's text and as many rows, painted.

    python -m benchmarks.floors.two_panes TEXTFILE ROWS

Prints ``time.monotonic()`` and the processor seconds since the process began at the end of the first paint, and half
a second later the resident memory and that which no other process shares, in MB.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QMainWindow, QPlainTextEdit, QSplitter, QTableView


class Rows(QAbstractListModel):
    def __init__(self, rows: list[str]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


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
    print(*memory(), flush=True)
    QApplication.quit()


def memory() -> tuple[float, float]:
    """Return the resident memory of this process and what of it no other process shares, in MB."""
    held: dict[str, float] = {}
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
        name, size, _ = line.split()
        held[name] = float(size) * 1024 / 1e6
    return held["Rss:"], held["Private_Clean:"] + held["Private_Dirty:"]


def table(rows: list[str]) -> QTableView:
    """Return the fastest list: one column, fixed heights, no headers."""
    made = QTableView()
    made.setModel(Rows(rows))
    made.horizontalHeader().hide()
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.horizontalHeader().setStretchLastSection(True)
    return made


def main() -> None:
    app = QApplication([])
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    window = QMainWindow()
    for name in ("Desk", "Article", "Claim", "View", "Report", "Help"):
        window.menuBar().addMenu(name)
    splitter = QSplitter()
    edit = Text(text)
    edit.setReadOnly(True)
    splitter.addWidget(edit)
    splitter.addWidget(table(text.split(". ")[: int(sys.argv[2])]))
    window.setCentralWidget(splitter)
    window.resize(1440, 900)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()

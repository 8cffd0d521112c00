"""The real start: the window with the last article and its rows, painted.

    python -m benchmarks.probes.start

Prints ``time.monotonic()`` and the processor seconds since the process began at the end of the first paint of the
article, and half a second later the resident memory and that which no other process shares, in MB. Desk, article and
preferences are those of the environment (``XDG_CONFIG_HOME`` …).
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.floors.two_panes import memory
from factdesk.ui import start


class Look(QObject):
    """Watches the article's viewport for its first paint."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.told)
        return False

    def told(self) -> None:
        print(time.monotonic(), time.process_time(), flush=True)
        QTimer.singleShot(500, self.weigh)

    def weigh(self) -> None:
        print(*memory(), flush=True)
        QApplication.closeAllWindows()


def main() -> None:
    start.look_for_parts()
    app = start.application()
    window = start.open_window([])
    assert window is not None
    look = Look()
    window.case_page.article.text.viewport().installEventFilter(look)
    app.exec()


if __name__ == "__main__":
    main()

"""The real start: the window with the last article and its rows, painted.

    python -m benchmarks.probes.start

Without a desk to go on with nothing is measured, and a sentence says so.

Prints ``time.monotonic()`` and the processor seconds since the process began at the end of the first paint of the
article; half a second later, when all that comes after the first paint is there, the resident memory and that which no
other process shares, in MB, and the processor seconds up to then. Desk, article and preferences are those of the
environment (``XDG_CONFIG_HOME`` …).
"""

from __future__ import annotations

import sys
import time

from benchmarks.weighing import memory
from factdesk.ui import start


def main() -> None:
    app, window = start.opened([])
    if window is None or window.bench.session is None:
        sys.exit("The start was not measured: the desk of the last window is not there, or another window has it.")
    from PySide6.QtCore import QEvent, QObject, QTimer

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
            print(*memory(), time.process_time(), flush=True)
            app.closeAllWindows()

    look = Look()
    window.case_page.article.text.viewport().installEventFilter(look)
    app.exec()


if __name__ == "__main__":
    main()

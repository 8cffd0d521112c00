"""Processor time up to the end of a paint."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

_ROUNDS = 200


class Painted(QObject):
    """Says when a widget was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def side_by_side(one: QWidget, other: QWidget) -> QSplitter:
    """Show two widgets in one window: one behind another would never be painted."""
    frame = QSplitter()
    frame.addWidget(one)
    frame.addWidget(other)
    frame.resize(1500, 800)
    frame.setSizes([750, 750])
    frame.show()
    QTest.qWaitForWindowExposed(frame)
    return frame


def painted(act: Callable[[], object], viewport: QWidget) -> float:
    """Return the processor seconds from ``act`` to the end of the paint it causes."""
    look = Painted()
    viewport.installEventFilter(look)
    begun = time.process_time()
    act()
    for _ in range(_ROUNDS):  # a change that is not seen paints nothing
        if look.seen:
            break
        QApplication.processEvents()
    taken = time.process_time() - begun
    viewport.removeEventFilter(look)
    QApplication.processEvents()
    return taken


def processor(act: Callable[[], object]) -> float:
    """Return the processor seconds of ``act``."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def ms(seconds: list[float]) -> float:
    """Return the median in milliseconds."""
    return 1000 * statistics.median(seconds)

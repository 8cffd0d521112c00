"""A text of 20 MB comes in through the real window: the window answers while it is read, and it can be stopped."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.intake import IntakeDialog
from tests.desks import logical
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, when_it_comes

LONGEST = 0.5
"""Seconds; far more than is met on an idle machine, far less than a person takes for a halt."""


class Gaps:
    """Looks every 50 ms whether the window's own thread gets its turn, and keeps the longest time that it did not."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(QApplication.instance(), interval=50)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last - 0.05), now

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "book.txt"
    lines = (
        f"Ship {nth} passed the lock in 19{nth % 100:02}, with {nth % 977} tons of oak.\n\n" for nth in range(340_000)
    )
    path.write_text("The old lock holds\n\n" + "".join(lines), encoding="utf-8")
    assert path.stat().st_size > 20_000_000
    return path


def test_the_window_answers_while_20_megabytes_are_read_and_shown_for_looking_over(
    qtbot: QtBot, start: Start, book: Path
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    seen: list[str] = []
    gaps = Gaps()

    def look(dialog: IntakeDialog) -> None:
        gaps.stop()
        seen.append(dialog.windowTitle())
        dialog.reject()

    when_it_comes(IntakeDialog, look)
    window.intake.open(book)
    qtbot.waitUntil(lambda: bool(seen), timeout=120_000)
    assert gaps.longest < LONGEST
    assert logical(desk) == before


@pytest.mark.parametrize("after", [0.2, 1.5, 4.0])
def test_it_is_stopped_within_half_a_second_wherever_it_is(
    qtbot: QtBot, start: Start, book: Path, after: float
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    window.intake.open(book)
    begun = time.perf_counter()
    qtbot.waitUntil(lambda: time.perf_counter() - begun > after, timeout=10_000)
    assert window.jobs.busy()
    window.jobs.stop()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=500)
    assert logical(desk) == before

"""A text of 20 MB on its way in through the real window can be stopped at once, wherever its reading is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desks import logical
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "book.txt"
    lines = (
        f"Ship {nth} passed the lock in 19{nth % 100:02}, with {nth % 977} tons of oak.\n\n" for nth in range(340_000)
    )
    path.write_text("The old lock holds\n\n" + "".join(lines), encoding="utf-8")
    assert path.stat().st_size > 20_000_000
    return path


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

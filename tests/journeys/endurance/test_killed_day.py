"""A window that was killed: the next one starts where the checker was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from factdesk.settings import load, window_state
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press

_AT_WORK = """
import sys
from PySide6.QtTest import QTest
from factdesk.settings import window_state
from factdesk.ui.start import opened
app, window = opened([], sample=True)
while window.bench.case is None:
    QTest.qWait(20)
window.furnish()
window.case_page.checklist.setFocus()
for _ in range(3):
    window.commands["next-row"]()
    QTest.qWait(20)
while window.row.id not in window_state().get("row", ""):
    QTest.qWait(20)
print(window.bench.article_id, window.row.id, flush=True)
app.exec()
"""


def go_on(qtbot: QtBot) -> MainWindow:
    """Open a window as a start without words does."""
    window = MainWindow(load())
    window.opening.go_on()
    window.show()
    qtbot.waitUntil(lambda: window.bench.case is not None)
    return window


def test_after_a_kill_the_window_is_at_the_article_and_the_row_that_were_worked_on(qtbot: QtBot) -> None:
    with subprocess.Popen([sys.executable, "-c", _AT_WORK], stdout=subprocess.PIPE, text=True) as at_work:
        assert at_work.stdout is not None
        article, row = at_work.stdout.readline().split()
        at_work.kill()
    window = go_on(qtbot)
    assert (window.bench.article_id, window.row.id) == (article, row)
    assert window.pages.page is window.case_page
    window.close()


def test_after_closing_it_is_there_too_and_a_row_that_is_gone_gives_way_to_the_first(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    open_sample(qtbot, window)
    first = window.row.id
    press("j", "j")
    second = window.row.id
    assert second != first
    window.close()
    window = go_on(qtbot)
    assert window.row.id == second
    window.row.go("claim", "gone")
    window.close()
    assert window_state()["row"] == "claim:gone"
    window = go_on(qtbot)
    assert window.row.id == first
    window.close()

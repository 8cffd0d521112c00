"""A window that stays open all day: of desks and dialogs that were closed in it nothing is kept."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import dialogs_left, open_sample

DESKS, SETTLED = 20, 14
"""How many are opened, and after how many the list of desks that were used last is full."""

ASKING = (
    "new-desk", "open-desk", "save-copy", "restore", "history", "preferences", "open-article", "fetch-article",
    "add-version", "articles", "details", "find-everywhere", "save-report",
    "first-steps", "keys", "about",
)  # fmt: skip
"""Commands that open a dialog; the one that prints is let go of in the day at the window."""

TEXT = "The dam is 41 metres high. It was built in 1911, he said. Nobody asked the 312 people of the village.\n"


def kept() -> Counter[str]:
    """Count what Python keeps of this program's and Qt's objects, by type."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
    gc.collect()
    types = (type(one) for one in gc.get_objects())
    return Counter(f"{kind.__module__}.{kind.__qualname__}" for kind in types if _ours(kind))


def _ours(kind: type) -> bool:
    return str(kind.__module__).startswith(("factdesk", "PySide6"))


def open_another(qtbot: QtBot, window: MainWindow, folder: Path, nth: int) -> None:
    assert window.desks.make(folder / f"{nth}.factdesk")
    article = folder / f"{nth}.txt"
    article.write_text(f"{nth}. {TEXT}", encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.bench.case is not None and bool(window.bench.case.suggestions))
    window.commands["accept"]()
    window.commands["show-numbers"]()
    pane = window.case_page.lists.register
    assert pane is not None
    qtbot.waitUntil(lambda: pane.rows.rowCount() > 0 and not window.jobs.busy())


def test_desks_opened_one_after_another_leave_nothing_behind(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    for nth in range(SETTLED):
        open_another(qtbot, window, tmp_path, nth)
    before = kept()
    for nth in range(SETTLED, DESKS):
        open_another(qtbot, window, tmp_path, nth)
    grown = kept() - before
    assert {name: more for name, more in grown.items() if more >= DESKS - SETTLED} == {}


def test_dialogs_that_were_left_are_gone(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    window.furnish()

    def ask() -> int:
        with dialogs_left() as left:
            for command in ASKING:
                left.clear()
                window.commands[command]()
                qtbot.waitUntil(lambda: bool(left) and QApplication.activeModalWidget() is None)
        window.pages.show_usual()
        kept()
        return len(QApplication.allWidgets())

    ask()
    before = ask()
    assert ask() == before

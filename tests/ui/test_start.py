"""The start: what the first paint waits for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.large import make_desk
from benchmarks.window.whole import settings
from factdesk.settings import preferences_file

PAINTED = """
import linecache
import sys
from factdesk.ui import start
app = start.application()
window = start.open_window([])
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
page = window.case_page
awaited = [page.article.text.viewport(), page.checklist.list.viewport()]

class Look(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched in awaited:
            awaited.remove(watched)
            if not awaited:
                QTimer.singleShot(0, self.told)  # the first thing that waited for the paint
        return False

    def told(self):
        made = [name for module in (QtGui, QtWidgets) for name in vars(module)]
        assert page.article.text.sight.shown().end > 0
        assert page.checklist.list.rows.rowCount() > 10
        told = [list(sys.modules), list(linecache.cache), made, page.panes.side.sizes()]
        window.furnish()  # the claim's card comes
        QTimer.singleShot(0, lambda: self.ended(told))  # laid out by then

    def ended(self, told):
        import json
        print(json.dumps([*told, page.panes.side.sizes()]))
        app.quit()

look = Look()
for viewport in awaited:  # a filter of the whole application would have PySide make what it is shown
    viewport.installEventFilter(look)
app.exec()
"""
"""Tells what is imported, whose source was read, which classes of Qt are made and how high list and claim are, when
words and rows were painted; and how high they are once the claim's card has come."""

LATE = (
    "factdesk.readers", "factdesk.report", "factdesk.cli", "factdesk.rules.registers", "factdesk.rules.tellings",
    "factdesk.ui.registers.pane", "factdesk.ui.questions", "factdesk.ui.report", "factdesk.ui.claim.tellings.row",
    "factdesk.work.edits.telling", "factdesk.work.edits.tick", "factdesk.work.edits.query",
    "factdesk.work.edits.source", "factdesk.ui.welcome", "factdesk.ui.claim.page", "factdesk.ui.claim.view",
    "factdesk.ui.claim.suggestion",
    "factdesk.ui.icons", "factdesk.ui.article.find_bar", "factdesk.ui.article.empty", "factdesk.ui.checklist.empty",
    "factdesk.ui.checklist.coming", "factdesk.text.sentences", "factdesk.text.hazards",
    "factdesk.ui.window.rooms.intake", "factdesk.ui.window.rooms.reporting", "factdesk.ui.window.rooms.registers",
    "factdesk.rules.scales", "factdesk.rules.suggestions.suggest", "factdesk.store.exchange", "PySide6.QtNetwork",
    "factdesk.ui.checklist.seeking", "factdesk.whole", "ctypes", "dataclasses", "hashlib", "html", "json", "logging",
    "typst", "lxml", "sqlite_utils", "markdown", "numpy", "difflib",
)  # fmt: skip
"""What no first paint of an article needs; each is imported when it is wanted first."""


class Painted(NamedTuple):
    """What a start told at its first paint: modules imported, files whose source was read, classes of Qt made, and the
    heights of list and claim in pixels, then and once the claim's card had come; and which file held the preferences
    before it and after."""

    modules: list[str]
    read: list[str]
    made: list[str]
    heights: list[int]
    later: list[int]
    preferences: list[int]


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Painted:
    """A start on an article, up to its first paint; the very first one keeps what it compiled, and is not looked at."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("home")
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder))
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        settings(folder, folder / "a.factdesk", make_desk(folder / "a.factdesk", 5_000, 10))
        files = [preferences_file().stat().st_ino]
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", PAINTED], capture_output=True, text=True, timeout=60, check=False
            )
        files.append(preferences_file().stat().st_ino)
    assert done.returncode == 0, done.stderr
    return Painted(*[*json.loads(done.stdout), files])


def test_an_article_is_painted_before_what_only_later_steps_need_is_imported(painted: Painted) -> None:
    assert "factdesk.ui.article.pane" in painted.modules
    assert [name for name in painted.modules if name.startswith(LATE)] == []


def test_preferences_that_did_not_change_are_not_written(painted: Painted) -> None:
    assert painted.preferences[0] == painted.preferences[1]


def test_a_start_that_has_no_desk_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    desk = tmp_path / "a.factdesk"
    settings(tmp_path, desk, make_desk(desk, 5_000, 10))
    desk.unlink()
    probe = [sys.executable, "-m", "benchmarks.probes.start"]
    done = subprocess.run(probe, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "The start was not measured: the desk of the last window is not there" in done.stderr


def test_no_source_is_read_of_what_is_imported(painted: Painted) -> None:
    """PySide reads it all, in search of its own name, and keeps it."""
    assert [name for name in painted.read if "factdesk" in Path(name).parts] == []


def test_classes_of_qt_with_many_names_wait_for_the_paint(painted: Painted) -> None:
    """QStyle has six hundred names, QGradient 180, QIcon 157; PySide makes them all when one is asked for."""
    assert {"QWidget", "QAction"} <= set(painted.made)
    assert {"QStyle", "QIcon", "QGradient"}.isdisjoint(painted.made)


def test_the_list_keeps_its_height_when_the_card_of_the_claim_comes(painted: Painted) -> None:
    assert painted.heights == painted.later

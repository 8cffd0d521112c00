"""A later FactDesk brings the desk up to date while an older window has it open: told once, and nothing is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.ui.dialogs.outdated import OutdatedDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.bench.others import POLL_MS
from factdesk.ui.window.main_window import MainWindow
from tests.desks import logical
from tests.elsewhere import brought_up_to_date_by_a_later_factdesk
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press, when_it_comes

WORDS = "Asked the harbour mas"


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    opened = start()
    open_sample(qtbot, opened)
    press("a")
    assert opened.bench.case is not None and opened.bench.case.claims
    return opened


def path_of(window: MainWindow) -> Path:
    assert window.bench.session is not None
    return window.bench.session.path


def type_into(window: MainWindow) -> str:
    """Have words in a field that are only in memory; returns whose they are."""
    case = window.bench.case
    assert case is not None
    window.bench.half_typed.take(case.claims[0].id, "note", WORDS)
    return str(case.claims[0].id)


def settled(qtbot: QtBot) -> None:
    """Let the window look for others a few times."""
    qtbot.wait(3 * POLL_MS)


def test_the_window_says_so_once_and_what_was_typed_can_be_copied(qtbot: QtBot, window: MainWindow) -> None:
    path = path_of(window)
    told: list[str] = []
    troubles: list[FactDeskError] = []
    window.bench.trouble.connect(troubles.append)

    def read_on(dialog: OutdatedDialog) -> None:
        told.append(dialog.typed.toPlainText())
        dialog.copy_button.click()
        dialog.read_on.click()

    when_it_comes(OutdatedDialog, read_on)
    brought_up_to_date_by_a_later_factdesk(path)
    after = logical(path)
    type_into(window)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == [WORDS] and QApplication.clipboard().text() == WORDS
    type_into(window)
    settled(qtbot)
    assert troubles == [], "it is said once"
    assert window.bench.case is not None, "what is shown can be read on"

    when_it_comes(TroubleDialog, lambda dialog: dialog.accept())
    press("a")
    qtbot.waitUntil(lambda: len(troubles) == 1)
    assert logical(path) == after
    with closing(sqlite3.connect(path)) as later:
        assert later.execute("SELECT text FROM typing").fetchall() == []
    window.close()
    assert logical(path) == after


def test_the_desk_is_closed_where_the_person_says_so(qtbot: QtBot, window: MainWindow) -> None:
    path = path_of(window)
    when_it_comes(OutdatedDialog, lambda dialog: dialog.close_desk.click())
    brought_up_to_date_by_a_later_factdesk(path)
    qtbot.waitUntil(lambda: window.bench.session is None, timeout=10_000)
    assert window.pages.page is window.pages.welcome


def test_words_typed_just_before_the_desk_is_left_are_said_to_be_lost(qtbot: QtBot, window: MainWindow) -> None:
    path = path_of(window)
    asked: list[object] = []
    troubles: list[FactDeskError] = []
    window.bench.outdated.connect(lambda *told: asked.append(told))
    window.bench.trouble.connect(troubles.append)
    brought_up_to_date_by_a_later_factdesk(path)
    type_into(window)
    when_it_comes(TroubleDialog, lambda dialog: dialog.accept())
    window.desks.leave()
    settled(qtbot)
    assert [str(problem).partition(":")[0] for problem in troubles] == ["What you typed was not kept"]
    assert asked == [], "nobody is asked to close what is closed"

"""A later FactDesk brings the desk up to date while an older window has it open: told once, and nothing is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.dialogs.outdated import OutdatedDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.bench.others import POLL_MS
from factdesk.ui.window.main_window import MainWindow
from tests.desks import logical
from tests.elsewhere import brought_up_to_date_by_a_later_factdesk
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press, when_it_comes, write

WORDS = "Asked the harbour mas"
NOTHING_KEPT = "Nothing is kept here any more: a later FactDesk has brought the desk up to date."


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

    press("a")
    assert window.foot.currentMessage() == NOTHING_KEPT, "a key that would change something says why it does not"
    assert troubles == []
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


def test_who_reads_on_can_type_and_choose_nothing_until_another_desk_is_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path, case = path_of(window), window.bench.case
    assert case is not None
    window.row.go(RowKind.CLAIM, case.claims[0].id)
    window.commands["write"]()
    field = window.case_page.claim.claim.rationale.field
    tip, card = field.toolTip(), window.case_page.claim.claim.verdicts.cards[0]
    qtbot.waitUntil(field.hasFocus)
    when_it_comes(OutdatedDialog, lambda dialog: dialog.read_on.click())
    brought_up_to_date_by_a_later_factdesk(path)
    qtbot.waitUntil(lambda: bool(window.bench.only_read) and not QApplication.activeModalWidget(), timeout=10_000)
    qtbot.waitUntil(lambda: window.isActiveWindow() and field.hasFocus())
    write("jk")
    assert window.row.id == case.claims[0].id, "letters in a field are no commands"
    assert field.toPlainText() == "" and window.foot.currentMessage() == NOTHING_KEPT
    told = QAccessible.queryAccessibleInterface(field)
    assert told.state().readOnly and not told.state().editable
    assert told.text(QAccessible.Text.Description) == NOTHING_KEPT
    assert QAccessible.queryAccessibleInterface(card).state().disabled
    assert window.foot.standing.text().count("only read") == 1
    notice = window.notices.notice("only read")
    assert notice is not None and "A later FactDesk" in notice.words.text()
    window.commands["filter"]()
    write("dam")
    assert window.case_page.checklist.head.search.text() == "dam", "one can look for words"
    assert window.desks.make(tmp_path / "new.factdesk")
    assert not field.isReadOnly() and field.toolTip() == tip and card.isEnabled()
    assert window.notices.notice("only read") is None
    assert "all changes kept" in window.foot.standing.text()


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

"""An older desk that another hand changed: it is read, printed and taken out, and nobody changes it unasked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.ui.actions import CHANGING
from factdesk.ui.claim.tabs import SOURCES
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.backup import folder_of
from factdesk.work.verification import verify
from tests.desks import tamper
from tests.journeys.conftest import Start
from tests.journeys.hands import press, write
from tests.journeys.verbs import answered, factdesk
from tests.oldfiles.make import FOLDER

WHY = "Nothing is changed here: the desk does not verify and is only read."
TOLD = "comes from an older FactDesk, does not verify and is only read"


@pytest.fixture
def touched(tmp_path: Path) -> Path:
    path = tmp_path / "touched.factdesk"
    shutil.copyfile(FOLDER / "schema-3.factdesk", path)
    tamper(path, "UPDATE claim SET note = 'verified!' WHERE note <> ''")
    return path


def test_verbs_that_read_say_so_and_do_their_work(touched: Path, tmp_path: Path) -> None:
    before = touched.read_bytes()
    listed = factdesk("claims", touched, "--json")
    assert TOLD in listed.stderr and "verified!" in listed.stdout
    assert "lighthouse" in factdesk("find", "lighthouse", "--desk", touched).stdout
    factdesk("export", touched, "--to", tmp_path / "out.json")
    assert "verified!" in (tmp_path / "out.json").read_text(encoding="utf-8")
    factdesk("report", touched, "--to", tmp_path / "out.md")
    printed = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "The desk does not verify: another hand changed it." in printed
    assert "was changed by another hand in note" in printed
    assert touched.read_bytes() == before
    assert list(folder_of(touched).iterdir()) == [], "no backup is made of what is not sound"


def test_verbs_that_change_are_refused_and_name_what_was_touched(touched: Path) -> None:
    before = touched.read_bytes()
    for words in (("mark", touched, "1", "--note", "again"), ("undo", touched)):
        said = factdesk(*words, code=5).stderr
        assert "The change was not kept" in said and "changed by another hand in note" in said
        assert "Save a copy…" in said and "Restore…" in said
    assert touched.read_bytes() == before
    assert answered("claims", touched)["claims"][0]["note"] == "verified!"


# --- in the window


@pytest.fixture
def window(qtbot: QtBot, start: Start, touched: Path) -> MainWindow:
    opened = start()
    assert opened.desks.open(touched)
    qtbot.waitUntil(lambda: opened.bench.case is not None)
    opened.furnish()
    opened.case_page.checklist.setFocus()
    return opened


def test_the_window_says_above_the_article_what_was_found_and_why_nothing_can_be_changed(window: MainWindow) -> None:
    notice = window.notices.notice("only read")
    assert notice is not None and notice.isVisible()
    assert "does not verify: 1 thing in it was changed by another hand" in notice.words.text()
    assert [button.text() for button in notice.buttons] == ["What was changed…", "Restore…", "Save a copy…"]
    assert "only read" in window.foot.standing.text() and "kept" not in window.foot.standing.text()
    for name, action in window.actions_by_id.items():
        if name in CHANGING:
            assert not action.isEnabled(), name
            assert WHY in action.toolTip(), name
    for name in ("report", "print", "save-copy", "history", "verify", "restore", "find", "next-row", "write"):
        assert window.actions_by_id[name].isEnabled(), name
        assert WHY not in window.actions_by_id[name].toolTip(), name


def test_no_key_and_no_field_changes_it_and_each_says_why(qtbot: QtBot, window: MainWindow, touched: Path) -> None:
    before, troubles = touched.read_bytes(), list[FactDeskError]()
    window.bench.trouble.connect(troubles.append)
    for key in ("1", "v", "m", "c", "0"):
        window.foot.clearMessage()
        press(key)
        assert window.foot.currentMessage() == WHY, key
    press("e")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    write("Asked")
    pane = window.case_page.claim
    assert all(field.isReadOnly() for field in pane.findChildren(QPlainTextEdit))
    assert all(field.isReadOnly() for field in pane.findChildren(QLineEdit))
    window.close()
    assert troubles == [] and touched.read_bytes() == before


def test_a_control_that_is_made_later_is_held_too(window: MainWindow) -> None:
    claim = window.case_page.claim.claim
    press("s")
    assert not claim.sources.form.isVisible(), "no form is opened in vain"
    claim.turn_to(SOURCES)
    press("j")
    press("k")
    assert claim.sources.rows and not any(row.edit.isEnabled() or row.remove.isEnabled() for row in claim.sources.rows)


def test_its_report_is_saved_and_says_on_its_first_page_that_the_desk_does_not_verify(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    to = tmp_path / "report.md"
    window.rooms.reports.save_to(to)
    qtbot.waitUntil(to.exists, timeout=20_000)
    assert "The desk does not verify: another hand changed it." in to.read_text(encoding="utf-8")


def test_a_copy_that_is_saved_can_be_worked_in(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    copy = tmp_path / "copy.factdesk"
    session = window.bench.session
    assert session is not None
    window.desks.save_copy(session, copy)
    qtbot.waitUntil(copy.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.jobs.busy())
    assert window.desks.open(copy)
    qtbot.waitUntil(lambda: window.bench.case is not None)
    assert window.notices.notice("only read") is None
    window.case_page.checklist.setFocus()
    press("c")
    assert "all changes kept" in window.foot.standing.text()
    assert verify(copy) == ()

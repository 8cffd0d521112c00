"""Forms that were begun (a source, a question) when the window is closed, the desk changed, or the disk fails."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.ui.claim.sources.form import SourceFormBox
from factdesk.ui.claim.tabs import SOURCES
from factdesk.ui.dialogs.losing import LosingDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, open_sample, press, rows, select_words, when_it_comes, write


def at_a_source(qtbot: QtBot, window: MainWindow) -> tuple[Path, SourceFormBox]:
    """Begin a source on a claim of the sample: a title, and half an excerpt."""
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    window.commands["add-source"]()
    write("Police log")
    form = window.case_page.claim.claim.sources.form
    form.excerpt.setFocus()
    write("Nobody count")
    return path, form


def again(qtbot: QtBot, start: Start, path: Path, claim: str) -> MainWindow:
    """Open the desk in another window and go to a claim."""
    window = start()
    window.desks.open(path)
    window.bench.open_article(window.bench.session.articles()[0].id)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: window.bench.case is not None)
    window.furnish()
    window.row.go("claim", claim)
    return window


def test_a_source_that_is_half_filled_in_stands_in_the_form_of_the_next_window(qtbot: QtBot, start: Start) -> None:
    window = start()
    path, form = at_a_source(qtbot, window)
    claim = window.row.id
    assert window.close()
    window = again(qtbot, start, path, claim)
    page = window.case_page.claim.claim
    qtbot.waitUntil(lambda: page.sources.form.isVisible())
    form = page.sources.form
    assert page.tab == SOURCES
    assert (form.title.text(), form.excerpt.words()) == ("Police log", "Nobody count")
    form.excerpt.setFocus()
    form.excerpt.moveCursor(form.excerpt.textCursor().MoveOperation.End)
    write("ed them.")
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert rows(path, "SELECT excerpt FROM evidence") == [("Nobody counted them.",)]
    assert rows(path, "SELECT text FROM typing") == []
    assert not form.isVisible()


def test_a_source_that_is_half_filled_in_is_there_after_another_desk(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    path, _ = at_a_source(qtbot, window)
    claim = window.row.id
    assert window.desks.make(tmp_path / "new.factdesk")
    assert rows(path, "SELECT count(*) FROM typing") == [(1,)]
    window.desks.leave()
    window.close()
    window = again(qtbot, start, path, claim)
    qtbot.waitUntil(lambda: window.case_page.claim.claim.sources.form.isVisible())
    window.case_page.claim.claim.sources.form.cancel.click()
    assert rows(path, "SELECT text FROM typing") == []


def test_a_source_that_cannot_be_kept_stays_in_its_form(qtbot: QtBot, start: Start) -> None:
    window = start()
    path, form = at_a_source(qtbot, window)
    troubles: list[FactDeskError] = []
    window.bench.trouble.connect(troubles.append)
    away = path.with_suffix(".away")
    path.rename(away)
    when_it_comes(TroubleDialog, lambda dialog: dialog.reject())
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert len(troubles) == 1
    assert form.isVisible() and form.excerpt.words() == "Nobody count"
    away.rename(path)
    qtbot.waitUntil(form.excerpt.hasFocus)
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert rows(path, "SELECT excerpt FROM evidence") == [("Nobody count",)]
    assert not form.isVisible()


def test_the_dialog_of_words_that_would_be_lost_shows_those_of_a_source_and_no_signs_of_its_form(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    path, _ = at_a_source(qtbot, window)
    qtbot.waitUntil(lambda: rows(path, "SELECT count(*) FROM typing") == [(1,)])
    assert json.loads(rows(path, "SELECT text FROM typing")[0][0])["form"]["title"] == "Police log"
    away = path.with_suffix(".away")
    path.rename(away)
    write("ed")
    shown: list[str] = []

    def look(dialog: LosingDialog) -> None:
        shown.append(dialog.typed.toPlainText())
        dialog.stay.click()

    when_it_comes(LosingDialog, look)
    assert not window.close()
    away.rename(path)
    assert shown == ["Police log\nNobody counted"]

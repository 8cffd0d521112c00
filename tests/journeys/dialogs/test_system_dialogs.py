"""Dialogs that are Qt's own, by keyboard alone: a file, a question of consent; for printing see ``test_window_day``."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, accept_when_it_comes, fill_in, open_sample, press, when_it_comes
from tests.ui.heard import faults
from tests.ui.walk import in_front, walked
from tests.unit.readers.fetch.server import serving


def test_an_article_is_opened_from_the_disk(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    open_sample(qtbot, window)
    article = tmp_path / "flood.txt"
    article.write_text("The river rose 4.2 metres in 2025.\n", encoding="utf-8")
    missed = fill_in(qtbot, article)
    accept_when_it_comes(IntakeDialog)
    press("o", modifier=CTRL)
    qtbot.waitUntil(lambda: "river" in text_of(window), timeout=20_000)
    assert missed == []
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)  # the dialog has gone
    looked: list[str] = []
    again = tmp_path / "again.txt"
    again.write_text("The wall cost 4 million euros.\n", encoding="utf-8")
    fill_in(qtbot, again, before=lambda dialog: looked.append(dialog.directory().absolutePath()))
    accept_when_it_comes(IntakeDialog)
    press("o", modifier=CTRL)
    qtbot.waitUntil(lambda: "wall" in text_of(window), timeout=20_000)
    assert looked == [str(tmp_path)], "the next is looked for where the last one came from"


def test_a_desk_that_is_chosen_where_an_article_is_asked_for_is_opened(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    desk = tmp_path / "other.factdesk"
    assert window.desks.make(desk)
    open_sample(qtbot, window)
    fill_in(qtbot, desk)
    press("o", modifier=CTRL)
    qtbot.waitUntil(lambda: window.bench.session is not None and window.bench.session.path == desk, timeout=20_000)


@pytest.mark.parametrize(("key", "asked_again"), [(Qt.Key.Key_Escape, False), (Qt.Key.Key_Return, True)])
def test_a_private_machine_is_asked_for_consent_by_keys(
    qtbot: QtBot, start: Start, key: Qt.Key, *, asked_again: bool
) -> None:
    window = start()
    open_sample(qtbot, window)
    told: list[str] = []
    came: list[str] = []

    def deed(box: QMessageBox) -> None:
        came.append(box.text())
        in_front(qtbot, box)
        told.extend(faults(box))
        told.extend(walked(qtbot, box))
        next(one for one in box.buttons() if "Allow" in one.text()).setFocus()
        press(key)

    with serving() as (base, asked):
        when_it_comes(QMessageBox, deed)
        accept_when_it_comes(IntakeDialog)
        window.rooms.intake.fetch(f"{base}/page")
        qtbot.waitUntil(lambda: bool(came), timeout=20_000)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and not window.jobs.busy(), timeout=20_000)
        if asked_again:
            qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
        assert bool(asked) is asked_again
    assert len(came) == 1
    assert told == []


def text_of(window: MainWindow) -> str:
    """The text of the article that is open."""
    return window.bench.case.version.text if window.bench.case else ""

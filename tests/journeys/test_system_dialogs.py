"""Dialogs that are Qt's own, by keyboard alone: opening a file, printing, and a question of consent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.intake import IntakeDialog
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, accept_when_it_comes, open_sample, press, when_it_comes, write
from tests.ui.dialogs.walk import controls, visited_by_tab
from tests.ui.heard import faults
from tests.unit.readers.fetch.server import serving


def in_front(qtbot: QtBot, dialog: QDialog) -> None:
    """Wait until keys go to a dialog; a window manager would see to it."""

    def is_there() -> bool:
        dialog.activateWindow()  # asked for before the window is on the screen, it would be forgotten
        return dialog.isActiveWindow()

    qtbot.waitUntil(is_there, timeout=20_000)


def walked(qtbot: QtBot, dialog: QDialog) -> list[str]:
    """Return which controls of a dialog of Qt's Tab does not reach."""
    visited = visited_by_tab(qtbot, dialog)
    return [f"{type(one).__name__} {one.objectName()}" for one in controls(dialog) if one not in visited]


def fill_in(qtbot: QtBot, path: Path) -> list[str]:
    """Walk the file dialog that the next step opens, write a path into it and press Enter.

    Returns:
        A list that will hold what Tab did not reach; the dialog is left in any case.
    """
    missed: list[str] = []

    def deed(dialog: QFileDialog) -> None:
        in_front(qtbot, dialog)
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            missed.append("the caret is not where one writes the name")
            dialog.reject()
            return
        missed.extend(walked(qtbot, dialog))
        field.setFocus()
        field.selectAll()
        write(str(path))
        press(Qt.Key.Key_Return)
        if dialog.isVisible():
            missed.append("Enter did not accept what was written")
            dialog.reject()

    when_it_comes(QFileDialog, deed)
    return missed


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


def test_the_print_dialog_is_walked_and_left(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    seen: list[bool] = []

    missed: list[str] = []

    def deed(dialog: QPrintDialog) -> None:
        in_front(qtbot, dialog)
        missed.extend(walked(qtbot, dialog))
        seen.append(True)
        press(Qt.Key.Key_Escape)

    when_it_comes(QPrintDialog, deed)
    press("p", modifier=CTRL)
    qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert missed == []


@pytest.mark.parametrize(("key", "asked_again"), [(Qt.Key.Key_Escape, False), (Qt.Key.Key_Return, True)])
def test_a_private_machine_is_asked_for_consent_by_keys(
    qtbot: QtBot, start: Start, key: Qt.Key, *, asked_again: bool
) -> None:
    window = start()
    open_sample(qtbot, window)
    told: list[str] = []

    def deed(box: QMessageBox) -> None:
        in_front(qtbot, box)
        told.extend(faults(box))
        told.extend(walked(qtbot, box))
        next(one for one in box.buttons() if "Allow" in one.text()).setFocus()
        press(key)

    with serving() as (base, asked):
        when_it_comes(QMessageBox, deed)
        accept_when_it_comes(IntakeDialog)
        window.intake.fetch(f"{base}/page")
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and not window.jobs.busy(), timeout=20_000)
        if asked_again:
            qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
        assert bool(asked) is asked_again
    assert told == []


def text_of(window: MainWindow) -> str:
    """The text of the article that is open."""
    return window.bench.case.version.text if window.bench.case else ""

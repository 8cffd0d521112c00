"""Qt's dialog for saving a file, by keyboard alone: report, export, desk; and what happens at a name in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, fill_in, open_sample, press, when_it_comes
from tests.ui.heard import faults
from tests.ui.walk import in_front, walked

SHIFT_CTRL = CTRL | Qt.KeyboardModifier.ShiftModifier
OLD = b"an older report"


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    window = start()
    open_sample(qtbot, window)
    return window


def answer(qtbot: QtBot, word: str, told: list[str]) -> None:
    """Walk the question that comes next, and give an answer by its key."""

    def deed(box: QMessageBox) -> None:
        in_front(qtbot, box)
        told.append(box.text())
        told.extend((*faults(box), *walked(qtbot, box)))
        next(one for one in box.buttons() if word in one.text().replace("&", "")).setFocus()
        press(Qt.Key.Key_Space)

    when_it_comes(QMessageBox, deed)


def done(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and not window.jobs.busy(), timeout=30_000)


def test_the_report_is_saved(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    missed = fill_in(qtbot, tmp_path / "checked")
    press("s", modifier=SHIFT_CTRL)
    done(qtbot, window)
    assert missed == []
    assert (tmp_path / "checked.pdf").read_bytes().startswith(b"%PDF"), "the ending comes by itself"


@pytest.mark.parametrize(("word", "replaced"), [("Yes", True), ("No", False)])
@pytest.mark.parametrize("typed", ["checked.pdf", "checked", "checked 1.2"])
def test_a_report_that_is_there_is_replaced_only_after_a_question(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, typed: str, word: str, *, replaced: bool
) -> None:
    path = tmp_path / (typed if typed.endswith(".pdf") else f"{typed}.pdf")
    path.write_bytes(OLD)
    told: list[str] = []
    missed = fill_in(qtbot, tmp_path / typed, lambda: answer(qtbot, word, told))
    press("s", modifier=SHIFT_CTRL)
    done(qtbot, window)
    assert len(told) == 1, told
    assert path.name in told[0]
    assert (path.read_bytes() != OLD) is replaced
    assert missed == ([] if replaced or typed == "checked 1.2" else ["Enter did not accept what was written"])


def test_an_export_takes_its_ending_from_the_kind_that_is_chosen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    def choose_web_page(dialog: QFileDialog) -> None:
        kinds = next(one for one in dialog.findChildren(QComboBox) if one.objectName() == "fileTypeCombo")
        kinds.setFocus()
        press("w")

    missed = fill_in(qtbot, tmp_path / "checked", before=choose_web_page)
    press("s", modifier=SHIFT_CTRL)
    done(qtbot, window)
    assert missed == []
    assert (tmp_path / "checked.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert not (tmp_path / "checked.pdf").exists()


@pytest.mark.parametrize("command", ["new-desk", "save-copy"])
def test_a_desk_that_is_there_is_never_replaced(qtbot: QtBot, window: MainWindow, tmp_path: Path, command: str) -> None:
    path = tmp_path / "elections.factdesk"
    path.write_bytes(OLD)
    told: list[str] = []

    def read(dialog: TroubleDialog) -> None:
        in_front(qtbot, dialog)
        told.append(dialog.windowTitle())
        press(Qt.Key.Key_Escape)

    missed = fill_in(qtbot, tmp_path / "elections", lambda: when_it_comes(TroubleDialog, read))
    window.actions_by_id[command].trigger()
    done(qtbot, window)
    assert (missed, len(told)) == ([], 1)
    assert path.read_bytes() == OLD

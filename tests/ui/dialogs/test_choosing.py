"""Qt's own file dialog shows its columns whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.choosing import ask_file, ask_folder
from tests.ui.walk import show

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    show(qtbot, window)
    return window


def test_names_sizes_and_days_are_read_whole_and_a_file_is_chosen(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    article = tmp_path / "a long name of an article, second version, with notes.txt"
    article.write_text("The river rose." * 900, encoding="utf-8")
    cut: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        files = dialog.findChild(QTreeView, "treeView")
        assert files is not None
        qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
        header = files.header()
        shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        cut.extend(n for n in shown if header.sectionSize(n) < files.sizeHintForColumn(n))
        if header.length() > files.viewport().width():
            cut.append(-1)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(article.name)
        dialog.accept()

    QTimer.singleShot(200, look)
    assert ask_file(window, "Open", tmp_path, "Articles (*.txt)") == article
    assert cut == []


def test_a_folder_is_chosen_and_whoever_thinks_better_of_it_has_chosen_none(window: QWidget, tmp_path: Path) -> None:
    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(tmp_path))
        dialog.accept()

    def reject() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    QTimer.singleShot(200, accept)
    assert ask_folder(window, "Scales", tmp_path.parent) == tmp_path
    QTimer.singleShot(200, reject)
    assert ask_folder(window, "Scales", tmp_path.parent) is None

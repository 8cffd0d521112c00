"""Choosing a file or a folder that is there. Where Qt draws the dialog itself, its columns can be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QHeaderView, QListView, QSplitter, QTreeView, QWidget

_ROOMY = QSize(900, 560)
_PLACES, _SHARE = 150, 0.92
"""Width of the list of places, in pixels, and how much of the screen a dialog may take."""


def ask_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Return the file chosen of these kinds, in Qt's notation; None where the person thought better of it."""
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # two dozen endings would be cut off
    return _chosen(dialog)


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Return the folder chosen; None where the person thought better of it."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def make_roomy(dialog: QFileDialog) -> None:
    """Give the columns of Qt's own dialog the room their words need, names first; a system's dialog sees to its own."""
    files, places = dialog.findChild(QTreeView, "treeView"), dialog.findChild(QListView, "sidebar")
    if files is None or places is None:
        return
    dialog.resize(_ROOMY.boundedTo(dialog.screen().availableSize() * _SHARE))
    header = files.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    splitter = dialog.findChild(QSplitter, "splitter")
    if splitter is not None:
        splitter.setSizes([_PLACES, dialog.width() - _PLACES])


def _chosen(dialog: QFileDialog) -> Path | None:
    make_roomy(dialog)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = next(iter(dialog.selectedFiles()), "")
    dialog.deleteLater()
    return Path(chosen) if accepted and chosen else None

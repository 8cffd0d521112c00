"""The program has an icon of its own, in every size a system asks for, and shows it."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from benchmarks.gallery.icon import drawn
from factdesk.assets import resource
from factdesk.settings import Preferences
from factdesk.ui.app_icon import SIZES
from factdesk.ui.dialogs.help.about import AboutDialog
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import show

DESKTOP = Path(__file__).parents[2] / "packaging" / "factdesk.desktop"


def differing(one: QImage, other: QImage) -> float:
    """Return the mean difference of two pictures of one size, 0 … 255."""
    first, second = (bytes(image.convertToFormat(QImage.Format.Format_RGBA8888).constBits()) for image in (one, other))
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_the_drawing_itself(qtbot: QtBot, size: int) -> None:
    kept = QImage(str(resource("icon", f"factdesk-{size}.png")))
    assert kept.size() == QSize(size, size)
    assert differing(kept, drawn(size)) < 2, "draw it anew: python -m benchmarks.gallery.icon"


def test_the_window_shows_it_once_it_was_painted(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    qtbot.waitUntil(lambda: not window.windowIcon().isNull())
    assert {size.width() for size in window.windowIcon().availableSizes()} == set(SIZES)
    window.close()


def test_the_box_about_the_program_shows_it(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    shown = [label.pixmap() for label in dialog.findChildren(QLabel) if not label.pixmap().isNull()]
    assert [picture.deviceIndependentSize().toSize() for picture in shown] == [QSize(32, 32)]


def test_a_desktop_finds_program_and_icon_by_the_name_the_window_gives() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # names of a desktop entry have capitals
    entry.read(DESKTOP, encoding="utf-8")
    told = entry["Desktop Entry"]
    assert (told["Icon"], told["StartupWMClass"], told["Exec"]) == ("factdesk", "factdesk", "factdesk %F")

"""Icons come with a package, are drawn in the theme's ink, and cost no import of that package."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui import theme
from factdesk.ui.actions import COMMANDS
from factdesk.ui.icons import NAMES, icon


def picture(name: str, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon(name).pixmap(QSize(32, 32), 1.0, mode).toImage()


def ink(image: QImage) -> QColor:
    """The colour of the pixel that is least transparent."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda colour: colour.alpha())


@pytest.mark.parametrize("name", NAMES)
def test_every_name_has_a_drawing(qtbot: QtBot, name: str) -> None:
    assert ink(picture(name)).alpha() > 200


def test_no_two_names_have_the_same_drawing() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


def test_every_icon_a_command_names_is_there() -> None:
    assert {command.icon for command in COMMANDS if command.icon} <= NAMES.keys()


def test_an_unknown_name_is_a_slip_and_told_as_one(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        icon("telepathy")


def test_an_icon_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    kept = icon("open")
    for name, colours in theme.THEMES.items():
        theme.apply(qapp, name)
        drawn = ink(kept.pixmap(QSize(32, 32), 1.0).toImage())
        assert QColor(drawn.rgb()) == QColor(colours.ink)
    theme.apply(qapp, "light")


def test_an_icon_that_cannot_be_used_is_fainter(qtbot: QtBot) -> None:
    assert ink(picture("open", QIcon.Mode.Disabled)).alpha() < 200


def test_the_package_that_carries_the_icons_is_never_imported(screen: None) -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from factdesk.ui.icons import icon; assert not icon('open').isNull(); assert 'qtawesome' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

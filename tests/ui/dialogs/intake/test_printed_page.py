"""The printed page beside the words: drawn behind the guard, leafed through by keyboard, told where it fails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.intake.printed_page import PrintedPage
from tests.ui.walk import assert_walkable
from tests.unit.readers.papers.make import MADE

PDF = (MADE / "two-columns.pdf").read_bytes()


def shown(qtbot: QtBot, pdf: bytes = PDF, page: int = 0) -> PrintedPage:
    dialog = PrintedPage(pdf, ["i", "ii"], page)
    assert dialog.picture.text() == "Drawing the page…"
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def inked(dialog: PrintedPage) -> bool:
    picture = dialog.picture.pixmap()
    if picture.isNull():
        return False
    image = picture.toImage().scaled(60, 80)
    return any(image.pixelColor(x, y) != QColor("white") for x in range(60) for y in range(80))


def test_a_page_is_drawn_and_named(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    qtbot.waitUntil(lambda: inked(dialog))
    assert dialog.where.text() == "Page i · 1 of 2"
    assert not dialog.before.isEnabled()
    assert_walkable(qtbot, dialog)
    dialog.reject()


def test_page_down_leafs_on_to_the_last_page(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    qtbot.waitUntil(lambda: inked(dialog))
    first = dialog.picture.pixmap().cacheKey()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: inked(dialog) and dialog.picture.pixmap().cacheKey() != first)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.where.text() == "Page ii · 2 of 2"
    assert not dialog.after.isEnabled()
    dialog.reject()


def test_a_page_that_cannot_be_drawn_says_so(qtbot: QtBot) -> None:
    dialog = shown(qtbot, b"%PDF-1.7 and nothing else")
    qtbot.waitUntil(lambda: "cannot be drawn" in dialog.picture.text())
    dialog.reject()

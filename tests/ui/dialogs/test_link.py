"""A link is shown whole before it is opened, and nothing but a web address ever is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.link import LinkDialog
from factdesk.ui.window.links import ask_and_open
from tests.ui.walk import assert_walkable, press, show

ADDRESS = "https://example.org/plan?page=2&part=<b>3</b>"


class Browser(QObject):
    """Takes what would go to the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, browser, "take")  # type: ignore[arg-type]  # the stubs err
    yield browser
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def answer(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key in the dialog that is about to open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, LinkDialog) and dialog.isVisible():
            qtbot.keyClick(dialog, key)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_the_address_is_shown_whole_and_as_it_is(qtbot: QtBot) -> None:
    dialog = LinkDialog(ADDRESS)
    show(qtbot, dialog)
    label = next(label for label in dialog.findChildren(QLabel) if label.text() == ADDRESS)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert_walkable(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.open_button.setFocus()
        press(qtbot, Qt.Key.Key_Return)


@pytest.mark.parametrize(("key", "opened"), [(Qt.Key.Key_Return, ["https://example.org/a"]), (Qt.Key.Key_Escape, [])])
def test_it_is_opened_only_where_the_person_says_so(
    qtbot: QtBot, browser: Browser, key: Qt.Key, opened: list[str]
) -> None:
    window = QWidget()
    show(qtbot, window)
    answer(qtbot, key)
    assert ask_and_open("https://example.org/a", window) is bool(opened)
    assert browser.opened == opened


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "https:", "no address"])
def test_what_is_no_web_address_is_never_opened(qtbot: QtBot, browser: Browser, address: str) -> None:
    window = QWidget()
    show(qtbot, window)
    answer(qtbot, Qt.Key.Key_Return)
    assert not ask_and_open(address, window)
    assert browser.opened == []

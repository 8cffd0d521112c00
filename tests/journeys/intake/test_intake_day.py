"""Articles come in through the real window: by file, clipboard, address; one is stopped, one taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.address import AddressDialog
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.window.main_window import MainWindow
from tests.desks import logical
from tests.journeys.conftest import Start
from tests.journeys.hands import accept_when_it_comes, open_sample
from tests.unit.readers.fetch.server import serving
from tests.unit.readers.web.pages import NEWS, PROSE


def opened(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: window.bench.case is not None and text in window.bench.case.version.text, timeout=20_000)


def press_when_it_comes(kind: type[QMessageBox], words: str) -> None:
    """Click the button with ``words`` in the message that the next step opens."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, kind) and box.isVisible():
            timer.stop()
            button = next(one for one in box.buttons() if one.text().replace("&", "") == words)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    timer = QTimer(QApplication.instance(), interval=50)
    timer.timeout.connect(look)
    timer.start()


def copied_page() -> QMimeData:
    data = QMimeData()
    data.setHtml(NEWS)
    data.setText("\n\n".join(PROSE))
    return data


def test_a_page_copied_in_a_browser_keeps_its_links(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    QApplication.clipboard().setMimeData(copied_page())
    accept_when_it_comes(IntakeDialog)
    window.rooms.intake.paste()
    opened(qtbot, window, PROSE[0])
    case = window.bench.case
    assert case is not None
    assert case.version.reader == "html"
    linked = {case.version.text[slice(*link.span)] for link in case.version.links}
    assert "inspection report" in linked


def test_bare_words_with_letters_in_bold_are_pasted_as_words(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    data = QMimeData()
    data.setHtml("<b>The ferry</b> runs again on Monday.")
    data.setText("The ferry runs again on Monday.")
    QApplication.clipboard().setMimeData(data)
    accept_when_it_comes(IntakeDialog)
    window.rooms.intake.paste()
    opened(qtbot, window, "The ferry")
    assert window.bench.case is not None and window.bench.case.version.reader == "plain"


def test_a_page_is_dropped_taken_in_and_taken_back(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    page = tmp_path / "bridge.html"
    page.write_text(NEWS, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    accept_when_it_comes(IntakeDialog)
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))
    opened(qtbot, window, PROSE[0])
    assert logical(desk) != before
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: logical(desk) == before)


def test_an_address_is_shown_asked_for_consent_and_fetched(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    with serving() as (base, asked):
        QApplication.clipboard().setText(f"{base}/moved")
        accept_when_it_comes(AddressDialog)
        press_when_it_comes(QMessageBox, "Allow")
        accept_when_it_comes(IntakeDialog)
        window.rooms.intake.ask_address()
        opened(qtbot, window, "The bridge is shut.")
        assert [path for path, _ in asked] == ["/moved", "/page"]
    case = window.bench.case
    assert case is not None
    assert case.article.details.address == f"{base}/page"
    assert [link.address for link in case.version.links] == [f"{base}/files/plan"]


def test_a_slow_one_is_stopped_and_changes_nothing(qtbot: QtBot, start: Start) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    with serving() as (base, _):
        window.rooms.intake.fetch(f"{base}/slow", frozenset((base.removeprefix("http://"),)))
        bar = window.job_bar
        qtbot.waitUntil(bar.cancel_button.isVisible)
        QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=3000)
    assert logical(desk) == before


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", b"PK\x03\x04word/document.xml", b"{\\rtf1"])
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    qtbot: QtBot, start: Start, tmp_path: Path, data: bytes
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    path = tmp_path / "broken.bin"
    path.write_bytes(data)
    with qtbot.waitSignal(window.jobs.trouble, timeout=20_000) as told:
        accept_trouble()
        window.rooms.intake.open(path)
    assert told.args[0].exit_code == 3
    assert logical(desk) == before


def accept_trouble() -> None:
    """Close whatever dialog tells of trouble."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is not None and box.isVisible():
            timer.stop()
            box.close()

    timer = QTimer(QApplication.instance(), interval=50)
    timer.timeout.connect(look)
    timer.start()

"""Every kind of file is dropped on the real window, looked over, taken in and taken back."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.address import AddressDialog
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.window.main_window import MainWindow
from tests.desks import logical
from tests.journeys.conftest import Start
from tests.journeys.hands import accept_when_it_comes, open_sample, when_it_comes
from tests.unit.readers.papers.make import MADE
from tests.unit.readers.web.pages import NEWS, PROSE

LOCK = "The lock was built in 1884"
KEEPER = "Keeper 10 of the municipality"


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = "The old lock holds"
    message["From"] = "desk@example.org"
    message.set_content(f"{LOCK}, says the log.\n")
    return message.as_bytes()


def saved_page() -> bytes:
    head = (
        "From: <Saved by Browser>\nSnapshot-Content-Location: https://crier.example/n\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n'
        "Content-Type: text/html; charset=utf-8\nContent-Location: https://crier.example/n\n\n"
    )
    return f"{head}{NEWS}\n--B--\n".encode()


WRITTEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "lock.txt": (lambda: f"The old lock holds\n\n{LOCK}, says the log.".encode(), LOCK),
    "lock.md": (lambda: f"# The old lock holds\n\n{LOCK}, says the [log](https://example.org/log).".encode(), LOCK),
    "bridge.html": (NEWS.encode, PROSE[0]),
    "bridge.mhtml": (saved_page, PROSE[0]),
    "lock.eml": (mail, LOCK),
}
KINDS = {
    "pandoc.docx": "word", "office.docx": "word", "pandoc.odt": "opendocument", "office.odt": "opendocument",
    "pandoc.rtf": "rtf", "office.rtf": "rtf", "office.pdf": "pdf", "two-columns.pdf": "pdf", "pandoc.epub": "epub",
    "lock.txt": "plain", "lock.md": "markdown", "bridge.html": "html", "bridge.mhtml": "mhtml", "lock.eml": "mail",
}  # fmt: skip


def file_of(name: str, folder: Path) -> tuple[Path, str]:
    """Return the file called ``name`` and words that stand in it."""
    if name not in WRITTEN:
        return MADE / name, KEEPER if name == "two-columns.pdf" else LOCK
    make, words = WRITTEN[name]
    path = folder / name
    path.write_bytes(make())
    return path, words


def drop(window: MainWindow, path: Path) -> None:
    drop_link(window, QUrl.fromLocalFile(str(path)))


def drop_link(window: MainWindow, link: QUrl) -> None:
    data = QMimeData()
    data.setUrls([link])
    drop_data(window, data)


def drop_data(window: MainWindow, data: QMimeData) -> None:
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_each_kind_is_dropped_looked_over_taken_in_and_taken_back(
    qtbot: QtBot, start: Start, tmp_path: Path, name: str
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    path, words = file_of(name, tmp_path)
    accept_when_it_comes(IntakeDialog)
    drop(window, path)
    qtbot.waitUntil(
        lambda: window.bench.case is not None and window.bench.case.version.file_name == path.name,
        timeout=30_000,
    )
    case = window.bench.case
    assert case is not None
    assert case.version.reader == KINDS[name]
    assert words in " ".join(case.version.text.split())
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: logical(desk) == before)


def test_a_large_one_that_was_dropped_is_stopped_within_half_a_second_and_changes_nothing(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    before = logical(desk)
    path = tmp_path / "long.html"
    path.write_text(NEWS + "".join(f"<p>{words}</p>" for words in PROSE) * 20_000, encoding="utf-8")
    drop(window, path)
    bar = window.job_bar
    qtbot.waitUntil(bar.cancel_button.isVisible, timeout=10_000)
    QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=500)
    assert logical(desk) == before


def test_a_link_that_was_dropped_is_no_article_but_the_address_of_one(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    asked: list[str] = []

    def look(dialog: AddressDialog) -> None:
        asked.append(dialog.answer())
        dialog.reject()

    when_it_comes(AddressDialog, look)
    drop_link(window, QUrl("https://crier.example/bridge"))
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert asked == ["https://crier.example/bridge"]
    assert not window.jobs.busy(), "nothing was fetched unasked"


def test_what_holds_no_words_says_so_where_it_is_dropped(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    data = QMimeData()
    data.setText("  \n ")
    drop_data(window, data)
    assert window.foot.currentMessage() == "What was dropped holds no words."

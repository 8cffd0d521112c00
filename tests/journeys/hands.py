"""What a person at the window does, and a second connection that looks at the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from factdesk.store.connection import Way, connect
from factdesk.store.content import content_hash, fingerprints
from factdesk.store.content import rows as all_rows
from factdesk.text.spans import Span
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import in_front, walked

D = TypeVar("D", bound=QDialog)

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press keys where the focus is, as a person does."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)  # type: ignore[call-overload,unused-ignore,arg-type]


def write(words: str) -> None:
    """Type words where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Read with a second connection: what is not committed is not seen.

    It is opened as the program opens one: at an unsafe place another one would drop the lock of this process.
    """
    with closing(connect(path, Way.READ)) as connection:
        return connection.execute(sql).fetchall()


def content(path: Path) -> str:
    """The hash of every row, read as ``rows`` does."""
    with closing(connect(path, Way.READ)) as connection:
        return content_hash(fingerprints(all_rows(connection)))


def open_sample(qtbot: QtBot, window: MainWindow) -> Path:
    """Open the sample and sit down at its checklist; returns the desk's path."""
    window.opening.sample()
    qtbot.waitUntil(lambda: window.bench.case is not None)
    session = window.bench.session
    assert session is not None
    window.case_page.checklist.setFocus()
    return session.path


def select_words(window: MainWindow, words: str) -> Span:
    """Select words as a drag from the first to the last character leaves them."""
    case = window.bench.case
    assert case is not None
    start = case.version.text.index(words)
    span = Span(start, start + len(words))
    window.case_page.article.select(span)
    window.case_page.article.setFocus()
    return span


def accept_when_it_comes(kind: type[QDialog]) -> None:
    """Press Enter in the modal dialog that the next step opens."""
    when_it_comes(kind, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))


def when_it_comes(kind: type[D], deed: Callable[[D], object]) -> None:
    """Do ``deed`` in the modal dialog that the next step opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            timer.stop()
            deed(dialog)

    timer = QTimer(QApplication.instance(), interval=50)
    timer.timeout.connect(look)
    timer.start()


@contextmanager
def dialogs_left() -> Iterator[list[str]]:
    """Every modal dialog that comes up is left with nothing done in it; yields their names, as they come."""
    left: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            left.append(type(dialog).__name__)
            dialog.reject()

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    yield left
    timer.stop()


def fill_in(
    qtbot: QtBot,
    path: Path,
    then: Callable[[], object] | None = None,
    *,
    before: Callable[[QFileDialog], object] = repr,
) -> list[str]:
    """Walk the file dialog that the next step opens, write a path into it and press Enter.

    Args:
        then: readies what Enter brings up.
        before: done in the dialog once it was walked.

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
        before(dialog)
        field.setFocus()
        if then is not None:
            then()
        press(Qt.Key.Key_Return)
        if dialog.isVisible():
            missed.append("Enter did not accept what was written")
            dialog.reject()

    when_it_comes(QFileDialog, deed)
    return missed

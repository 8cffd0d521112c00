"""A checker's day in the real window, by keys and mouse; the proof is read from the file by a second connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from factdesk.model.suggestion import CLAIM_KINDS
from factdesk.settings import Preferences
from factdesk.text.spans import Span
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.verification import verify
from tests.desks import logical
from tests.spooler import Spooler

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Opens a window as a start of the program does; those still open are closed at the end."""
    windows: list[MainWindow] = []

    def open_window() -> MainWindow:
        window = MainWindow(Preferences(name="Checker", theme="light"))
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_window
    for window in windows:
        window.close()


def press(qtbot: QtBot, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press keys where the focus is, as a person does."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key, modifier)


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Read with a second connection: what is not committed is not seen."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def open_sample(qtbot: QtBot, window: MainWindow) -> Path:
    window.open_sample()
    qtbot.waitUntil(lambda: window.bench.case is not None)
    session = window.bench.session
    assert session is not None
    window.case_page.checklist.setFocus()
    return session.path


def select_words(window: MainWindow, words: str) -> Span:
    """Select words with the mouse's result, as a drag from the first to the last character leaves it."""
    case = window.bench.case
    assert case is not None
    start = case.version.text.index(words)
    span = Span(start, start + len(words))
    window.case_page.article.select(span)
    window.case_page.article.setFocus()
    return span


def accept_when_it_comes(qtbot: QtBot, kind: type[QDialog]) -> None:
    """Press Enter in the modal dialog that the next step opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            timer.stop()
            qtbot.keyClick(dialog, Qt.Key.Key_Return)

    timer = QTimer(QApplication.instance(), interval=50)
    timer.timeout.connect(look)
    timer.start()


class Day:
    """One window's day on the sample: what was done, and the content of the file after each step."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.path = open_sample(qtbot, window)
        self.moments = [logical(self.path)]

    def kept(self) -> None:
        """The step is on the disk."""
        assert logical(self.path) != self.moments[-1]
        self.moments.append(logical(self.path))

    def decide_suggestions(self) -> None:
        """Accept the heading, accept the first claim, reject the next suggestion."""
        press(self.qtbot, "a")
        self.kept()
        while (found := self.window.checking.suggestion) is not None and found.kind not in CLAIM_KINDS:
            press(self.qtbot, "j")
        press(self.qtbot, "a")
        self.kept()
        assert rows(self.path, "SELECT count(*) FROM claim") == [(1,)]
        press(self.qtbot, "x")
        self.kept()
        assert rows(self.path, "SELECT count(*) FROM suggestion WHERE decision = 'rejected'") == [(1,)]

    def claim_by_selection(self) -> str:
        """Make a claim of selected words; returns its id."""
        span = select_words(self.window, "approximately 20 close associates")
        press(self.qtbot, "m")
        self.kept()
        newest = "SELECT start_at, end_at, exact FROM segment WHERE label = 'claim' ORDER BY made_at DESC LIMIT 1"
        assert rows(self.path, newest) == [(*span, "approximately 20 close associates")]
        return self.window.checking.id

    def judge(self, claim: str) -> None:
        """A verdict by its digit, a rationale by typing, a source by its form."""
        press(self.qtbot, "3")
        self.kept()
        assert rows(self.path, f"SELECT verdict, state FROM claim WHERE id = '{claim}'") == [("fix", "proposed")]
        press(self.qtbot, "e")
        self.qtbot.keyClicks(QApplication.focusWidget(), "Nobody names them.")
        self.qtbot.waitUntil(lambda: rows(self.path, "SELECT text FROM typing") == [("Nobody names them.",)])
        self.window.case_page.checklist.setFocus()
        self.kept()
        assert rows(self.path, f"SELECT rationale FROM claim WHERE id = '{claim}'") == [("Nobody names them.",)]
        assert rows(self.path, "SELECT count(*) FROM typing") == [(0,)]
        press(self.qtbot, "s")
        self.qtbot.keyClicks(QApplication.focusWidget(), "Travel register")
        press(self.qtbot, Qt.Key.Key_Return, modifier=CTRL)
        self.kept()
        tie = "SELECT title, bearing FROM evidence JOIN source ON source.id = source_id"
        assert rows(self.path, tie) == [("Travel register", "supports")]

    def undo_and_redo_everything(self) -> None:
        self.window.case_page.checklist.setFocus()
        for before in reversed(self.moments[:-1]):
            press(self.qtbot, "z", modifier=CTRL)
            assert logical(self.path) == before
        for after in self.moments[1:]:
            press(self.qtbot, "z", modifier=CTRL | SHIFT)
            assert logical(self.path) == after


def test_a_day_at_the_window(qtbot: QtBot, start: Callable[[], MainWindow], spooler: Spooler) -> None:
    day = Day(qtbot, start())
    day.decide_suggestions()
    day.judge(day.claim_by_selection())
    day.undo_and_redo_everything()

    day.window.close()
    assert logical(day.path) == day.moments[-1]
    again = start()
    assert again.desks.open(day.path)
    again.case_page.checklist.setFocus()
    press(qtbot, "z", modifier=CTRL)
    assert logical(day.path) == day.moments[-2]
    press(qtbot, "y", modifier=CTRL)
    assert verify(day.path) == ()

    again.case_page.checklist.setFocus()
    accept_when_it_comes(qtbot, QPrintDialog)
    press(qtbot, "p", modifier=CTRL)
    qtbot.waitUntil(spooler.paper.exists, timeout=60_000)
    paper = " ".join(spooler.printed_text().split())
    for words in ("approximately 20 close associates", "Nobody names them.", "Travel register", "DRAFT"):
        assert words in paper


def test_mark_verified_goes_on_to_the_next_open_row(qtbot: QtBot, start: Callable[[], MainWindow]) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "These will be key indicators")
    press(qtbot, "m")
    first = window.checking.id
    select_words(window, "widespread protests")
    press(qtbot, "m")
    window.case_page.checklist.setFocus()
    press(qtbot, "v")
    assert window.checking.id != first
    assert rows(path, "SELECT verdict, state FROM claim ORDER BY made_at DESC LIMIT 1") == [("ok", "proposed")]


def test_a_click_in_the_article_selects_the_row_and_a_row_shows_its_words(
    qtbot: QtBot, start: Callable[[], MainWindow]
) -> None:
    window = start()
    open_sample(qtbot, window)
    press(qtbot, "j", "j", "j")
    chosen = window.checking.id
    page = window.case_page
    assert page.checklist.current() == ("suggestion", chosen)
    press(qtbot, "j", "j")
    anchor = window.checking.anchor()
    assert anchor is not None and window.checking.id != chosen
    rectangle = page.article.text.places(anchor.span)[0].toRect()
    qtbot.mouseClick(page.article.text.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())
    assert page.checklist.current() == (window.checking.kind, window.checking.id)


def test_edges_split_merge_and_delete_by_keys(qtbot: QtBot, start: Callable[[], MainWindow]) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests, initially sparked")
    press(qtbot, "m")

    def words() -> list[str]:
        sql = "SELECT exact FROM segment WHERE label = 'claim' ORDER BY start_at"
        return [row[0] for row in rows(path, sql)]

    press(qtbot, "]")
    assert words() == ["widespread protests, initially sparked by"]
    press(qtbot, "}", "}")
    assert words() == ["widespread protests, initially"]
    press(qtbot, "[")
    assert words() == ["by widespread protests, initially"]
    press(qtbot, "{")
    assert words() == ["widespread protests, initially"]
    case = window.bench.case
    assert case is not None
    at = case.version.text.index("initially sparked")
    cursor = window.case_page.article.text.textCursor()
    cursor.setPosition(at)
    window.case_page.article.text.setTextCursor(cursor)
    press(qtbot, "/")
    assert words() == ["widespread protests,", "initially"]
    press(qtbot, "k")
    press(qtbot, "+")
    assert words() == ["widespread protests, initially"]
    window.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert words() == []


def test_labels_by_two_keys_and_the_next_bare_words(qtbot: QtBot, start: Callable[[], MainWindow]) -> None:
    window = start()
    path = open_sample(qtbot, window)
    press(qtbot, "b")
    assert window.case_page.article.current_span() is not None
    press(qtbot, "o", "p")
    assert rows(path, "SELECT label FROM segment WHERE label <> 'furniture'") == [("prediction",)]


def test_what_the_command_line_changed_appears_in_the_open_window(
    qtbot: QtBot, start: Callable[[], MainWindow]
) -> None:
    from factdesk.cli.main import run

    window = start()
    path = open_sample(qtbot, window)
    press(qtbot, "a", "a", "a")
    assert run(["mark", str(path), "1", "--verdict", "cut", "--by", "Second checker"]) == 0
    qtbot.waitUntil(lambda: any(c.verdict and c.verdict.value == "cut" for c in _claims(window)))


def _claims(window: MainWindow) -> tuple[Any, ...]:
    return window.bench.case.claims if window.bench.case else ()

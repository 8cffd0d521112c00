"""The foot of the window and the tool bar: what stands where, before and after something comes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from factdesk.settings import Preferences
from factdesk.ui import style
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import show


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    window.opening.sample()
    qtbot.waitUntil(lambda: window.bench.case is not None and window.foot.key_line.isVisible(), timeout=20_000)
    yield window
    window.close()


def first_ink(window: MainWindow) -> int:
    """The column in which the words at the foot begin."""
    QApplication.processEvents()
    foot = window.statusBar()
    image = foot.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ratio = image.devicePixelRatio()
    lines = range(int(4 * ratio), image.height() - int(2 * ratio))
    dark = (x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 140 for y in lines))
    return next(dark)


def test_what_was_wrong_with_the_preferences_is_told(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", notice="The preferences could not be read; the usual ones hold."))
    show(qtbot, window)
    qtbot.waitUntil(lambda: "could not be read" in window.statusBar().currentMessage())
    window.close()


def test_news_begins_where_the_other_words_at_the_foot_begin(window: MainWindow) -> None:
    before = first_ink(window)
    window.say(window.foot.standing.text())
    assert window.statusBar().currentMessage()
    assert abs(first_ink(window) - before) <= 1


def test_a_line_that_changes_is_seen_whole_and_measured_anew_where_more_than_a_figure_changes(
    window: MainWindow,
) -> None:
    line = window.foot.standing
    for words in (
        "all changes kept, 111 steps",
        "all changes kept, 888 steps",
        "all changes kept, by Wilhelmina, 8,888 steps",
    ):
        line.setText(words)
        QApplication.processEvents()
        assert line.fontMetrics().horizontalAdvance(words) <= line.width()
        assert line.sizeHint().width() >= line.fontMetrics().horizontalAdvance(words)


def test_the_line_of_keys_makes_room_for_long_news_and_comes_back(window: MainWindow) -> None:
    line = window.foot.key_line
    window.say("short news")
    assert line.isVisible()
    window.say("a long piece of news " * 40)
    assert not line.isVisible()
    QApplication.processEvents()
    foot = window.statusBar().grab().toImage()
    edge = range(foot.width() - 15, foot.width() - 1)
    ground = foot.pixelColor(foot.width() - 1, 3)
    assert all(foot.pixelColor(x, y) == ground for x in edge for y in range(3, foot.height() - 2)), "it is elided"
    window.foot.clearMessage()
    assert line.isVisible()


def test_the_line_of_keys_tells_those_of_the_page_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    assert "1–6 verdict" in window.foot.key_line.text(), "the scale has six values"
    window.rooms.reports.show()
    qtbot.waitUntil(lambda: "Esc" in window.foot.key_line.text(), timeout=20_000)
    window.rooms.reports.closed.emit()
    qtbot.waitUntil(lambda: "1–6 verdict" in window.foot.key_line.text())


def test_the_line_of_keys_tells_those_of_what_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    line, page = window.foot.key_line, window.case_page
    window.furnish()

    def told(keys: str) -> None:
        qtbot.waitUntil(lambda: keys in line.text())
        assert line.text().endswith("F1 all keys")

    window.actions_by_id["show-names"].trigger()
    told("Space tick")
    assert "verdict" not in line.text()
    window.actions_by_id["filter"].trigger()
    told("Esc empty")
    window.actions_by_id["show-questions"].trigger()
    told("Space ask")
    window.actions_by_id["ask-author"].trigger()
    told("Ctrl+Enter ask")
    window.actions_by_id["show-claims"].trigger()
    told("1–6 verdict")
    window.actions_by_id["find"].trigger()
    told("Shift+Enter previous")
    page.article.close_find()
    window.actions_by_id["write"].trigger()
    told("Esc the list")
    window.actions_by_id["add-source"].trigger()
    told("Ctrl+Enter keep")
    page.checklist.setFocus()
    told("1–6 verdict")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_in_the_window_moves_when_its_first_job_is_told_of(
    qtbot: QtBot, qapp: QApplication, faces: None, scale: float
) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    qapp.setFont(font)
    style.apply(qapp, "light")
    window, go_on = MainWindow(Preferences(name="AB", theme="light")), threading.Event()
    show(qtbot, window)
    page = window.case_page
    before = page.geometry()
    window.jobs.start(lambda _: go_on.wait(60), lambda _: None, "Opening “The long article”…")
    try:
        qtbot.waitUntil(lambda: window.job_bar.isVisible() and window.job_bar.cancel_button.width() > 30)
        QApplication.processEvents()
        assert page.geometry() == before
        assert window.foot.rect().contains(window.job_bar.geometry())
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: not window.job_bar.isVisible())
    QApplication.processEvents()
    assert page.geometry() == before
    window.close()


def test_no_tool_moves_when_its_icon_comes(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    qtbot.addWidget(window)
    tools = [tool for tool in window.bars.tool_bar.findChildren(QToolButton) if tool.text()]
    before = [tool.sizeHint() for tool in tools]
    assert all(tool.icon().isNull() for tool in tools)
    window.furnish()
    assert not any(tool.icon().isNull() for tool in tools)
    assert [tool.sizeHint() for tool in tools] == before

"""The welcome page: ways in, desks used before, a place to drop a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from factdesk.ui import theme
from factdesk.ui.controls.card import Card
from factdesk.ui.welcome.page import WelcomePage
from tests.ui.walk import assert_walkable, press, show


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage()
    page.resize(900, 700)
    show(qtbot, page)
    return page


@pytest.fixture
def desks(qtbot: QtBot, page: WelcomePage, tmp_path: Path) -> tuple[Path, Path]:
    """Two desks on the page: one that is there, one that is not."""
    here, gone = tmp_path / "elections.factdesk", tmp_path / "lost.factdesk"
    here.touch()
    with qtbot.waitSignal(page.recent.shown):
        page.show_recent((here, gone))
    return here, gone


def card(page: WelcomePage, name: str) -> Card:
    return next(card for card in page.findChildren(Card) if card.accessibleName() == name)


def test_each_way_in_is_asked_for_by_its_button(qtbot: QtBot, page: WelcomePage) -> None:
    for button, asked in (
        (page.open_button, page.open_asked),
        (page.paste_button, page.paste_asked),
        (page.sample_button, page.sample_asked),
        (page.first_steps_button, page.first_steps_asked),
        (page.open_desk_button, page.open_desk_asked),
        (page.new_desk_button, page.new_desk_asked),
    ):
        with qtbot.waitSignal(asked):
            button.setFocus()
            press(qtbot, Qt.Key.Key_Space)


def test_where_there_is_no_desk_it_is_said_how_one_comes(qtbot: QtBot, page: WelcomePage, tmp_path: Path) -> None:
    assert [label.text() for label in page.recent.findChildren(QLabel)] == [
        "None yet. The first article you open is kept in one."
    ]
    page.show_recent((tmp_path / "lost.factdesk",))
    qtbot.waitUntil(lambda: not any("None yet" in label.text() for label in page.recent.findChildren(QLabel)))


def test_a_desk_used_before_is_opened(qtbot: QtBot, page: WelcomePage, desks: tuple[Path, Path]) -> None:
    assert "today" in card(page, "elections").accessibleDescription()
    with qtbot.waitSignal(page.desk_chosen) as chosen:
        card(page, "elections").click()
    assert chosen.args == [desks[0]]


def test_a_desk_that_is_gone_is_shown_quietly_and_can_be_forgotten(
    qtbot: QtBot, page: WelcomePage, desks: tuple[Path, Path]
) -> None:
    assert not card(page, "lost").isEnabled()
    assert "not found" in card(page, "lost").accessibleDescription()
    (forget,) = [b for b in page.findChildren(QToolButton) if b.accessibleName() == "Take “lost” off this list"]
    with qtbot.waitSignal(page.desk_forgotten) as forgotten:
        forget.click()
    assert forgotten.args == [desks[1]]


def test_the_list_follows_what_it_is_shown(qtbot: QtBot, page: WelcomePage, desks: tuple[Path, Path]) -> None:
    page.show_recent(())
    qtbot.waitUntil(lambda: not [c for c in page.findChildren(Card) if c.accessibleName() in ("elections", "lost")])


def test_the_page_is_walked_by_keyboard(qtbot: QtBot, page: WelcomePage, desks: tuple[Path, Path]) -> None:
    page.open_button.setFocus()
    assert_walkable(qtbot, page)


def accent_at_the_edge(page: WelcomePage) -> bool:
    """Whether the frame is drawn that says: let go of the file here."""
    seen = page.grab().toImage()
    accent = QColor(theme.current().accent)
    return any(seen.pixelColor(x, 10) == accent for x in range(100, 200))


def test_files_dropped_on_the_page_are_told_and_web_addresses_are_not(qtbot: QtBot, page: WelcomePage) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    files, web = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/a/flood.txt"), QUrl("https://example.org/x")])
    web.setUrls([QUrl("https://example.org/x")])
    enter = QDragEnterEvent(QPoint(9, 9), copy, web, left, none)
    QApplication.sendEvent(page.viewport(), enter)
    assert not enter.isAccepted()
    enter = QDragEnterEvent(QPoint(9, 9), copy, files, left, none)
    QApplication.sendEvent(page.viewport(), enter)
    assert enter.isAccepted()
    assert accent_at_the_edge(page)
    with qtbot.waitSignal(page.files_dropped) as dropped:
        QApplication.sendEvent(page.viewport(), QDropEvent(QPointF(9, 9), copy, files, left, none))
    assert dropped.args == [(Path("/a/flood.txt"),)]
    assert not accent_at_the_edge(page)


def test_a_narrow_page_puts_the_ways_in_below_each_other(page: WelcomePage) -> None:
    assert page._ways.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(420, 700)
    assert page._ways.direction() == QBoxLayout.Direction.TopToBottom
    assert page.horizontalScrollBar().maximum() == 0

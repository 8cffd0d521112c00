"""What the first paint did not wait for is made in pieces, between which the window answers."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from factdesk.settings import Preferences
from factdesk.ui.window.main_window import MainWindow
from factdesk.ui.window.rooms.made import Rooms

ROOMS = {"claim", "intake", "registers", "tellings", "searching", "article"}
CARDS = {"suggestion", "claim"}


def made_rooms(rooms: Rooms) -> set[str]:
    return ROOMS & set(vars(rooms))


def made_cards(window: MainWindow) -> set[str]:
    return CARDS & set(vars(window.case_page.claim))


def test_the_window_has_its_turn_between_rooms_and_cards(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    qtbot.addWidget(window)
    met: list[tuple[int, int]] = []
    turns = QTimer(window, interval=0)
    turns.timeout.connect(lambda: met.append((len(made_rooms(window.rooms)), len(made_cards(window)))))
    turns.start()
    window.show()
    qtbot.waitUntil(lambda: made_cards(window) == CARDS)
    assert made_rooms(window.rooms) == ROOMS
    assert {rooms for rooms, _ in met} == set(range(1, len(ROOMS) + 1)), "one is the welcome page's; no two in one turn"
    assert {cards for _, cards in met} >= {0, 1}, "nor do two cards"


def test_a_window_that_is_closed_meanwhile_makes_nothing_more(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(made_rooms(window.rooms)))
    window.close()
    before = made_rooms(window.rooms)
    turns: list[None] = []
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: turns.append(None))
    timer.start()
    qtbot.waitUntil(lambda: len(turns) > 20)
    assert made_rooms(window.rooms) == before != ROOMS
    assert made_cards(window) == set()


def test_whoever_needs_all_at_once_has_it(qtbot: QtBot) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    qtbot.addWidget(window)
    window.furnish()
    assert (made_rooms(window.rooms), made_cards(window)) == (ROOMS, CARDS)

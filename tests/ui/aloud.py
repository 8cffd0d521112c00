"""What is announced while a person works, listened to as a screen reader does. ``test_aloud.py`` runs this apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from factdesk.ui.window.main_window import MainWindow
from tests.ui.ear import Ear
from tests.ui.test_walks import article_said, at_work, row_said, window
from tests.ui.walk import press

__all__ = ["at_work", "window"]


@pytest.fixture
def ear(qtbot: QtBot, at_work: MainWindow) -> Ear:
    ear = Ear()
    qtbot.waitUntil(QAccessible.isActive)
    at_work.say("Is anybody there?")
    qtbot.waitUntil(lambda: ear.heard[-1:] == ["Is anybody there?"])
    ear.heard.clear()
    return ear


def test_a_row_reached_from_elsewhere_is_announced_in_its_words(qtbot: QtBot, at_work: MainWindow, ear: Ear) -> None:
    at_work.case_page.claim.setFocus()
    press(qtbot, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: ear.heard == [row_said(at_work)])
    assert ear.heard[0].startswith(("Claim 2: ", "Suggested, not decided: "))


def test_a_verdict_given_while_the_focus_is_in_the_article_is_announced(
    qtbot: QtBot, at_work: MainWindow, ear: Ear
) -> None:
    at_work.case_page.article.setFocus()
    press(qtbot, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: any("Verdict: ✓ OK. Work: ◐ proposed" in words for words in ear.heard))


def test_news_at_the_foot_of_the_window_is_announced_once(qtbot: QtBot, at_work: MainWindow, ear: Ear) -> None:
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(ear.heard))
    at_work.say("That is all.")
    qtbot.waitUntil(lambda: ear.heard[-1] == "That is all.")
    assert [words for words in ear.heard if words.startswith("Undone: ")] == ["Undone: Verdict"]


def test_the_mark_the_reader_comes_to_is_announced(qtbot: QtBot, at_work: MainWindow, ear: Ear) -> None:
    at_work.case_page.article.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ear.heard[-1:] == [article_said(at_work)])

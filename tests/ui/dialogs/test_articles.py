"""The articles of a desk: one is sought, opened or removed by keyboard."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.ids import ArticleId
from factdesk.ui.dialogs.articles import ArticlesDialog
from tests.ui.walk import assert_walkable, press, show


@dataclass(frozen=True)
class Row:
    id: ArticleId
    title: str
    claims: int = 9
    open_claims: int = 4
    added_at: str = "2026-03-14T09:00:00Z"


FLOOD, BRIDGE = Row(ArticleId("f"), "Flood in the lower town"), Row(ArticleId("b"), "Council shuts bridge")


@pytest.fixture
def articles(qtbot: QtBot) -> ArticlesDialog:
    dialog = ArticlesDialog([FLOOD, BRIDGE])
    show(qtbot, dialog)
    return dialog


def test_enter_opens_the_article_that_is_chosen(qtbot: QtBot, articles: ArticlesDialog) -> None:
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(articles.accepted):
        press(qtbot, Qt.Key.Key_Return)
    assert articles.answer() == BRIDGE.id


def test_typing_narrows_the_list_to_titles_with_every_word(articles: ArticlesDialog) -> None:
    articles.search.setText("SHUTS council")
    assert articles.answer() == BRIDGE.id
    articles.search.setText("nothing of the kind")
    assert articles.answer() is None
    assert not articles.open_button.isEnabled()


def test_removing_asks_and_the_list_stays(qtbot: QtBot, articles: ArticlesDialog) -> None:
    with qtbot.waitSignal(articles.remove_asked) as asked:
        articles.remove_button.click()
    assert asked.args == [FLOOD.id]
    articles.show_articles([BRIDGE])
    assert articles.answer() == BRIDGE.id
    articles.show_articles([])
    assert articles.answer() is None
    assert not articles.remove_button.isEnabled()


def test_the_articles_are_walked_by_keyboard(qtbot: QtBot, articles: ArticlesDialog) -> None:
    assert_walkable(qtbot, articles)

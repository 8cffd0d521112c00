"""Nothing moves by itself for a person who wants it so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

import factdesk
from factdesk.model.article import Article
from factdesk.settings import Preferences
from factdesk.ui import motion
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.jobs import JobBar, RunningJob
from factdesk.ui.window.main_window import MainWindow
from tests.ui.article.cases import CaseMaker, version_of

UI = Path(factdesk.__file__).parent / "ui"


@pytest.fixture
def still(qapp: QApplication) -> Iterator[QApplication]:
    """The application of a person who wants no motion."""
    motion.apply(qapp, "none")
    yield qapp
    motion.apply(qapp, "system")


@pytest.fixture
def pane(qtbot: QtBot) -> ArticlePane:
    pane = ArticlePane()
    maker = CaseMaker(version_of("\n\n".join(f"Bridge number {n} is closed." for n in range(200))))
    article: Article = maker.article
    pane.resize(600, 500)
    pane.show_article(article, maker.version, 1)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def glides(pane: ArticlePane) -> bool:
    """Go to words two views away and say whether the view is still on its way."""
    version = pane._version
    assert version is not None
    at = version.text.index("number 30 ")
    pane.go_to(type(version.blocks[0].span)(at, at + 9))
    glide = pane.text.findChild(QPropertyAnimation)
    return glide is not None and glide.state() is QAbstractAnimation.State.Running


def test_the_view_glides_to_a_claim_where_the_desktop_says_nothing_else(pane: ArticlePane) -> None:
    assert glides(pane)


def test_the_view_is_at_the_claim_at_once(still: QApplication, pane: ArticlePane) -> None:
    assert not glides(pane)
    assert pane.text.verticalScrollBar().value() > 0


def test_no_stripe_runs_and_no_caret_blinks(still: QApplication, qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.watch(RunningJob(lambda _: None, lambda _: None, lambda _: None), "Reading…")
    assert bar.findChildren(QProgressBar)[0].maximum() > 0
    assert QApplication.cursorFlashTime() == 0
    motion.apply(still, "system")
    assert QApplication.cursorFlashTime() > 0


def test_the_preference_is_in_force_in_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    still, usual = Preferences(name="AB", theme="light", motion="none"), Preferences(name="AB", theme="light")
    window = MainWindow(still)
    qtbot.addWidget(window)
    for preferences, moves in ((still, False), (usual, True), (still, False), (usual, True)):
        window.look.take(preferences)
        assert motion.moves(window) is moves


def test_whatever_can_move_asks_first() -> None:
    moving = {
        path
        for path in UI.rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ("Animation(", "QTimeLine", "setAnimated", "setRange(0, 0"))
    }
    assert {UI / "article" / "scrolling.py", UI / "jobs.py"} <= moving
    assert [path for path in moving if "moves(" not in path.read_text("utf-8")] == []

"""A real window with an article pane in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.text.spans import Span
from factdesk.ui import style
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker, bridge

Show = Callable[[CaseMaker], ArticlePane]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    """Open a window that shows a case; it is active and laid out."""
    style.apply(qapp, "light")

    def shown(maker: CaseMaker) -> ArticlePane:
        pane = ArticlePane()
        qtbot.addWidget(pane)
        pane.resize(800, 600)
        pane.show_article(maker.article, maker.version, maker.version.number)
        pane.show_marks(maker.marks())
        pane.show()
        qtbot.waitExposed(pane)
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        pane.text.setFocus()
        return pane

    return shown


@pytest.fixture
def story() -> CaseMaker:
    return bridge()


@pytest.fixture
def pane(show: Show, story: CaseMaker) -> ArticlePane:
    """A window that shows the bridge story."""
    return show(story)


def centre(pane: ArticlePane, span: Span) -> QPoint:
    """Return the middle of a span's first line in the viewport."""
    return pane.text.sight.places(span)[0].center().toPoint()


def click(pane: ArticlePane, span: Span, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(pane.text.viewport(), button, Qt.KeyboardModifier.NoModifier, centre(pane, span))


def drag(pane: ArticlePane, span: Span) -> None:
    """Select a span with the mouse, from its first to its last character."""
    strips = pane.text.sight.places(span)
    y = strips[0].center().toPoint().y()
    begin = QPoint(round(strips[0].left()) + 1, y)
    end = QPoint(round(strips[-1].right()) - 1, strips[-1].center().toPoint().y())
    viewport, none = pane.text.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, none, begin)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, none, end)

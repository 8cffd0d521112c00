"""Documents come and go under a window, and Qt may delete what was let go of at any moment, even while it shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker


def test_a_text_that_gives_way_to_another_is_no_child_of_the_window_when_it_dies(
    qtbot: QtBot, story: CaseMaker
) -> None:
    """Qt shows children from a list; one that was deleted meanwhile ended the program in a third of the runs."""
    pane = ArticlePane()
    qtbot.addWidget(pane)
    children: list[str] = []
    first = QTextEdit.document(pane.text)
    first.destroyed.connect(lambda: children.extend(child.metaObject().className() for child in pane.text.children()))
    pane.show_article(story.article, story.version, 1)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert "QTextDocument" in children, "the text that is shown"
    assert "QObject" not in children, "what is left of the dying one"

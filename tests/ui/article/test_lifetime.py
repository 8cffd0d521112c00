"""Documents come and go under a window, and Qt may delete what was let go of at any moment, even while it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker


def test_a_text_that_gave_way_to_another_is_no_child_of_the_window_any_more(qtbot: QtBot, story: CaseMaker) -> None:
    """Qt shows children from a list; one that is deleted meanwhile ended the program in a third of the runs."""
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.show_article(story.article, story.version, 1)
    documents = [child for child in pane.text.children() if child.metaObject().className() == "QTextDocument"]
    assert documents == [QTextEdit.document(pane.text)]

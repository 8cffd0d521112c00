"""The questions in a real window: read whole, never told twice, as high as their words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.query import QueryKind
from factdesk.text.spans import Span
from factdesk.ui import style
from factdesk.ui.questions.items import Item
from factdesk.ui.questions.pane import QuestionsPane

SHORT = Item(kind=QueryKind.OTHER, question="Who says so?", span=Span(0, 9), about="The river")
LONG = Item(
    kind=QueryKind.UNNAMED_SOURCE,
    question="“officials close to the council of the valley”: which ones? Please name one, with what was said.",
    span=Span(20, 65),
    about="officials close to the council of the valley",
)


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> QuestionsPane:
    style.apply(qapp, "light")
    pane = QuestionsPane()
    qtbot.addWidget(pane)
    pane.resize(480, 600)
    pane.show_items((SHORT, LONG))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def height(pane: QuestionsPane, line: int) -> int:
    return pane.list.visualRect(pane.rows.index(line)).height()


def test_a_long_question_takes_a_second_line_and_its_row_the_room_for_it(pane: QuestionsPane) -> None:
    narrow = height(pane, 1)
    pane.resize(1400, 600)
    assert height(pane, 1) == narrow - pane.list.fontMetrics().lineSpacing()


def test_words_that_the_question_quotes_are_not_told_a_second_time(pane: QuestionsPane) -> None:
    assert (pane.rows.row(0).sentence, pane.rows.row(1).sentence) == ("The river", "")
    pane.list.enter(1)
    assert not pane.form.about.isVisible()
    pane.list.enter(0)
    assert pane.form.about.isVisible()


def test_the_words_a_question_is_about_begin_where_the_question_begins(pane: QuestionsPane) -> None:
    pane.list.enter(0)
    assert abs(pane.form.about.mapTo(pane, pane.form.about.rect().topLeft()).x() - pane.form.question.x()) <= 2

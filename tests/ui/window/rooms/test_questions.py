"""Questions are written by keyboard alone, and left without losing a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def test_a_question_is_written_from_the_first_key_on_and_asked_without_the_mouse(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_K)
    press(qtbot, Qt.Key.Key_Q)
    questions = window.case_page.lists.questions
    assert questions.form.question.hasFocus()
    assert questions.own.text() == "Ask…  Q", "the key is shown where it acts"
    qtbot.keyClicks(QApplication.focusWidget(), "Which wall ")
    window.rooms.questions.show()  # as when the registers were worked out meanwhile
    qtbot.keyClicks(QApplication.focusWidget(), "is it?")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case = window.bench.case
    assert case is not None
    assert [(one.question, one.claim_id) for one in case.queries] == [("Which wall is it?", case.claims[0].id)]
    current = questions.list.line()
    assert current is not None and questions.rows.items[current].question == "Which wall is it?"
    assert questions.list.hasFocus()


def test_a_question_that_was_begun_is_left_by_escape(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_Q)
    questions = window.case_page.lists.questions
    qtbot.keyClicks(questions.form.question, "Who")
    press(qtbot, Qt.Key.Key_Escape)
    assert questions.list.hasFocus(), "what was begun has a row"
    window.rooms.questions.show()
    assert questions.form.question.toPlainText() == "Who", "what was typed is not lost by a key"
    press(qtbot, Qt.Key.Key_Tab)
    questions.form.drop.click()
    assert not questions.form.isVisible()

"""Registers ticked and questions asked in the real window; the proof is read from the file by a second connection."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.query import QueryKind, QueryState
from factdesk.model.tick import Register
from factdesk.text.spans import Span
from factdesk.ui.checklist.rows import told_nothing
from factdesk.ui.window.frame.lists import CLAIMS, QUESTIONS
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, open_sample, press, rows, select_words, write


def turn(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """Open a list by its key, and wait for what it holds."""
    press(key, modifier=CTRL)
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None)


def test_entries_are_ticked_by_space_and_unticked_by_undo(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    turn(qtbot, window, "2")
    pane = window.case_page.lists.registers[Register.NUMBERS]
    qtbot.waitUntil(pane.list.hasFocus)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    ticked = rows(path, "SELECT start_at, end_at FROM tick WHERE register = 'numbers' ORDER BY start_at")
    text = window.bench.case.version.text if window.bench.case else ""
    assert [text[a:b] for a, b in ticked] == ["20", "$95 billion"]
    assert pane.progress.text() == "2 of 6 ticked"
    press("z", modifier=CTRL)
    assert rows(path, "SELECT count(*) FROM tick") == [(1,)]
    assert pane.progress.text() == "1 of 6 ticked"
    press("t")
    assert rows(path, "SELECT count(*) FROM tick") == [(2,)]


def test_an_entry_leads_to_its_words_in_the_article(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    turn(qtbot, window, "5")
    qtbot.waitUntil(window.case_page.lists.registers[Register.QUOTATIONS].list.hasFocus)
    press("j")
    press(Qt.Key.Key_Return)
    span = window.case_page.article.current_span()
    assert span is not None
    assert window.bench.case is not None
    assert "else to go" in window.bench.case.version.text[slice(*span)]
    assert not window.case_page.claim.isVisible()
    turn(qtbot, window, "1")
    assert window.case_page.claim.isVisible()


def test_a_register_that_was_left_before_it_was_filled_moves_nothing(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    """It was opened in an article that has no quotations; the next article is looked at by its claims."""
    window = start()
    (tmp_path / "herons.txt").write_text("Herons nest.\n", encoding="utf-8")
    window.opening.paths([tmp_path / "herons.txt"])
    qtbot.waitUntil(lambda: window.bench.case is not None and not window.jobs.busy(), timeout=20_000)
    turn(qtbot, window, "5")
    turn(qtbot, window, "1")
    open_sample(qtbot, window)
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=20_000)
    assert window.case_page.checklist.list.hasFocus()
    assert window.case_page.article.text.pointed is None
    turn(qtbot, window, "5")
    assert window.case_page.lists.registers[Register.QUOTATIONS].rows.rowCount() > 0


def test_the_article_points_at_no_entry_once_the_register_is_left(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    turn(qtbot, window, "2")
    qtbot.waitUntil(lambda: window.case_page.article.text.pointed is not None)
    turn(qtbot, window, "1")
    assert window.case_page.article.text.pointed is None


def test_a_question_is_asked_sent_and_answered(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    turn(qtbot, window, "6")
    pane = window.case_page.lists.questions
    qtbot.waitUntil(pane.list.hasFocus)
    proposed = pane.rows.rowCount()
    press(Qt.Key.Key_Space)
    assert rows(path, "SELECT kind, state FROM author_query") == [("unnamed-source", "open")]
    assert pane.rows.rowCount() == proposed
    window.rooms.questions.copy_letter()
    assert rows(path, "SELECT state FROM author_query") == [("asked",)]
    letter = QApplication.clipboard().text()
    QApplication.clipboard().setText(letter.replace("Answer:", "Answer: A wire service."))
    window.rooms.questions.paste_answers()
    assert rows(path, "SELECT state, answer FROM author_query") == [("answered", "A wire service.")]


def test_one_question_names_all_the_claims_it_is_about(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    article = tmp_path / "bridge.txt"
    article.write_text("Experts say the bridge is old.\n\nIt fell in 2019.\n\nExperts say 40 died.\n", encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=20_000)
    turn(qtbot, window, "6")
    pane = window.case_page.lists.questions
    qtbot.waitUntil(pane.list.hasFocus)
    assert pane.rows.row(0).below == "source not named"
    turn(qtbot, window, "1")
    for _ in range(3):
        press(Qt.Key.Key_A)
    turn(qtbot, window, "6")
    assert pane.rows.row(0).below == "source not named · No. 1, 3"


def test_a_proposal_that_was_let_go_is_not_proposed_again(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    turn(qtbot, window, "6")
    pane = window.case_page.lists.questions
    qtbot.waitUntil(pane.list.hasFocus)
    first = pane.rows.items[0]
    pane.form.drop.click()
    assert rows(path, "SELECT state FROM author_query") == [("withdrawn",)]
    assert first.key not in [item.key for item in pane.rows.items if item.query is None]
    assert QueryState.WITHDRAWN in [item.state for item in pane.rows.items]


def test_a_question_of_ones_own_is_about_the_selected_words(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    span = select_words(window, "approximately 20 close associates")
    press("q")
    assert window.case_page.lists.tabs.currentIndex() == QUESTIONS
    write("Who are they?")
    window.case_page.lists.questions.form.take_up.click()
    query = "SELECT question, start_at, end_at, kind FROM author_query"
    assert rows(path, query) == [("Who are they?", *span, "other")]


def test_a_rise_of_certainty_is_marked_in_the_article(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    assert window.case_page.lists.tabs.currentIndex() == CLAIMS
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=10_000)
    found = window.rooms.registers.found
    assert found is not None
    assert found.ladder.rises
    assert len(window.case_page.article.text._page.ink.rises) == len(found.ladder.rises)


def test_the_sign_of_a_rise_tells_both_tellings_and_leads_to_its_question_by_key_and_by_click(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    open_sample(qtbot, window)
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=10_000)
    assert window.rooms.registers.found is not None and window.bench.case is not None
    rise, text = window.rooms.registers.found.ladder.rises[0], window.bench.case.version.text
    article, questions = window.case_page.article.text, window.case_page.lists.questions
    assert text[slice(*rise.earlier.sentence)].split()[0] in article._page.ink.rises[0].tip

    def shown_question() -> tuple[QueryKind, Span | None]:
        item = questions.rows.items[questions.list.currentIndex().row()]
        return item.kind, item.span

    press("q", modifier=Qt.KeyboardModifier.ShiftModifier)
    assert window.case_page.lists.tabs.currentIndex() == QUESTIONS
    assert shown_question() == (QueryKind.CERTAINTY, rise.later.sentence)
    window.case_page.lists.turn_to(CLAIMS)
    questions.list.enter(0)
    article.go_to(rise.later.sentence)

    def signs() -> list[QPoint]:
        points = [place.center().toPoint() for place in article.sight.rises()]
        here = [(point, article.sight.rise_at(point)) for point in points if article.viewport().rect().contains(point)]
        return [point for point, about in here if about and about.span == rise.later.sentence]

    qtbot.waitUntil(lambda: len(signs()) == 1)
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=signs()[0])
    assert window.case_page.lists.tabs.currentIndex() == QUESTIONS
    assert shown_question() == (QueryKind.CERTAINTY, rise.later.sentence)


def test_what_was_worked_out_comes_without_moving_what_is_looked_at(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    case = window.bench.case
    assert case is not None
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None)
    found, page = window.rooms.registers.found, window.case_page
    assert found is not None
    page.article.go_to(case.suggestions[30].span)
    window.row.go("suggestion", case.suggestions[12].id)
    page.checklist.list.verticalScrollBar().setValue(page.checklist.list.verticalScrollBar().value() + 40)
    glide = page.article.text.findChild(QPropertyAnimation)
    assert isinstance(glide, QPropertyAnimation)
    qtbot.waitUntil(lambda: glide.state() is QAbstractAnimation.State.Stopped)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in page.article.text.findChildren(QTimer)))
    page.checklist.show_told(told_nothing)

    def seen() -> tuple[object, ...]:
        rows = page.checklist.list
        bars = rows.verticalScrollBar().value(), page.article.text.verticalScrollBar().value()
        shown = [fact.id for fact in rows.rows.facts]
        return *bars, page.checklist.current(), rows.visualRect(rows.currentIndex()), shown

    def told() -> bool:
        rows = page.checklist.list.rows
        return any("told again" in rows.make(fact).detail for fact in rows.facts)

    before = seen()
    assert not told()
    window.rooms.registers._take(found)  # as if it came now
    QApplication.processEvents()
    assert told()
    assert seen() == before


def test_python_looks_for_no_garbage_in_an_article_while_it_is_open(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    assert gc.get_freeze_count() > 10_000
    window.bench.show(None)
    assert gc.get_freeze_count() == 0

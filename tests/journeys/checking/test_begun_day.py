"""Forms that were begun (a source, a question) when the window is closed, the desk changed, or the disk fails."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.settings import Preferences
from factdesk.ui.claim.sources.form import SourceFormBox
from factdesk.ui.claim.tabs import SOURCES
from factdesk.ui.dialogs.losing import LosingDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.questions.pane import QuestionsPane
from factdesk.ui.window.frame.lists import CLAIMS, QUESTIONS
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, open_sample, press, rows, select_words, when_it_comes, write


def at_a_source(qtbot: QtBot, window: MainWindow) -> tuple[Path, SourceFormBox]:
    """Begin a source on a claim of the sample: a title, and half an excerpt."""
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    window.commands["add-source"]()
    write("Police log")
    form = window.case_page.claim.claim.sources.form
    form.excerpt.setFocus()
    write("Nobody count")
    return path, form


def questions(qtbot: QtBot, window: MainWindow) -> QuestionsPane:
    """Open the questions of the sample, once they are worked out."""
    window.case_page.lists.turn_to(QUESTIONS)
    pane = window.case_page.lists.questions
    qtbot.waitUntil(lambda: any(item.query is None and not item.is_begun for item in pane.rows.items), timeout=20_000)
    return pane


def again(qtbot: QtBot, start: Start, path: Path, claim: str = "") -> MainWindow:
    """Open the desk in another window and go to a claim, if to any."""
    window = start()
    window.desks.open(path)
    window.bench.open_article(window.bench.session.articles()[0].id)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: window.bench.case is not None)
    window.furnish()
    if claim:
        window.row.go("claim", claim)
    return window


def test_a_source_that_is_half_filled_in_stands_in_the_form_of_the_next_window(qtbot: QtBot, start: Start) -> None:
    window = start()
    path, form = at_a_source(qtbot, window)
    claim = window.row.id
    assert window.close()
    window = again(qtbot, start, path, claim)
    page = window.case_page.claim.claim
    qtbot.waitUntil(lambda: page.sources.form.isVisible())
    form = page.sources.form
    assert page.tab == SOURCES
    assert (form.title.text(), form.excerpt.words()) == ("Police log", "Nobody count")
    form.excerpt.setFocus()
    form.excerpt.moveCursor(form.excerpt.textCursor().MoveOperation.End)
    write("ed them.")
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert rows(path, "SELECT excerpt FROM evidence") == [("Nobody counted them.",)]
    assert rows(path, "SELECT text FROM typing") == []
    assert not form.isVisible()


def test_a_source_that_is_half_filled_in_is_there_after_another_desk(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    path, _ = at_a_source(qtbot, window)
    claim = window.row.id
    assert window.desks.make(tmp_path / "new.factdesk")
    assert rows(path, "SELECT count(*) FROM typing") == [(1,)]
    window.desks.leave()
    window.close()
    window = again(qtbot, start, path, claim)
    qtbot.waitUntil(lambda: window.case_page.claim.claim.sources.form.isVisible())
    window.case_page.claim.claim.sources.form.cancel.click()
    assert rows(path, "SELECT text FROM typing") == []


def test_a_source_that_cannot_be_kept_stays_in_its_form(qtbot: QtBot, start: Start) -> None:
    window = start()
    path, form = at_a_source(qtbot, window)
    troubles: list[FactDeskError] = []
    window.bench.trouble.connect(troubles.append)
    away = path.with_suffix(".away")
    path.rename(away)
    when_it_comes(TroubleDialog, lambda dialog: dialog.reject())
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert len(troubles) == 1
    assert form.isVisible() and form.excerpt.words() == "Nobody count"
    away.rename(path)
    qtbot.waitUntil(form.excerpt.hasFocus)
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert rows(path, "SELECT excerpt FROM evidence") == [("Nobody count",)]
    assert not form.isVisible()


def test_why_a_claim_is_set_aside_is_kept_half_typed_and_when_the_step_is_refused(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    claim = window.row.id
    window.commands["set-aside"]()
    write("nobody cou")
    assert window.close()
    window = again(qtbot, start, path, claim)
    states = window.case_page.claim.claim.states
    qtbot.waitUntil(states.reason.isVisible)
    window.commands["set-aside"]()
    write("nted")
    away = path.with_suffix(".away")
    path.rename(away)
    when_it_comes(TroubleDialog, lambda dialog: dialog.reject())
    press(Qt.Key.Key_Return)
    assert (states.reason.text(), states.reason.isVisible()) == ("nobody counted", True)
    away.rename(path)
    qtbot.waitUntil(window.isActiveWindow)
    window.commands["set-aside"]()
    press(Qt.Key.Key_Return)
    assert rows(path, "SELECT state, set_aside_reason FROM claim") == [("set-aside", "nobody counted")]
    assert rows(path, "SELECT text FROM typing") == []
    assert (states.reason.text(), states.reason.isVisible()) == ("", False)


def test_the_dialog_of_words_that_would_be_lost_shows_those_of_a_source_and_no_signs_of_its_form(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    path, _ = at_a_source(qtbot, window)
    qtbot.waitUntil(lambda: rows(path, "SELECT count(*) FROM typing") == [(1,)])
    assert json.loads(rows(path, "SELECT text FROM typing")[0][0])["form"]["title"] == "Police log"
    away = path.with_suffix(".away")
    path.rename(away)
    write("ed")
    shown: list[str] = []

    def look(dialog: LosingDialog) -> None:
        shown.append(dialog.typed.toPlainText())
        dialog.stay.click()

    when_it_comes(LosingDialog, look)
    assert not window.close()
    away.rename(path)
    assert shown == ["Police log\nNobody counted"]


def test_a_question_of_ones_own_that_was_begun_is_listed_and_goes_on_in_the_next_window(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    words = select_words(window, "widespread protests")
    window.commands["ask-author"]()
    pane = window.case_page.lists.questions
    write("Who saw")
    assert (pane.rows.items[0].span, pane.list.line()) == (words, 0)
    assert pane.form.question.hasFocus()
    pane.list.enter(1)
    pane.list.enter(0)
    assert pane.form.question.toPlainText() == "Who saw"
    assert window.close()
    window = again(qtbot, start, path)
    pane = questions(qtbot, window)
    assert pane.rows.items[0].standing == "✎ begun" and pane.rows.row(0).words == "Who saw"
    pane.list.enter(0)
    pane.form.write()
    write(" them?")
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert rows(path, "SELECT question, start_at, end_at FROM author_query") == [("Who saw them?", *words)]
    assert rows(path, "SELECT text FROM typing") == []
    assert not any(item.is_begun for item in pane.rows.items)


def test_a_question_that_is_emptied_or_let_go_leaves_nothing(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    window.commands["ask-author"]()
    pane = questions(qtbot, window)
    pane.list.enter(0)
    window.commands["ask-author"]()
    write("W")
    press(Qt.Key.Key_Backspace)
    assert pane.form.question.hasFocus() and pane.form.begun is not None, "the next letter goes on in it"
    write("Who?")
    qtbot.waitUntil(lambda: rows(path, "SELECT count(*) FROM typing") == [(1,)])
    pane.form.drop.click()
    assert rows(path, "SELECT text FROM typing") == []
    assert not any(item.is_begun for item in pane.rows.items)


def test_words_of_a_proposal_and_of_an_answer_stay_with_theirs_in_the_next_window_too(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    pane = questions(qtbot, window)
    pane.list.enter(0)
    pane.form.take_up.click()
    qtbot.waitUntil(lambda: any(item.query is not None for item in pane.rows.items))
    asked = next(nth for nth, item in enumerate(pane.rows.items) if item.query is not None)
    pane.list.enter(0)
    proposed = pane.rows.items[0].question
    pane.form.write()
    write(" By when?")
    pane.list.enter(asked)
    pane.form.answer.setFocus()
    write("A pilot said s")
    pane.list.enter(0)
    assert pane.form.question.toPlainText() == f"{proposed} By when?"
    assert window.close()
    window = again(qtbot, start, path)
    pane = questions(qtbot, window)
    pane.list.enter(0)
    assert pane.form.question.toPlainText() == f"{proposed} By when?"
    pane.list.enter(asked)
    assert pane.form.answer.toPlainText() == "A pilot said s"
    pane.form.answer_button.click()
    pane.list.enter(0)
    pane.form.take_up.click()
    assert rows(path, "SELECT text FROM typing") == []
    assert rows(path, "SELECT answer FROM author_query WHERE answer <> ''") == [("A pilot said s",)]
    assert (f"{proposed} By when?",) in rows(path, "SELECT question FROM author_query")


def test_a_question_that_was_begun_about_one_article_is_not_asked_about_another(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    case = window.bench.case
    assert case is not None
    select_words(window, "widespread protests")
    window.commands["ask-author"]()
    write("Who?")
    other = tmp_path / "dam.txt"
    other.write_text("The dam\n\nThe dam is 41 metres high.\n", encoding="utf-8")
    window.rooms.intake.open_as_proposed(other)
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.article.id != case.article.id)
    pane = window.case_page.lists.questions
    assert not pane.form.isVisible() and not any(item.is_begun for item in pane.rows.items)
    window.bench.show(case.article.id)
    qtbot.waitUntil(lambda: window.bench.article_id == case.article.id and window.bench.case is not None)
    assert pane.rows.items[0].typed == "Who?"
    assert rows(path, "SELECT count(*) FROM typing") == [(1,)]


def test_questions_and_figures_that_are_opened_before_the_rooms_are_made_answer_all_the_same(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    assert window.close()
    window = MainWindow(Preferences(name="Checker", theme="light"))
    qtbot.addWidget(window)
    window.desks.open(path)
    assert window.bench.session is not None
    window.bench.open_article(window.bench.session.articles()[0].id)
    qtbot.waitUntil(lambda: window.bench.case is not None)
    lists = window.case_page.lists
    lists.turn_to(CLAIMS + 1)
    lists.turn_to(QUESTIONS)
    assert not {"questions", "registers"} & vars(window.rooms).keys()
    window.furnish()
    pane = questions(qtbot, window)
    pane.list.enter(0)
    pane.form.take_up_now()
    assert rows(path, "SELECT count(*) FROM author_query") == [(1,)]
    lists.turn_to(CLAIMS + 1)
    assert lists.register is not None
    lists.register.list.enter(0)
    lists.register.list.ticked_at.emit(0)
    assert rows(path, "SELECT count(*) FROM tick") != [(0,)]

"""Opening a long article: its text is there before its rows are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.large import make_desk
from factdesk.model.ids import ArticleId
from factdesk.settings import Preferences, window_state
from factdesk.ui.window.bench.coming import TEXT_FIRST, UNSEEN_MS
from factdesk.ui.window.main_window import MainWindow


@pytest.fixture(scope="module")
def long_desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ArticleId]:
    """A desk with one long article; made once, since that takes longer than any test of it."""
    path = tmp_path_factory.mktemp("long") / "long.factdesk"
    return path, ArticleId(make_desk(path, TEXT_FIRST + 10_000, 20))


@pytest.fixture
def long_one(qtbot: QtBot, tmp_path: Path, long_desk: tuple[Path, ArticleId]) -> tuple[MainWindow, ArticleId]:
    """A window at a desk with one long article, which is not open."""
    made, article = long_desk
    path = tmp_path / made.name
    shutil.copyfile(made, path)
    window = MainWindow(Preferences(name="AB", theme="light"))
    qtbot.addWidget(window)
    window.desks.open(path)
    window.bench.show(None)
    return window, article


def shown(qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]) -> tuple[MainWindow, ArticleId]:
    """The same, on the screen."""
    window, _article = long_one
    window.show()
    qtbot.waitExposed(window)
    return long_one


def test_the_text_can_be_read_while_the_rows_are_not_there_yet(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = shown(qtbot, long_one)
    page = window.case_page
    window.bench.open_article(article)
    session = window.bench.session
    assert session is not None
    assert page.isVisible()
    assert page.article.in_sight().end > 0
    assert window.bench.case is None
    assert page.checklist.coming.isVisible(), "the shape of the rows, and a line that says they are being read"
    assert session.opened(article).claim_count == len(session.case(article).claims) == 20
    assert page.checklist.coming.accessibleName() == "Reading 20 claims…"
    document = page.article.text.document()
    qtbot.waitUntil(lambda: window.bench.case is not None)
    assert page.checklist.list.rows.rowCount() > 20
    assert page.checklist.current() == ("claim", window.row.id)
    assert page.article.text.document() is document, "the text is laid out once"


def test_the_card_of_a_long_article_comes_in_the_turn_after_its_rows(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = shown(qtbot, long_one)
    window.furnish()
    card, seen = window.case_page.claim.claim, list[bool]()
    window.bench.open_article(article)
    window.bench.case_shown.connect(lambda: seen.append(card.isVisible()))
    qtbot.waitUntil(card.isVisible)
    assert seen == [False], "the rows were shown without it"
    assert window.case_page.claim.claim_id == window.row.id


def test_no_command_touches_an_article_whose_rows_are_not_there_yet(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = shown(qtbot, long_one)
    window.bench.open_article(article)
    steps = window.bench.session.step_count() if window.bench.session else -1
    for command in ("make-claim", "accept", "verified", "label-opinion"):
        window.commands[command]()
    qtbot.waitUntil(lambda: window.bench.case is not None)
    assert window.bench.session is not None
    assert window.bench.session.step_count() == steps


def test_a_window_that_is_closed_while_the_rows_are_read_opens_the_article_again(
    long_one: tuple[MainWindow, ArticleId],
) -> None:
    window, article = long_one
    window.bench.open_article(article)
    window.close()
    assert window_state()["article"] == article


def test_who_stops_the_reading_of_the_rows_is_back_where_articles_are_chosen(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = shown(qtbot, long_one)
    window.bench.open_article(article)
    window.bench.coming.seen()
    window.job_bar.cancel_button.click()
    qtbot.waitUntil(lambda: window.bench.coming.opened is None)
    assert window.bench.case is None
    assert window.pages.welcome.isVisible()
    window.bench.open_article(article)
    qtbot.waitUntil(lambda: window.bench.case is not None)


def test_a_window_that_is_not_seen_gets_the_rows_all_the_same(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = long_one
    window.bench.open_article(article)
    qtbot.waitUntil(lambda: window.bench.case is not None, timeout=3 * UNSEEN_MS)


def test_an_article_that_is_let_go_at_once_does_not_come_back(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = shown(qtbot, long_one)
    window.bench.open_article(article)
    window.bench.show(None)
    window.bench.coming.seen()
    assert window.bench.case is None
    assert window.pages.welcome.isVisible()


def test_a_window_that_starts_with_a_long_article_shows_its_text_first(
    qtbot: QtBot, long_one: tuple[MainWindow, ArticleId]
) -> None:
    window, article = long_one
    window.bench.open_article(article)
    window.show()
    assert window.pages.page is window.case_page
    qtbot.waitUntil(lambda: window.bench.case is not None, timeout=3 * UNSEEN_MS)

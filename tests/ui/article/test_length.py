"""A short text says at once how long it is; a long one is counted beside the window, and says it then."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from factdesk.model.segment import Label
from factdesk.model.version import Version
from factdesk.text.words import Length
from factdesk.ui.article.length import AT_ONCE, TextLength
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker, article_of, version_of

SENTENCES = AT_ONCE // 16
LONG = version_of("One word and more.\n" * SENTENCES)
LONGER = version_of("One word and more.\n" * (SENTENCES + 1), number=2)
SHORT = version_of("Just two.", number=3)


def show(pane: ArticlePane, version: Version) -> None:
    pane.show_article(article_of(), version, 3)


def test_a_short_text_says_its_length_at_once(qtbot: QtBot) -> None:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    show(pane, SHORT)
    assert pane.text.accessibleName().endswith("2 words")


def test_a_long_text_is_shown_first_and_says_its_length_once_it_is_counted(qtbot: QtBot) -> None:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    show(pane, LONG)
    assert "words" not in pane.text.accessibleName()
    qtbot.waitUntil(lambda: pane.text.accessibleName().endswith(f"{4 * SENTENCES:,} words"))


def test_a_text_that_gave_way_before_it_was_counted_is_not_told(qtbot: QtBot) -> None:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    known = TextLength(pane)
    heard: list[str] = []
    known.counted.connect(lambda: heard.append(known.of(LONGER)))
    assert (known.of(LONG), known.of(LONGER)) == ("", "")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] == f"{4 * (SENTENCES + 1):,} words"


def test_what_was_counted_while_it_was_read_is_known_at_once(qtbot: QtBot) -> None:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    known = TextLength(pane)
    known.put(LONG, Length(7, "word"))
    assert known.of(LONG) == "7 words"


def test_what_is_set_aside_is_not_counted_and_counts_again_once_it_is_restored(qtbot: QtBot) -> None:
    version = version_of("The river rose.\n\nShare this\n")
    maker = CaseMaker(version)
    pane = ArticlePane()
    qtbot.addWidget(pane)
    show(pane, version)
    assert pane.text.accessibleName().endswith("5 words")
    maker.label("Share this", Label.FURNITURE)
    pane.show_marks(maker.marks())
    assert pane.text.accessibleName().endswith("3 words")
    pane.show_marks(CaseMaker(version).marks())
    assert pane.text.accessibleName().endswith("5 words")

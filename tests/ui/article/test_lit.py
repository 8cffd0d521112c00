"""What is lit in the text is drawn at once, and the paragraphs of some words are those they touch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from factdesk.text.spans import Span
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker

Lit = Callable[[ArticlePane, CaseMaker], object]


class Paints(QObject):
    """Counts how often all of a widget is painted: what only the caret is painted for does not count."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self.whole = 0
        self._all = pane.text.viewport()
        self._all.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's names
        if isinstance(event, QPaintEvent) and event.rect() == self._all.rect():
            self.whole += 1
        return False


@pytest.mark.parametrize(
    "light",
    [
        lambda pane, story: pane.text.point_at(story.span("Reports suggest")),
        lambda pane, story: pane.text.show_rises([(story.span("Reports suggest"), "before")]),
        lambda pane, story: pane.text.show_ticked([story.span("Reports")]),
        lambda pane, story: pane.text.set_found([story.span("Reports")], 0),
        lambda pane, story: pane.text.set_current(story.claims[0].id),
    ],
    ids=["pointed", "rises", "ticked", "found", "current"],
)
def test_what_is_lit_is_drawn_at_once(qtbot: QtBot, pane: ArticlePane, story: CaseMaker, light: Lit) -> None:
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in pane.text.findChildren(QTimer)))
    paints = Paints(pane)
    light(pane, story)
    qtbot.waitUntil(lambda: paints.whole > 0, timeout=2_000)


def test_words_up_to_the_end_of_a_paragraph_touch_no_more_than_it(pane: ArticlePane, story: CaseMaker) -> None:
    text = story.version.text
    last, following = story.span("2024 traffic count."), story.span("• Closing it")
    assert text[last.end : following.start] == "\n"
    alone, both = (pane.text.sight.paragraphs(span) for span in (last, Span(last.start, following.end)))
    assert alone.height() < both.height()
    assert pane.text.sight.paragraphs(following).bottom() == both.bottom()


def test_the_text_is_described_by_the_claim_the_cursor_is_in_and_else_by_none(
    pane: ArticlePane, story: CaseMaker
) -> None:
    claim, before = story.claims[0], pane.text.accessibleDescription()
    words = next(one.anchor.span for one in story.segments if one.claim_id == claim.id)
    pane.go_to(words)
    pane.text.set_current(claim.id)
    told = pane.text.accessibleDescription()
    assert told and told != before
    pane.text.set_current("")
    assert pane.text.accessibleDescription() == ""

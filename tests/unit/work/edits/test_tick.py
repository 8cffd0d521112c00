"""Words and entries are ticked one by one or several at once; each stroke is a step that can be taken back."""

from __future__ import annotations

import pytest

from factdesk.errors import NotAllowedError
from factdesk.model.ids import ArticleId
from factdesk.model.tick import Register
from factdesk.text.spans import Span
from factdesk.work.edits.article import RemoveArticle
from factdesk.work.edits.tick import Stroke, TickStretches, UntickStretches
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, logical

DAM, HEIGHT = Span(4, 7), Span(11, 13)


def tick(session: Session, article: ArticleId, *spans: Span, register: Register = Register.WORDS) -> None:
    version = session.case(article).version.id
    strokes = tuple(Stroke(span=span) for span in spans)
    session.run(TickStretches(version_id=version, register=register, strokes=strokes))


def test_several_words_are_ticked_by_one_step_and_it_is_known_by_whom(session: Session, article: ArticleId) -> None:
    before = logical(session.path)
    tick(session, article, HEIGHT, DAM)
    ticks = session.case(article).ticks
    assert [(t.span, t.register, t.made_by) for t in ticks] == [
        (DAM, Register.WORDS, CHECKER.name), (HEIGHT, Register.WORDS, CHECKER.name),
    ]  # fmt: skip
    session.undo()
    assert logical(session.path) == before


def test_a_word_is_ticked_once_but_in_each_register_of_its_own(session: Session, article: ArticleId) -> None:
    tick(session, article, HEIGHT)
    steps = session.step_count()
    tick(session, article, HEIGHT)
    assert session.step_count() == steps, "nothing changed, so there is no step"
    tick(session, article, HEIGHT, register=Register.NUMBERS)
    assert {t.register for t in session.case(article).ticks} == {Register.WORDS, Register.NUMBERS}
    assert verify(session.path) == ()


def test_an_unticked_word_loses_only_its_own_stroke(session: Session, article: ArticleId) -> None:
    tick(session, article, DAM, HEIGHT)
    version = session.case(article).version.id
    session.run(UntickStretches(version_id=version, register=Register.WORDS, spans=(DAM, Span(0, 3))))
    assert [t.span for t in session.case(article).ticks] == [HEIGHT]


def test_no_words_are_no_tick(session: Session, article: ArticleId) -> None:
    with pytest.raises(NotAllowedError, match="no words to tick"):
        tick(session, article, Span(3, 3))


def test_a_tick_is_seen_by_reading_only_its_row_and_goes_with_the_article(session: Session, article: ArticleId) -> None:
    before = session.case(article)
    changes = session.run(TickStretches(
        version_id=before.version.id, register=Register.NAMES, strokes=(Stroke(span=DAM),),
    ))  # fmt: skip
    after = session.refreshed(before, changes)
    assert after == session.case(article)
    assert after.version is before.version
    whole = logical(session.path)
    session.run(RemoveArticle(article_id=article))
    assert verify(session.path) == ()
    session.undo()
    assert logical(session.path) == whole

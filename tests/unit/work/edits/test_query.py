"""Questions to the author are written, sent, answered and withdrawn, and every state says when and by whom."""

from __future__ import annotations

import pytest

from factdesk.errors import NotAllowedError
from factdesk.model.ids import ArticleId
from factdesk.model.query import AuthorQuery, QueryKind, QueryState
from factdesk.work.edits.article import RemoveArticle
from factdesk.work.edits.claim import DeleteClaim, MarkClaim
from factdesk.work.edits.query import AddQuery, AnswerQuery, DeclineQuestion, EditQuery, SendQueries, WithdrawQuery
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SENTENCES, logical


@pytest.fixture
def asked(session: Session, article: ArticleId, claim: MarkClaim) -> AddQuery:
    """A question about the words of ``claim``."""
    edit = AddQuery(
        article_id=article, kind=QueryKind.UNNAMED_SOURCE, question=" Who measured it? ",
        version_id=session.case(article).version.id, span=SENTENCES[0], claim_id=claim.claim_id,
    )  # fmt: skip
    session.run(edit)
    return edit


def only(session: Session, article: ArticleId) -> AuthorQuery:
    (query,) = session.case(article).queries
    return query


def test_a_question_is_open_until_it_is_sent_and_asked_until_it_is_answered(
    session: Session, article: ArticleId, asked: AddQuery
) -> None:
    query = only(session, article)
    assert (query.question, query.state, query.span) == ("Who measured it?", QueryState.OPEN, SENTENCES[0])
    session.run(SendQueries(query_ids=(asked.query_id,)))
    assert (only(session, article).state, only(session, article).asked_by) == (QueryState.ASKED, CHECKER.name)
    session.run(AnswerQuery(query_id=asked.query_id, answer="The water board. "))
    query = only(session, article)
    assert (query.state, query.answer, query.settled_by) == (QueryState.ANSWERED, "The water board.", CHECKER.name)
    assert query.asked_at, "that it was sent is still known"
    for _ in range(3):
        session.undo()
    assert session.case(article).queries == ()
    assert verify(session.path) == ()


def test_an_answer_that_came_by_itself_needs_no_sending(session: Session, article: ArticleId, asked: AddQuery) -> None:
    session.run(AnswerQuery(query_id=asked.query_id, answer="The water board."))
    session.run(SendQueries(query_ids=(asked.query_id,)))
    assert (only(session, article).state, only(session, article).asked_at) == (QueryState.ANSWERED, "")


def test_a_settled_question_keeps_its_words_and_an_empty_one_is_refused(
    session: Session, article: ArticleId, asked: AddQuery
) -> None:
    session.run(EditQuery(query_id=asked.query_id, question="Who measured the dam?"))
    session.run(WithdrawQuery(query_id=asked.query_id))
    assert (only(session, article).question, only(session, article).state) == (
        "Who measured the dam?", QueryState.WITHDRAWN,
    )  # fmt: skip
    with pytest.raises(NotAllowedError, match="withdrawn"):
        session.run(EditQuery(query_id=asked.query_id, question="Who?"))
    with pytest.raises(NotAllowedError, match="no words"):
        session.run(AddQuery(article_id=article, kind=QueryKind.OTHER, question=" "))
    with pytest.raises(NotAllowedError, match="no answer"):
        session.run(AnswerQuery(query_id=asked.query_id, answer=" "))


def test_a_question_outlives_its_claim_but_not_its_article(
    session: Session, article: ArticleId, claim: MarkClaim, asked: AddQuery
) -> None:
    before = session.case(article)
    changes = session.run(DeleteClaim(claim_id=claim.claim_id))
    assert only(session, article).claim_id is None
    assert session.refreshed(before, changes) == session.case(article)
    whole = logical(session.path)
    session.run(RemoveArticle(article_id=article))
    assert verify(session.path) == ()
    session.undo()
    assert logical(session.path) == whole


def test_a_proposed_question_that_was_let_go_stays_on_the_record(session: Session, article: ArticleId) -> None:
    version = session.case(article).version.id
    session.run(
        DeclineQuestion(
            article_id=article,
            kind=QueryKind.CERTAINTY,
            question="What confirms it?",
            version_id=version,
            span=SENTENCES[0],
        )
    )
    query = only(session, article)
    assert (query.state, query.settled_by, query.span) == (QueryState.WITHDRAWN, CHECKER.name, SENTENCES[0])
    assert query.asked_at == ""
    session.undo()
    assert session.case(article).queries == ()
    assert verify(session.path) == ()

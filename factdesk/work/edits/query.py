"""Edits to author queries: write one, put it in other words, send it, answer it, withdraw it."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.ids import ArticleId, ClaimId, QueryId, VersionId, new_id
from factdesk.model.query import SETTLED, AuthorQuery, QueryKind, QueryState
from factdesk.store.tables.articles import ARTICLE
from factdesk.store.tables.queries import AUTHOR_QUERY
from factdesk.store.writer import Writer
from factdesk.text.spans import Span
from factdesk.work.edits.edit import Stamp, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class AddQuery:
    """Write a question to the author, about some words, a claim, or the article as a whole."""

    article_id: ArticleId
    kind: QueryKind
    question: str
    version_id: VersionId | None = None
    span: Span | None = None
    claim_id: ClaimId | None = None
    query_id: QueryId = field(default_factory=lambda: QueryId(new_id()))

    label = "Add author query"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        writer.load(ARTICLE, self.article_id)
        writer.save(AUTHOR_QUERY, AuthorQuery(
            id=self.query_id, article_id=self.article_id, version_id=self.version_id, span=self.span,
            claim_id=self.claim_id, kind=self.kind, question=_asked(self.question),
            made_at=stamp.at, made_by=stamp.person.name,
        ))  # fmt: skip
        return self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineQuestion:
    """Let a question go that the program proposed; it stays on the record, and is not proposed again."""

    article_id: ArticleId
    kind: QueryKind
    question: str
    version_id: VersionId
    span: Span
    query_id: QueryId = field(default_factory=lambda: QueryId(new_id()))

    label = "Let a question go"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        writer.load(ARTICLE, self.article_id)
        writer.save(AUTHOR_QUERY, AuthorQuery(
            id=self.query_id, article_id=self.article_id, version_id=self.version_id, span=self.span, kind=self.kind,
            question=_asked(self.question), state=QueryState.WITHDRAWN, settled_at=stamp.at,
            settled_by=stamp.person.name, made_at=stamp.at, made_by=stamp.person.name,
        ))  # fmt: skip
        return self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditQuery:
    """Put a question in other words; one that is settled stays as it was put."""

    query_id: QueryId
    question: str

    label = "Edit author query"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        query = _pending(writer, self.query_id)
        writer.save(AUTHOR_QUERY, replace(query, question=_asked(self.question)))
        return query.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class SendQueries:
    """Write down that questions were put to the author. Those that were asked or settled stay as they are."""

    query_ids: tuple[QueryId, ...]

    label = "Ask the author"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId | None:
        article: ArticleId | None = None
        for query_id in self.query_ids:
            query = writer.load(AUTHOR_QUERY, query_id)
            article = query.article_id
            if query.state is QueryState.OPEN:
                asked = replace(query, state=QueryState.ASKED, asked_at=stamp.at, asked_by=stamp.person.name)
                writer.save(AUTHOR_QUERY, asked)
        return article


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuery:
    """Write down what the author said; a later answer takes the place of an earlier one."""

    query_id: QueryId
    answer: str

    label = "Answer author query"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        if not self.answer.strip():
            raise refused("there is no answer", "Type what the author said, or withdraw the question.")
        query = writer.load(AUTHOR_QUERY, self.query_id)
        writer.save(AUTHOR_QUERY, replace(
            query, state=QueryState.ANSWERED, answer=self.answer.strip(), settled_at=stamp.at,
            settled_by=stamp.person.name,
        ))  # fmt: skip
        return query.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawQuery:
    """Say that a question need not be answered any more; it stays on the record."""

    query_id: QueryId

    label = "Withdraw author query"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        query = _pending(writer, self.query_id)
        withdrawn = replace(query, state=QueryState.WITHDRAWN, settled_at=stamp.at, settled_by=stamp.person.name)
        writer.save(AUTHOR_QUERY, withdrawn)
        return query.article_id


def let_go(writer: Writer, claim_id: ClaimId, to: ClaimId | None = None) -> None:
    """Tie the queries about a claim that is going to another one, or to none: they stay on the record."""
    for query in writer.where(AUTHOR_QUERY, "claim_id", claim_id):
        writer.save(AUTHOR_QUERY, replace(query, claim_id=to))


def _pending(writer: Writer, query_id: QueryId) -> AuthorQuery:
    query = writer.load(AUTHOR_QUERY, query_id)
    if query.state in SETTLED:
        raise refused(f"the question is {query.state}", "Undo that step first, or write another question.")
    return query


def _asked(question: str) -> str:
    if not question.strip():
        raise refused("the question has no words", "Type what the author is asked.")
    return question.strip()

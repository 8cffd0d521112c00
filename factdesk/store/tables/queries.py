"""Author queries as rows."""

from __future__ import annotations

from factdesk.model.ids import ArticleId, ClaimId, QueryId, VersionId
from factdesk.model.query import AuthorQuery, QueryKind, QueryState
from factdesk.store.tables.rows import Row, Table, members
from factdesk.text.spans import Span

_KINDS, _STATES = members(QueryKind), members(QueryState)


def _row(query: AuthorQuery) -> Row:
    return {
        "id": query.id,
        "article_id": query.article_id,
        "version_id": query.version_id,
        "start_at": query.span.start if query.span else None,
        "end_at": query.span.end if query.span else None,
        "claim_id": query.claim_id,
        "kind": str(query.kind),
        "question": query.question,
        "state": str(query.state),
        "answer": query.answer,
        "asked_at": query.asked_at,
        "asked_by": query.asked_by,
        "settled_at": query.settled_at,
        "settled_by": query.settled_by,
        "made_at": query.made_at,
        "made_by": query.made_by,
    }


def _query(row: Row) -> AuthorQuery:
    start, end = row["start_at"], row["end_at"]
    return AuthorQuery(
        id=QueryId(str(row["id"])),
        article_id=ArticleId(str(row["article_id"])),
        version_id=None if row["version_id"] is None else VersionId(str(row["version_id"])),
        span=None if start is None or end is None else Span(int(start), int(end)),
        claim_id=None if row["claim_id"] is None else ClaimId(str(row["claim_id"])),
        kind=_KINDS[row["kind"]],
        question=str(row["question"]),
        state=_STATES[row["state"]],
        answer=str(row["answer"]),
        asked_at=str(row["asked_at"]),
        asked_by=str(row["asked_by"]),
        settled_at=str(row["settled_at"]),
        settled_by=str(row["settled_by"]),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
    )


AUTHOR_QUERY = Table("author_query", _row, _query)

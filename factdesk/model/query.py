"""An author query: something only the author can say, asked in words that can be sent."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import ArticleId, ClaimId, QueryId, VersionId
from factdesk.text.spans import Span


class QueryKind(StrEnum):
    """What the question is about."""

    UNNAMED_SOURCE = "unnamed-source"
    CERTAINTY = "certainty"
    INCONSISTENCY = "inconsistency"
    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    QUOTATION = "quotation"
    OTHER = "other"


class QueryState(StrEnum):
    """How far the question has come."""

    OPEN = "open"
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


SETTLED = frozenset({QueryState.ANSWERED, QueryState.WITHDRAWN})
"""States in which nothing more is expected of the author."""


class AuthorQuery(Struct, frozen=True, kw_only=True):
    """One question to the author of an article.

    Attributes:
        version_id, span: the words it is about, or both None.
        claim_id: the claim it is about, or None.
        question: as it is put to the author; never empty.
        answer: what the author said; never empty once it is answered.
        asked_at, asked_by: when it was sent, and by whom; empty while it was not (an answer may come without).
        settled_at, settled_by: when it was answered or withdrawn, and by whom.
        made_at, made_by: UTC time and person.
    """

    id: QueryId
    article_id: ArticleId
    version_id: VersionId | None = None
    span: Span | None = None
    claim_id: ClaimId | None = None
    kind: QueryKind
    question: str
    state: QueryState = QueryState.OPEN
    answer: str = ""
    asked_at: str = ""
    asked_by: str = ""
    settled_at: str = ""
    settled_by: str = ""
    made_at: str
    made_by: str

    def __post_init__(self) -> None:
        if not self.question.strip():
            raise ValueError(f"query {self.id} asks nothing")
        if (self.version_id is None) != (self.span is None):
            raise ValueError(f"query {self.id} has words without a version, or a version without words")
        if (self.state is QueryState.ANSWERED) != bool(self.answer.strip()):
            raise ValueError(f"query {self.id} is {self.state} but its answer is {self.answer!r}")
        if (self.state in SETTLED) != bool(self.settled_at):
            raise ValueError(f"query {self.id} is {self.state} but was settled at {self.settled_at!r}")
        if self.state is QueryState.ASKED and not self.asked_at:
            raise ValueError(f"query {self.id} is asked but nobody says when")

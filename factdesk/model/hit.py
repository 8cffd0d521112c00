"""What a search over a desk finds: a place to go to, and its words around the match."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import ArticleId, ClaimId


class HitKind(StrEnum):
    """What the words were found in."""

    CLAIM = "claim"
    ARTICLE = "article"
    SOURCE = "source"


class Piece(Struct, frozen=True):
    """Words of a snippet; ``matched`` where they are what was asked for."""

    text: str
    matched: bool


class Hit(Struct, frozen=True, kw_only=True):
    """One claim, article or source that holds all words asked for.

    Attributes:
        article_id: where it stands; for a source the article of the first claim it was tied to, or None.
        claim_id: the claim, or the first one a source was tied to; None for an article.
        title: of the article; of the source for a source.
        snippet: words around the match, in reading order.
    """

    kind: HitKind
    article_id: ArticleId | None
    claim_id: ClaimId | None
    title: str
    snippet: tuple[Piece, ...]


class Found(Struct, frozen=True):
    """The answer of a search.

    Attributes:
        hits: the best first; where there are too many to rank, as they come in the desk.
        total: how many there are, as far as they were counted.
        ranked: they were few enough to be ranked; else ``total`` is where counting stopped.
    """

    hits: tuple[Hit, ...]
    total: int
    ranked: bool

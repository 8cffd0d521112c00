"""Reading an article whole: the case, and the list of articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factdesk.errors import NotInDeskError
from factdesk.model.article import Article
from factdesk.model.case import Case, Opened
from factdesk.model.claim import Claim
from factdesk.model.ids import ArticleId, ClaimId, ScaleId
from factdesk.model.scale import Scale
from factdesk.model.segment import Label, Segment
from factdesk.model.version import Version
from factdesk.store.desk import Desk
from factdesk.store.tables.articles import ARTICLE, VERSION
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.queries import AUTHOR_QUERY
from factdesk.store.tables.remarks import REMARK
from factdesk.store.tables.scales import SCALE
from factdesk.store.tables.segments import SEGMENT, SUGGESTION
from factdesk.store.tables.sources import EVIDENCE, SOURCE
from factdesk.store.tables.tellings import REJECTED_REPEAT
from factdesk.store.tables.ticks import TICK


class ArticleCard(Struct, frozen=True):
    """One line of the list of articles: how many claims it has and how many are still open."""

    id: ArticleId
    title: str
    added_at: str
    claims: int
    open_claims: int


class Extent(Struct, frozen=True):
    """How large an article is: bytes of its longest version's text, and rows that belong to its versions."""

    text: int
    rows: int


_EXTENT = """
SELECT (SELECT coalesce(max(size), 0) FROM version JOIN file ON sha256 = text_sha256 WHERE article_id = :article),
       (SELECT count(*) FROM suggestion WHERE version_id IN (SELECT id FROM version WHERE article_id = :article))
       + (SELECT count(*) FROM segment WHERE version_id IN (SELECT id FROM version WHERE article_id = :article))
       + (SELECT count(*) FROM claim WHERE article_id = :article)
"""

_CARDS = """
SELECT article.id, article.title, article.added_at, count(claim.id),
       count(claim.id) FILTER (WHERE claim.state IN ('new', 'in-check', 'waiting', 'returned', 'stale'))
FROM article LEFT JOIN claim ON claim.article_id = article.id
GROUP BY article.id ORDER BY article.added_at, article.id
"""

_OF_ARTICLE = "article_id = ?"
_IN_READING_ORDER = "version_id = ? ORDER BY start_at, end_at, id"
_EVIDENCE_OF_ARTICLE = "claim_id IN (SELECT id FROM claim WHERE article_id = ?) ORDER BY place, made_at, id"
_SOURCES_OF_ARTICLE = (
    "id IN (SELECT source_id FROM evidence JOIN claim ON claim.id = claim_id WHERE article_id = ?) ORDER BY made_at, id"
)


def cards(desk: Desk) -> tuple[ArticleCard, ...]:
    """Return the desk's articles in the order they were added."""
    return tuple(
        ArticleCard(ArticleId(key), title, added, total, still)
        for key, title, added, total, still in desk.select(_CARDS, [])
    )


def extent(desk: Desk, article_id: ArticleId) -> Extent:
    """Return how large an article is, without reading it."""
    return Extent(*desk.select(_EXTENT, {"article": article_id})[0])


def article_with_file(desk: Desk, sha256: str) -> ArticleId | None:
    """Return the article that already holds these very bytes or this very text, or None."""
    found = desk.select(
        "SELECT article_id FROM version WHERE file_sha256 = ? OR text_sha256 = ? ORDER BY added_at LIMIT 1",
        [sha256, sha256],
    )
    return ArticleId(found[0][0]) if found else None


def case(desk: Desk, article_id: ArticleId, number: int | None = None) -> Case:
    """Return one version of an article with its checklist; the newest version where no number is given.

    Raises:
        NotInDeskError: there is no such article or version.
    """
    return with_rows(desk, opened(desk, article_id, number))


def opened(desk: Desk, article_id: ArticleId, number: int | None = None) -> Opened:
    """Return one version of an article without its checklist; the newest version where no number is given.

    Raises:
        NotInDeskError: there is no such article or version.
    """
    found = article(desk, article_id)
    versions = desk.facts(VERSION, _OF_ARTICLE + " ORDER BY number", [article_id])
    chosen = [v for v in versions if number in (None, v.number)]
    if not chosen:
        raise _no_such_article()
    claims = desk.select("SELECT count(*) FROM claim WHERE article_id = ?", [article_id])[0][0]
    return Opened(found, with_text(desk, chosen[-1]), len(versions), claims)


def article(desk: Desk, article_id: ArticleId) -> Article:
    """Return what is known of an article as a whole.

    Raises:
        NotInDeskError: there is no such article.
    """
    found = desk.fact(ARTICLE, article_id)
    if found is None:
        raise _no_such_article()
    return found


def _no_such_article() -> NotInDeskError:
    return NotInDeskError(
        "The article was not shown", "it is not in this desk (any more)", "Choose one under Article ▸ Articles…."
    )


def with_text(desk: Desk, version: Version) -> Version:
    """Return ``version`` with its words, which the desk keeps as a file."""
    return replace(version, text=(desk.file(version.text_sha256) or b"").decode("utf-8"))


def with_rows(desk: Desk, opened: Opened) -> Case:
    """Return an opened article with its checklist, as it stands now.

    Raises:
        NotInDeskError: a scale is missing, which only another program can have done.
    """
    article, version, count, _claims = opened
    segments = desk.facts(SEGMENT, "version_id = ? ORDER BY start_at, end_at DESC, id", [version.id])
    claims = in_reading_order(desk.facts(CLAIM, _OF_ARTICLE, [article.id]), segments)
    scales = {claim.verdict.scale_id for claim in claims if claim.verdict} | {desk.row().scale_id}
    return Case(
        article=article,
        version=version,
        version_count=count,
        segments=segments,
        suggestions=desk.facts(SUGGESTION, _IN_READING_ORDER, [version.id]),
        claims=claims,
        sources={s.id: s for s in desk.facts(SOURCE, _SOURCES_OF_ARTICLE, [article.id])},
        evidence=desk.facts(EVIDENCE, _EVIDENCE_OF_ARTICLE, [article.id]),
        scales={key: scale(desk, key) for key in sorted(scales)},
        remarks=desk.facts(REMARK, _IN_READING_ORDER, [version.id]),
        rejected_repeats=desk.facts(REJECTED_REPEAT, _IN_READING_ORDER, [version.id]),
        ticks=desk.facts(TICK, _IN_READING_ORDER, [version.id]),
        queries=desk.facts(AUTHOR_QUERY, _OF_ARTICLE + " ORDER BY made_at, id", [article.id]),
    )


def in_reading_order(claims: Iterable[Claim], segments: Iterable[Segment]) -> tuple[Claim, ...]:
    """Sort claims by the place of their words; those without words in this version come last."""
    words = {s.claim_id: s for s in segments if s.label is Label.CLAIM and s.claim_id is not None}
    return tuple(sorted(claims, key=lambda claim: reading_place(claim, words)))


def reading_place(claim: Claim, words: Mapping[ClaimId, Segment]) -> tuple[Any, ...]:
    """Return what claims are sorted by: where their words begin, then the longer first."""
    segment = words.get(claim.id)
    if segment is None:
        return True, claim.made_at, claim.id
    return False, segment.anchor.start, -segment.anchor.end, segment.id


def scale(desk: Desk, key: ScaleId) -> Scale:
    """Return a scale kept in the desk.

    Raises:
        NotInDeskError: it is missing, which only another program can have done.
    """
    found = desk.fact(SCALE, key)
    if found is None:
        raise NotInDeskError(
            "The case was not read", f"its scale {key} is missing", "Run “factdesk verify” on the desk."
        )
    return found

"""Bringing a case up to date after a change, by reading only the rows the change names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.event import Changes
from factdesk.model.ids import SourceId
from factdesk.store import cases
from factdesk.store.articles import VERSION
from factdesk.store.claims import CLAIM
from factdesk.store.desk import Desk
from factdesk.store.queries import AUTHOR_QUERY
from factdesk.store.remarks import REMARK
from factdesk.store.rows import Table
from factdesk.store.segments import SEGMENT, SUGGESTION
from factdesk.store.sources import EVIDENCE, SOURCE
from factdesk.store.tellings import REJECTED_REPEAT
from factdesk.store.ticks import TICK

F = TypeVar("F")

_WHOLE = frozenset({"article", "version", "desk", "scale"})
"""Tables whose change is rare and touches the case's frame: then it is read whole."""

_MOST = 500
"""Rows looked up one by one; SQLite takes at least 999 values in one query."""


def refreshed(desk: Desk, case: Case, changes: Changes) -> Case:
    """Return ``case`` after ``changes``.

    Raises:
        NotInDeskError: the article is gone.
    """
    tables = {row.table for row in changes.rows}
    if tables & _WHOLE or any(len(changes.ids(table)) > _MOST for table in tables):
        return cases.case(desk, case.article.id, _number(desk, case))
    version = case.version.id
    in_segments = _Part(SEGMENT, lambda s: s.version_id == version, lambda s: (s.anchor.start, -s.anchor.end, s.id))
    in_suggestions = _Part(SUGGESTION, lambda s: s.version_id == version, lambda s: (s.span.start, s.span.end, s.id))
    in_remarks = _Part(
        REMARK, lambda r: r.version_id == version, lambda r: (r.remark.span.start, r.remark.span.end, r.id)
    )
    segments = _patched(desk, in_segments, case.segments, changes)
    suggestions = _patched(desk, in_suggestions, case.suggestions, changes)
    claims = _claims(desk, replace(case, segments=segments), changes, segments is not case.segments)
    kept = {claim.id for claim in claims} if "evidence" in tables else set()
    in_evidence = _Part(EVIDENCE, lambda e: e.claim_id in kept, lambda e: (e.made_at, e.id))
    evidence = _patched(desk, in_evidence, case.evidence, changes)
    patched = replace(
        case, segments=segments, suggestions=suggestions, claims=claims, evidence=evidence,
        remarks=_patched(desk, in_remarks, case.remarks, changes),
    )  # fmt: skip
    return _with_sources(desk, _with_scales(desk, _with_marks(desk, patched, changes)), changes)


def _with_marks(desk: Desk, case: Case, changes: Changes) -> Case:
    version, article = case.version.id, case.article.id
    in_rejected = _Part(REJECTED_REPEAT, lambda r: r.version_id == version, lambda r: (r.span.start, r.span.end, r.id))
    in_ticks = _Part(TICK, lambda t: t.version_id == version, lambda t: (t.span.start, t.span.end, t.id))
    in_queries = _Part(AUTHOR_QUERY, lambda q: q.article_id == article, lambda q: (q.made_at, q.id))
    return replace(
        case,
        rejected_repeats=_patched(desk, in_rejected, case.rejected_repeats, changes),
        ticks=_patched(desk, in_ticks, case.ticks, changes),
        queries=_patched(desk, in_queries, case.queries, changes),
    )


def _number(desk: Desk, case: Case) -> int | None:
    """The version that was looked at, or None (the newest) where it is gone."""
    still = desk.fact(VERSION, case.version.id)
    return case.version.number if still else None


def _claims(desk: Desk, case: Case, changes: Changes, words_moved: bool) -> tuple[Claim, ...]:
    ids = changes.ids("claim")
    found = _by_id(desk, CLAIM, ids)
    known = {claim.id for claim in case.claims}
    if words_moved or any((key in found) != (key in known) for key in ids):
        kept = [claim for claim in case.claims if claim.id not in ids]
        ours = [claim for claim in found.values() if claim.article_id == case.article.id]
        return cases.in_reading_order([*kept, *ours], case.segments)
    if not ids:
        return case.claims
    return tuple(found.get(claim.id, claim) for claim in case.claims)


@dataclass(frozen=True, slots=True)
class _Part(Generic[F]):
    """One tuple of the case: its table, which of its facts belong to the case, and their order."""

    table: Table[F]
    belongs: Callable[[F], bool]
    order: Callable[[F], Any]


def _patched(desk: Desk, part: _Part[F], held: tuple[F, ...], changes: Changes) -> tuple[F, ...]:
    ids = changes.ids(part.table.name)
    if not ids:
        return held
    found = [fact for fact in _by_id(desk, part.table, ids).values() if part.belongs(fact)]
    kept = [fact for fact in held if fact.id not in ids]  # type: ignore[attr-defined]
    return tuple(sorted([*kept, *found], key=part.order))


def _by_id(desk: Desk, table: Table[F], ids: Iterable[str]) -> dict[str, F]:
    wanted = sorted(ids)
    marks = ", ".join("?" * len(wanted))
    facts = desk.facts(table, f"id IN ({marks})", wanted) if wanted else ()
    return {fact.id: fact for fact in facts}  # type: ignore[attr-defined]


def _with_scales(desk: Desk, case: Case) -> Case:
    used = {claim.verdict.scale_id for claim in case.claims if claim.verdict} - case.scales.keys()
    return replace(case, scales={**case.scales, **{key: cases.scale(desk, key) for key in used}}) if used else case


def _with_sources(desk: Desk, case: Case, changes: Changes) -> Case:
    ids = changes.ids("source") | {e.source_id for e in case.evidence if e.id in changes.ids("evidence")}
    if not ids and not changes.ids("evidence"):
        return case
    used = {evidence.source_id for evidence in case.evidence}
    sources = {**case.sources, **{SourceId(key): fact for key, fact in _by_id(desk, SOURCE, ids).items()}}
    return replace(case, sources={key: source for key, source in sources.items() if key in used})

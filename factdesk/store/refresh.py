"""Bringing a case up to date after a change, by reading only the rows the change names."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
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

_AT_ONCE = 500
"""Rows looked up in one query; SQLite takes at least 999 values."""

_FEW = 50
"""Facts put in their places one by one; more of them are sorted in."""


def refreshed(desk: Desk, case: Case, changes: Changes) -> Case:
    """Return ``case`` after ``changes``.

    Raises:
        NotInDeskError: the article is gone.
    """
    tables = {row.table for row in changes.rows}
    if tables & _WHOLE:
        return cases.case(desk, case.article.id, _number(desk, case))
    version = case.version.id
    in_segments = _Part(SEGMENT, lambda s: s.version_id == version, lambda s: (s.anchor.start, -s.anchor.end, s.id))
    in_suggestions = _Part(SUGGESTION, lambda s: s.version_id == version, lambda s: (s.span.start, s.span.end, s.id))
    in_remarks = _Part(
        REMARK, lambda r: r.version_id == version, lambda r: (r.remark.span.start, r.remark.span.end, r.id)
    )
    segments = _patched(desk, in_segments, case.segments, changes)
    suggestions = _patched(desk, in_suggestions, case.suggestions, changes)
    remarks = _patched(desk, in_remarks, case.remarks, changes)
    marked = case.changed(segments=segments, suggestions=suggestions, remarks=remarks)
    patched = marked.changed(claims=_claims(desk, case, marked, changes))
    in_evidence = _Part(EVIDENCE, lambda e: patched.claim(e.claim_id) is not None, lambda e: (e.made_at, e.id))
    patched = patched.changed(evidence=_patched(desk, in_evidence, case.evidence, changes))
    return _with_sources(desk, _with_scales(desk, _with_marks(desk, patched, changes), changes), changes)


def _with_marks(desk: Desk, case: Case, changes: Changes) -> Case:
    version, article = case.version.id, case.article.id
    in_rejected = _Part(REJECTED_REPEAT, lambda r: r.version_id == version, lambda r: (r.span.start, r.span.end, r.id))
    in_ticks = _Part(TICK, lambda t: t.version_id == version, lambda t: (t.span.start, t.span.end, t.id))
    in_queries = _Part(AUTHOR_QUERY, lambda q: q.article_id == article, lambda q: (q.made_at, q.id))
    return case.changed(
        rejected_repeats=_patched(desk, in_rejected, case.rejected_repeats, changes),
        ticks=_patched(desk, in_ticks, case.ticks, changes),
        queries=_patched(desk, in_queries, case.queries, changes),
    )


def _number(desk: Desk, case: Case) -> int | None:
    """The version that was looked at, or None (the newest) where it is gone."""
    still = desk.fact(VERSION, case.version.id)
    return case.version.number if still else None


def _claims(desk: Desk, before: Case, marked: Case, changes: Changes) -> tuple[Claim, ...]:
    """Return the claims after ``changes``, in the reading order of ``marked``, whose segments are the new ones.

    Only claims that changed, or whose words did, are put in their places; the others keep their order.
    """
    ids = changes.ids("claim")
    moved = changes.ids("segment")
    touched = ids | {s.claim_id for case in (before, marked) if moved for s in case.segments if s.id in moved}
    if not touched:
        return before.claims
    read = _by_id(desk, CLAIM, ids)
    words = marked.words_of()
    found = [read.get(key) if key in ids else before.claim(key) for key in touched if key is not None]
    ours = [claim for claim in found if claim is not None and claim.article_id == before.article.id]
    kept = [claim for claim in before.claims if claim.id not in touched]
    return _inserted(kept, ours, lambda claim: cases.reading_place(claim, words))


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
    return _inserted(kept, found, part.order)


def _inserted(held: list[F], found: list[F], order: Callable[[F], Any]) -> tuple[F, ...]:
    """Put ``found`` into ``held``, which stands in ``order``."""
    if len(found) > _FEW:
        return tuple(sorted([*held, *found], key=order))
    for fact in found:
        insort(held, fact, key=order)
    return tuple(held)


def _by_id(desk: Desk, table: Table[F], ids: Iterable[str]) -> dict[str, F]:
    wanted = sorted(ids)
    found: dict[str, F] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        facts = desk.facts(table, f"id IN ({', '.join('?' * len(some))})", list(some))
        found |= {fact.id: fact for fact in facts}  # type: ignore[attr-defined]
    return found


def _with_scales(desk: Desk, case: Case, changes: Changes) -> Case:
    changed = (case.claim(key) for key in changes.ids("claim"))
    used = {claim.verdict.scale_id for claim in changed if claim is not None and claim.verdict} - case.scales.keys()
    found = {key: cases.scale(desk, key) for key in used}
    return case.changed(scales={**case.scales, **found}) if found else case


def _with_sources(desk: Desk, case: Case, changes: Changes) -> Case:
    ids = changes.ids("source") | {e.source_id for e in case.evidence if e.id in changes.ids("evidence")}
    if not ids and not changes.ids("evidence"):
        return case
    used = {evidence.source_id for evidence in case.evidence}
    sources = {**case.sources, **{SourceId(key): fact for key, fact in _by_id(desk, SOURCE, ids).items()}}
    return case.changed(sources={key: source for key, source in sources.items() if key in used})

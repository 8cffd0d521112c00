"""Bringing a case up to date after a change, by reading only the rows the change names."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from factdesk.model.case import Case
from factdesk.model.event import Changes, RowKey
from factdesk.model.ids import SourceId
from factdesk.model.patched import put
from factdesk.store import cases
from factdesk.store.desk import Desk
from factdesk.store.tables.articles import VERSION
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.queries import AUTHOR_QUERY
from factdesk.store.tables.remarks import REMARK
from factdesk.store.tables.rows import Fact, Table
from factdesk.store.tables.segments import SEGMENT, SUGGESTION
from factdesk.store.tables.sources import EVIDENCE, SOURCE
from factdesk.store.tables.tellings import REJECTED_REPEAT
from factdesk.store.tables.ticks import TICK
from factdesk.store.writer import Left

F = TypeVar("F", bound=Fact)

_WHOLE = frozenset({"version", "desk", "scale"})
"""Tables whose change is rare and touches the case's frame: then it is read whole."""

_AT_ONCE = 500
"""Rows looked up in one query; SQLite takes at least 999 values."""

_FEW = 50
"""Facts put in their places one by one; more of them are sorted in."""


class _Rows(NamedTuple):
    """Where changed rows are read from: as the step that is told of left them, else from the desk."""

    desk: Desk
    left: Left

    def by_id(self, table: Table[F], ids: Iterable[str]) -> dict[str, F]:
        """Return the facts of a table that are there, by id."""
        found: dict[str, F] = {}
        wanted: list[str] = []
        for key in sorted(ids):
            if (row_key := RowKey(table.name, key)) not in self.left:
                wanted.append(key)
            elif (row := self.left[row_key]) is not None:
                found[key] = table.fact(row)
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            facts = self.desk.facts(table, f"id IN ({', '.join('?' * len(some))})", list(some))
            found |= {fact.id: fact for fact in facts}
        return found


def refreshed(desk: Desk, case: Case, changes: Changes, left: Left) -> Case:
    """Return ``case`` after ``changes``.

    Args:
        left: rows that are known already; they are not read again.

    Raises:
        NotInDeskError: the article is gone.
    """
    rows = _Rows(desk, left)
    tables = changes.tables
    if tables & _WHOLE:
        return cases.case(desk, case.article.id, _number(desk, case))
    if "article" in tables:
        case = case.changed(article=cases.article(desk, case.article.id))
    version = case.version.id
    marked = case
    for part in (
        _Part("segments", SEGMENT, lambda s: s.version_id == version, lambda s: (s.anchor.start, -s.anchor.end, s.id)),
        _Part("suggestions", SUGGESTION, lambda s: s.version_id == version, lambda s: (*s.span, s.id)),
        _Part("remarks", REMARK, lambda r: r.version_id == version, lambda r: (*r.remark.span, r.id)),
    ):
        marked = _patched(rows, part, marked, changes)
    patched = _with_claims(rows, case, marked, changes)
    in_evidence = _Part("evidence", EVIDENCE, lambda e: patched.claim(e.claim_id) is not None, lambda e: e.order)
    patched = _patched(rows, in_evidence, patched, changes)
    return _with_sources(rows, _with_scales(desk, _with_marks(rows, patched, changes), changes), changes)


def _with_marks(rows: _Rows, case: Case, changes: Changes) -> Case:
    version, article = case.version.id, case.article.id
    for part in (
        _Part("rejected_repeats", REJECTED_REPEAT, lambda r: r.version_id == version, lambda r: (*r.span, r.id)),
        _Part("ticks", TICK, lambda t: t.version_id == version, lambda t: (*t.span, t.id)),
        _Part("queries", AUTHOR_QUERY, lambda q: q.article_id == article, lambda q: (q.made_at, q.id)),
    ):
        case = _patched(rows, part, case, changes)
    return case


def _number(desk: Desk, case: Case) -> int | None:
    """The version that was looked at, or None (the newest) where it is gone."""
    still = desk.fact(VERSION, case.version.id)
    return case.version.number if still else None


def _with_claims(rows: _Rows, before: Case, marked: Case, changes: Changes) -> Case:
    """Return ``marked``, whose segments are the new ones, with the claims after ``changes`` in its reading order.

    Only claims that changed, or whose words did, are put in their places; the others keep their order.
    """
    ids = changes.ids("claim")
    moved = (case.segment(key) for case in (before, marked) for key in changes.ids("segment"))
    touched = ids | {segment.claim_id for segment in moved if segment is not None and segment.claim_id is not None}
    if not touched:
        return marked
    read = rows.by_id(CLAIM, ids)
    gone = [claim for key in touched if (claim := before.claim(key)) is not None]
    found = [read.get(key) if key in ids else before.claim(key) for key in touched]
    come = [claim for claim in found if claim is not None and claim.article_id == before.article.id]
    old, new = before.words_of(), marked.words_of()
    places = (lambda claim: cases.reading_place(claim, old), lambda claim: cases.reading_place(claim, new))
    return marked.patched("claims", _spliced(before.claims, gone, come, places), gone, come)


class _Part(NamedTuple):
    """One tuple of the case: its name there, its table, which of its facts belong to the case, and their order."""

    name: str
    table: Table[Any]
    belongs: Callable[[Any], bool]
    order: Callable[[Any], Any]


def _patched(rows: _Rows, part: _Part, case: Case, changes: Changes) -> Case:
    ids = changes.ids(part.table.name)
    if not ids:
        return case
    held: Sequence[Any] = getattr(case, part.name)
    come = [fact for fact in rows.by_id(part.table, ids).values() if part.belongs(fact)]
    find = {"segments": case.segment, "suggestions": case.suggestion}.get(part.name)
    gone: list[Any] = (
        [fact for fact in held if fact.id in ids]
        if find is None
        else [fact for key in ids if (fact := find(key)) is not None]
    )
    return case.patched(part.name, _spliced(held, gone, come, (part.order, part.order)), gone, come)


def _spliced(
    held: Sequence[F], gone: list[F], come: list[F], orders: tuple[Callable[[F], Any], Callable[[F], Any]]
) -> Sequence[F]:
    """Take what is gone out of ``held`` and put what came in its place.

    Args:
        orders: what the facts are sorted by, before the change and after it; the same for those it left alone.
    """
    before, after = orders
    if len(gone) + len(come) > _FEW:
        left = {fact.id for fact in gone}
        return tuple(sorted([*(one for one in held if one.id not in left), *come], key=after))
    if len(gone) == len(come) == 1 and (place := before(gone[0])) == after(come[0]):
        return put(held, bisect_left(held, place, key=before), come[0])
    made = list(held)
    for fact in gone:
        del made[bisect_left(made, before(fact), key=before)]
    for fact in come:
        insort(made, fact, key=after)
    return tuple(made)


def _with_scales(desk: Desk, case: Case, changes: Changes) -> Case:
    changed = (case.claim(key) for key in changes.ids("claim"))
    used = {claim.verdict.scale_id for claim in changed if claim is not None and claim.verdict} - case.scales.keys()
    found = {key: cases.scale(desk, key) for key in used}
    return case.changed(scales={**case.scales, **found}) if found else case


def _with_sources(rows: _Rows, case: Case, changes: Changes) -> Case:
    ids = changes.ids("source") | {e.source_id for e in case.evidence if e.id in changes.ids("evidence")}
    if not ids and not changes.ids("evidence"):
        return case
    used = {evidence.source_id for evidence in case.evidence}
    sources = {**case.sources, **{SourceId(key): fact for key, fact in rows.by_id(SOURCE, ids).items()}}
    return case.changed(sources={key: source for key, source in sources.items() if key in used})

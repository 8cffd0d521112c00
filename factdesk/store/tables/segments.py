"""Segments and suggestions as rows."""

from __future__ import annotations

from msgspec.json import decode

from factdesk.model.ids import ClaimId, SegmentId, SuggestionId, VersionId
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Decision, Reason, Suggestion, SuggestionKind
from factdesk.store.tables.rows import Row, Table, canonical, members
from factdesk.text.anchor import Anchor
from factdesk.text.spans import Span

_LABELS, _KINDS, _DECISIONS = members(Label), members(SuggestionKind), members(Decision)


def _segment_row(segment: Segment) -> Row:
    anchor = segment.anchor
    return {
        "id": segment.id,
        "version_id": segment.version_id,
        "label": str(segment.label),
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start_at": anchor.start,
        "end_at": anchor.end,
        "claim_id": segment.claim_id,
        "reason": segment.reason,
        "in_bulk": int(segment.in_bulk),
        "made_at": segment.made_at,
        "made_by": segment.made_by,
        "differs": int(segment.differs),
        "confirmed_at": segment.confirmed_at,
        "confirmed_by": segment.confirmed_by,
    }


def _segment(row: Row) -> Segment:
    return Segment(
        id=SegmentId(str(row["id"])),
        version_id=VersionId(str(row["version_id"])),
        label=_LABELS[row["label"]],
        anchor=Anchor(
            str(row["exact"]),
            str(row["prefix"]),
            str(row["suffix"]),
            int(row["start_at"] or 0),
            int(row["end_at"] or 0),
        ),
        claim_id=None if row["claim_id"] is None else ClaimId(str(row["claim_id"])),
        reason=str(row["reason"]),
        in_bulk=bool(row["in_bulk"]),
        differs=bool(row["differs"]),
        confirmed_at=str(row["confirmed_at"]),
        confirmed_by=str(row["confirmed_by"]),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
    )


def _suggestion_row(suggestion: Suggestion) -> Row:
    return {
        "id": suggestion.id,
        "version_id": suggestion.version_id,
        "start_at": suggestion.span.start,
        "end_at": suggestion.span.end,
        "kind": str(suggestion.kind),
        "score": float(suggestion.score),
        "reasons": canonical([[reason.code, *reason.span] for reason in suggestion.reasons]),
        "method": suggestion.method,
        "decision": str(suggestion.decision),
        "in_bulk": int(suggestion.in_bulk),
        "decided_at": suggestion.decided_at,
        "decided_by": suggestion.decided_by,
    }


def _suggestion(row: Row) -> Suggestion:
    return Suggestion(
        id=SuggestionId(str(row["id"])),
        version_id=VersionId(str(row["version_id"])),
        span=Span(int(row["start_at"] or 0), int(row["end_at"] or 0)),
        kind=_KINDS[row["kind"]],
        score=float(row["score"] or 0),
        reasons=tuple(Reason(code, Span(start, end)) for code, start, end in decode(str(row["reasons"]))),
        method=str(row["method"]),
        decision=_DECISIONS[row["decision"]],
        in_bulk=bool(row["in_bulk"]),
        decided_at=str(row["decided_at"]),
        decided_by=str(row["decided_by"]),
    )


SEGMENT = Table("segment", _segment_row, _segment)
SUGGESTION = Table("suggestion", _suggestion_row, _suggestion)

DECIDED = "decision <> 'open' AND in_bulk = 0 AND decided_at > ? ORDER BY decided_at DESC, id LIMIT 2000"
"""The newest suggestions that were decided one by one after a time."""

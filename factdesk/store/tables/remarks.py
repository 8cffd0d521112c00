"""Remarks of the author's file as rows."""

from __future__ import annotations

from factdesk.model.ids import RemarkId, VersionId
from factdesk.model.remark import KeptRemark, Remark, RemarkKind
from factdesk.model.suggestion import Decision
from factdesk.store.tables.rows import Row, Table
from factdesk.text.spans import Span


def _row(kept: KeptRemark) -> Row:
    remark = kept.remark
    return {
        "id": kept.id,
        "version_id": kept.version_id,
        "start_at": remark.span.start,
        "end_at": remark.span.end,
        "kind": str(remark.kind),
        "text": remark.text,
        "written_by": remark.by,
        "decision": str(kept.decision),
        "decided_at": kept.decided_at,
        "decided_by": kept.decided_by,
    }


def _remark(row: Row) -> KeptRemark:
    span = Span(int(row["start_at"] or 0), int(row["end_at"] or 0))
    return KeptRemark(
        id=RemarkId(str(row["id"])),
        version_id=VersionId(str(row["version_id"])),
        remark=Remark(span, RemarkKind(str(row["kind"])), str(row["text"]), str(row["written_by"])),
        decision=Decision(str(row["decision"])),
        decided_at=str(row["decided_at"]),
        decided_by=str(row["decided_by"]),
    )


REMARK = Table("remark", _row, _remark)

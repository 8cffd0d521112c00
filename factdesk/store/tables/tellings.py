"""Rejected repeats as rows; tellings themselves are segments."""

from __future__ import annotations

from factdesk.model.ids import RejectedRepeatId, VersionId
from factdesk.model.telling import RejectedRepeat
from factdesk.store.tables.rows import Row, Table
from factdesk.text.spans import Span


def _row(rejected: RejectedRepeat) -> Row:
    return {
        "id": rejected.id,
        "version_id": rejected.version_id,
        "start_at": rejected.span.start,
        "end_at": rejected.span.end,
        "of_start_at": rejected.of.start,
        "of_end_at": rejected.of.end,
        "made_at": rejected.made_at,
        "made_by": rejected.made_by,
    }


def _rejected(row: Row) -> RejectedRepeat:
    return RejectedRepeat(
        id=RejectedRepeatId(str(row["id"])),
        version_id=VersionId(str(row["version_id"])),
        span=Span(int(row["start_at"] or 0), int(row["end_at"] or 0)),
        of=Span(int(row["of_start_at"] or 0), int(row["of_end_at"] or 0)),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
    )


REJECTED_REPEAT = Table("rejected_repeat", _row, _rejected)

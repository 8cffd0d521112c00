"""Names of rows that stay unique when desks are merged or exported."""

from __future__ import annotations

from typing import NewType

ArticleId = NewType("ArticleId", str)
VersionId = NewType("VersionId", str)
SegmentId = NewType("SegmentId", str)
SuggestionId = NewType("SuggestionId", str)
RemarkId = NewType("RemarkId", str)
RejectedRepeatId = NewType("RejectedRepeatId", str)
TickId = NewType("TickId", str)
QueryId = NewType("QueryId", str)
ClaimId = NewType("ClaimId", str)
SourceId = NewType("SourceId", str)
EvidenceId = NewType("EvidenceId", str)
ScaleId = NewType("ScaleId", str)
"""``"desk-check@1.0"``: a scale and its version; a verdict keeps both."""


def new_id() -> str:
    """Return 32 random hexadecimal digits (UUID version 4)."""
    from uuid import uuid4  # late: a start makes no rows

    return uuid4().hex

"""A remark in the desk: what the author's file notes on words, and what a person decided about it."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.model.draft import Remark
from factdesk.model.ids import RemarkId, VersionId
from factdesk.model.suggestion import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRemark:
    """A comment or note of one version: proposed as evidence on the words it notes.

    Attributes:
        decision: accepted makes it evidence of a claim; rejected, no more than words in the file.
        decided_at, decided_by: empty while it is open.
    """

    id: RemarkId
    version_id: VersionId
    remark: Remark
    decision: Decision = Decision.OPEN
    decided_at: str = ""
    decided_by: str = ""

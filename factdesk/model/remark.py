"""A remark: what the author's file notes on words, and what a person decided about it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import RemarkId, VersionId
from factdesk.model.suggestion import Decision
from factdesk.text.spans import Span


class RemarkKind(StrEnum):
    """What kind of note the author's file carries."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


class Remark(Struct, frozen=True):
    """A comment or note that the author's file ties to words: proposed as evidence on them.

    Attributes:
        span: the words it notes; at a bare note mark, the sentence or the word before the mark.
        text: what it says.
        by: who wrote it, as the file says, or empty.
    """

    span: Span
    kind: RemarkKind
    text: str
    by: str = ""


class KeptRemark(Struct, frozen=True, kw_only=True):
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

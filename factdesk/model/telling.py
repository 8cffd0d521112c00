"""Tellings: the places where one statement is made, and pairs a person said do not tell the same.

A telling is a segment labelled ``repeat``; the head is the segment labelled ``claim`` of the same claim.
"""

from __future__ import annotations

from msgspec import Struct

from factdesk.model.claim import Verdict
from factdesk.model.ids import RejectedRepeatId, VersionId
from factdesk.model.segment import Segment
from factdesk.text.spans import Span


class RejectedRepeat(Struct, frozen=True, kw_only=True):
    """Two stretches that were proposed as tellings of one statement, and that a person said are not.

    Attributes:
        span: the words that were proposed as a telling, code points of the version's text.
        of: the words they were said to repeat.
        made_at, made_by: UTC time and person.
    """

    id: RejectedRepeatId
    version_id: VersionId
    span: Span
    of: Span
    made_at: str
    made_by: str


def wording_is_open(telling: Segment, verdict: Verdict | None) -> bool:
    """Say whether a person still has to confirm that the head's verdict holds for these other words.

    What was confirmed for an earlier verdict is open again under a new one.
    """
    return telling.differs and verdict is not None and telling.confirmed_at < verdict.given_at

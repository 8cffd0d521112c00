"""A segment: a stretch of a version that somebody has accounted for."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import ClaimId, SegmentId, VersionId
from factdesk.text.anchor import Anchor


class Label(StrEnum):
    """What a stretch is. Only ``CLAIM`` and ``REPEAT`` belong to a claim."""

    CLAIM = "claim"
    REPEAT = "repeat"
    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    HEADING = "heading"
    FURNITURE = "furniture"


NOT_A_CLAIM = (Label.OPINION, Label.PREDICTION, Label.QUESTION, Label.HEADING, Label.FURNITURE)


class Segment(Struct, frozen=True, kw_only=True):
    """One labelled stretch of one version.

    Attributes:
        claim_id: the claim whose words these are (``CLAIM``) or that is told again (``REPEAT``).
        reason: why it was labelled so, in words; empty where nobody said.
        in_bulk: the label was accepted together with others, not one by one; the report says so.
        differs: a telling (``REPEAT``) whose words are not those of its head, as ``text.tellings`` compares them.
        confirmed_at, confirmed_by: when a person said that the head's verdict holds for these other words, too.
        made_at, made_by: UTC time and person.
    """

    id: SegmentId
    version_id: VersionId
    label: Label
    anchor: Anchor
    claim_id: ClaimId | None = None
    reason: str = ""
    in_bulk: bool = False
    differs: bool = False
    confirmed_at: str = ""
    confirmed_by: str = ""
    made_at: str
    made_by: str

    def __post_init__(self) -> None:
        if self.differs and self.label is not Label.REPEAT:
            raise ValueError(f"a segment labelled {self.label} has no head to differ from")
        if self.confirmed_at and not self.differs:
            raise ValueError("a wording was confirmed that does not differ")
        if (self.label in (Label.CLAIM, Label.REPEAT)) != (self.claim_id is not None):
            raise ValueError(f"a segment labelled {self.label} and claim {self.claim_id} do not go together")

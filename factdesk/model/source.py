"""A source: a document or person; evidence: the tie from it to a claim."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import ClaimId, EvidenceId, SourceId


class SourceType(StrEnum):
    """What sort of source it is."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    EXPERT = "expert"
    DOCUMENT = "document"
    INTERVIEW = "interview"


class Bearing(StrEnum):
    """What the evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Source(Struct, frozen=True, kw_only=True):
    """One document or person, shared by all the claims it bears on.

    Attributes:
        address: web address, or where a document is kept.
        person: whom one spoke to, or who wrote it.
        date: ISO date of the source itself, or empty.
    """

    id: SourceId
    title: str
    type: SourceType = SourceType.SECONDARY
    publisher: str = ""
    address: str = ""
    person: str = ""
    date: str = ""
    made_at: str
    made_by: str


class Evidence(Struct, frozen=True, kw_only=True):
    """What one source says to one claim.

    Attributes:
        excerpt: the words relied on.
        locator: page, minute, table or paragraph.
        accessed: ISO date on which the checker looked.
        place: where it stands among the claim's evidence, the least first; see ``order``.
    """

    id: EvidenceId
    claim_id: ClaimId
    source_id: SourceId
    bearing: Bearing
    excerpt: str = ""
    locator: str = ""
    accessed: str = ""
    place: int = 0
    made_at: str
    made_by: str

    @property
    def order(self) -> tuple[int, str, str]:
        """What evidence is sorted by: its place, and among equals (a removal taken back) when it was added."""
        return self.place, self.made_at, self.id

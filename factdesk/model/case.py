"""A case: one article with all that belongs to it, as one value to show, score or print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from factdesk.model.article import Article
from factdesk.model.claim import Claim
from factdesk.model.ids import ClaimId, ScaleId, SourceId
from factdesk.model.query import AuthorQuery
from factdesk.model.remark import KeptRemark
from factdesk.model.scale import Scale
from factdesk.model.segment import Label, Segment
from factdesk.model.source import Evidence, Source
from factdesk.model.suggestion import Suggestion
from factdesk.model.telling import RejectedRepeat
from factdesk.model.tick import Tick
from factdesk.model.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One version of one article with its checklist.

    Attributes:
        version_count: how many versions the article has; ``version`` is the one looked at.
        segments: of this version, by start, then longest first.
        suggestions: of this version, in reading order, decided ones included.
        claims: of the article in reading order of this version; claims without words in it last.
        remarks: of this version, in reading order, decided ones included.
        rejected_repeats: of this version, in reading order.
        ticks: of this version, in reading order.
        queries: of the article, in the order they were written.
        scales: every scale a verdict of this case was given under, and the desk's current one.
    """

    article: Article
    version: Version
    version_count: int
    segments: tuple[Segment, ...]
    suggestions: tuple[Suggestion, ...]
    claims: tuple[Claim, ...]
    sources: dict[SourceId, Source]
    evidence: tuple[Evidence, ...]
    scales: dict[ScaleId, Scale]
    remarks: tuple[KeptRemark, ...] = ()
    rejected_repeats: tuple[RejectedRepeat, ...] = ()
    ticks: tuple[Tick, ...] = ()
    queries: tuple[AuthorQuery, ...] = ()

    def words_of(self) -> dict[ClaimId, Segment]:
        """Return the segment that holds each claim's own words; claims that are gone have none."""
        return {s.claim_id: s for s in self.segments if s.label is Label.CLAIM and s.claim_id is not None}

    def tellings_of(self) -> dict[ClaimId, tuple[Segment, ...]]:
        """Return the other places of this version where each claim is told, in reading order."""
        found: defaultdict[ClaimId, list[Segment]] = defaultdict(list)
        for segment in self.segments:
            if segment.label is Label.REPEAT and segment.claim_id is not None:
                found[segment.claim_id].append(segment)
        return {claim: tuple(segments) for claim, segments in found.items()}

    def evidence_of(self) -> dict[ClaimId, tuple[Evidence, ...]]:
        """Return each claim's evidence in the order it was added."""
        found: defaultdict[ClaimId, list[Evidence]] = defaultdict(list)
        for item in self.evidence:
            found[item.claim_id].append(item)
        return {claim: tuple(items) for claim, items in found.items()}

"""A case: one article with all that belongs to it, as one value to show, score or print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

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


@dataclass(frozen=True, kw_only=True)
class Case:
    """One version of one article with its checklist.

    What is looked up by id is indexed when it is first asked for; no slots, for the indexes to have a place.

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

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim by its id, or None."""
        return self._claims.get(claim_id)

    def suggestion(self, suggestion_id: str) -> Suggestion | None:
        """Return a suggestion by its id, decided or not, or None."""
        return self._suggestions.get(suggestion_id)

    def words_of(self) -> dict[ClaimId, Segment]:
        """Return the segment that holds each claim's own words; claims that are gone have none."""
        return self._words

    def tellings_of(self) -> dict[ClaimId, tuple[Segment, ...]]:
        """Return the other places of this version where each claim is told, in reading order."""
        return self._tellings

    def evidence_of(self) -> dict[ClaimId, tuple[Evidence, ...]]:
        """Return each claim's evidence in the order it was added."""
        return self._evidence

    def changed(self, **parts: object) -> Case:
        """Return this case with other parts; the indexes of those that stay are handed on."""
        made = replace(self, **parts)  # type: ignore[arg-type]  # fields of Case, given by name
        for index, part in _INDEXED.items():
            if index in vars(self) and getattr(made, part) is getattr(self, part):
                vars(made)[index] = vars(self)[index]
        return made

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _suggestions(self) -> dict[str, Suggestion]:
        return {suggestion.id: suggestion for suggestion in self.suggestions}

    @cached_property
    def _words(self) -> dict[ClaimId, Segment]:
        return {s.claim_id: s for s in self.segments if s.label is Label.CLAIM and s.claim_id is not None}

    @cached_property
    def _tellings(self) -> dict[ClaimId, tuple[Segment, ...]]:
        found: defaultdict[ClaimId, list[Segment]] = defaultdict(list)
        for segment in self.segments:
            if segment.label is Label.REPEAT and segment.claim_id is not None:
                found[segment.claim_id].append(segment)
        return {claim: tuple(segments) for claim, segments in found.items()}

    @cached_property
    def _evidence(self) -> dict[ClaimId, tuple[Evidence, ...]]:
        found: defaultdict[ClaimId, list[Evidence]] = defaultdict(list)
        for item in self.evidence:
            found[item.claim_id].append(item)
        return {claim: tuple(items) for claim, items in found.items()}


_INDEXED = {
    "_claims": "claims",
    "_suggestions": "suggestions",
    "_words": "segments",
    "_tellings": "segments",
    "_evidence": "evidence",
}
"""Index of a case → the part it is made of."""

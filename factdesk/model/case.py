"""A case: one article with all that belongs to it, as one value to show, score or print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from factdesk.model.article import Article
from factdesk.model.claim import Claim
from factdesk.model.ids import ClaimId, ScaleId, SourceId
from factdesk.model.patched import put_by_id, together
from factdesk.model.query import AuthorQuery
from factdesk.model.remark import KeptRemark
from factdesk.model.scale import Scale
from factdesk.model.segment import Label, Segment
from factdesk.model.source import Evidence, Source
from factdesk.model.suggestion import Suggestion
from factdesk.model.telling import RejectedRepeat
from factdesk.model.tick import Tick
from factdesk.model.version import Version


class Opened(NamedTuple):
    """An article as it can be read before its rows are: one version with its words, and how much there is."""

    article: Article
    version: Version
    version_count: int
    claim_count: int


class Case(Struct, frozen=True, kw_only=True, dict=True):
    """One version of one article with its checklist.

    What is looked up by id is indexed when it is first asked for; ``dict`` is there for the indexes to have a place.

    Attributes:
        version_count: how many versions the article has; ``version`` is the one looked at.
        segments: of this version, by start, then longest first.
        suggestions: of this version, in reading order, decided ones included.
        claims: of the article in reading order of this version; claims without words in it last.
        remarks: of this version, in reading order, decided ones included.
        rejected_repeats: of this version, in reading order.
        ticks: of this version, in reading order.
        evidence: of the article's claims, that of each claim in its order (``Evidence.order``).
        queries: of the article, in the order they were written.
        scales: every scale a verdict of this case was given under, and the desk's current one.
    """

    article: Article
    version: Version
    version_count: int
    segments: Sequence[Segment]
    suggestions: Sequence[Suggestion]
    claims: Sequence[Claim]
    sources: dict[SourceId, Source]
    evidence: Sequence[Evidence]
    scales: dict[ScaleId, Scale]
    remarks: Sequence[KeptRemark] = ()
    rejected_repeats: Sequence[RejectedRepeat] = ()
    ticks: Sequence[Tick] = ()
    queries: Sequence[AuthorQuery] = ()

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim by its id, or None."""
        return self._claims.get(ClaimId(claim_id))

    def suggestion(self, suggestion_id: str) -> Suggestion | None:
        """Return a suggestion by its id, decided or not, or None."""
        return self._suggestions.get(suggestion_id)

    def segment(self, segment_id: str) -> Segment | None:
        """Return a segment of this version by its id, or None."""
        return self._segments.get(segment_id)

    def claims_by_id(self) -> Mapping[ClaimId, Claim]:
        """Return every claim under its id."""
        return self._claims

    def words_of(self) -> Mapping[ClaimId, Segment]:
        """Return the segment that holds each claim's own words; claims that are gone have none."""
        return self._words

    def tellings_of(self) -> dict[ClaimId, tuple[Segment, ...]]:
        """Return the other places of this version where each claim is told, in reading order."""
        return self._tellings

    def evidence_of(self) -> dict[ClaimId, tuple[Evidence, ...]]:
        """Return each claim's evidence in its order."""
        return self._evidence

    def source_count(self, claim_id: ClaimId) -> int:
        """Return on how many sources a claim rests; one that is cited at two places is one."""
        return len({one.source_id for one in self.evidence_of().get(claim_id, ())})

    def changed(self, **parts: object) -> Case:
        """Return this case with other parts; the indexes of those that stay are handed on."""
        made = replace(self, **parts)
        for index, part in _INDEXED.items():
            if index in vars(self) and getattr(made, part) is getattr(self, part):
                vars(made)[index] = vars(self)[index]
        return made

    def patched(self, part: str, facts: Sequence[Any], gone: Collection[Any], come: Collection[Any]) -> Case:
        """Return this case with other ``facts`` as one part; its indexes are kept up, not made anew.

        Args:
            part: "claims", "suggestions", "segments" or another tuple of this case.
            gone, come: how ``facts`` differ from those of this case; one that changed is in both.
        """
        made = self.changed(**{part: facts})
        for index, (of, again) in _KEPT_UP.items():
            if of == part and index in vars(self):
                vars(made)[index] = again(vars(self)[index], gone, come)
        if part == "segments" and "_tellings" in vars(self) and not any(map(_is_telling, (*gone, *come))):
            vars(made)["_tellings"] = self._tellings
        return made

    @cached_property
    def _claims(self) -> Mapping[ClaimId, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _suggestions(self) -> Mapping[str, Suggestion]:
        return {suggestion.id: suggestion for suggestion in self.suggestions}

    @cached_property
    def _segments(self) -> Mapping[str, Segment]:
        return {segment.id: segment for segment in self.segments}

    @cached_property
    def _words(self) -> Mapping[ClaimId, Segment]:
        own = Label.CLAIM  # looked up once: an enumeration takes its time to answer
        return {of: s for s in self.segments if s.label is own and (of := s.claim_id) is not None}

    @cached_property
    def _tellings(self) -> dict[ClaimId, tuple[Segment, ...]]:
        repeat = Label.REPEAT  # as for its own words
        found: defaultdict[ClaimId, list[Segment]] = defaultdict(list)
        for segment in [one for one in self.segments if one.label is repeat]:
            if segment.claim_id is not None:
                found[segment.claim_id].append(segment)
        return {claim: tuple(segments) for claim, segments in found.items()}

    @cached_property
    def _evidence(self) -> dict[ClaimId, tuple[Evidence, ...]]:
        found: defaultdict[ClaimId, list[Evidence]] = defaultdict(list)
        for item in self.evidence:
            found[item.claim_id].append(item)
        return {claim: tuple(items) for claim, items in found.items()}


def _by_id(index: Mapping[str, Any], gone: Iterable[Any], come: Iterable[Any]) -> Mapping[str, Any]:
    return _put(index, [one.id for one in gone], {one.id: one for one in come})


def _by_claim(
    index: Mapping[ClaimId, Segment], gone: Iterable[Segment], come: Iterable[Segment]
) -> Mapping[ClaimId, Segment]:
    left, there = ({one.claim_id: one for one in some if one.label is Label.CLAIM} for some in (gone, come))
    return _put(index, left, there)


def _put(index: Mapping[Any, Any], gone: Collection[Any], come: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return an index without what is gone and with what came; what changed under a key it had is both."""
    if len(gone) == len(come) and all(key in come for key in gone):
        return put_by_id(index, come)
    kept = together(index)
    for key in gone:
        kept.pop(key, None)
    kept.update(come)
    return kept


def _is_telling(one: Segment) -> bool:
    return one.label is Label.REPEAT


_KEPT_UP: dict[str, tuple[str, Callable[..., Mapping[Any, Any]]]] = {
    "_claims": ("claims", _by_id),
    "_suggestions": ("suggestions", _by_id),
    "_segments": ("segments", _by_id),
    "_words": ("segments", _by_claim),
}
"""Index that can be kept up → the part it is made of, and how."""

_INDEXED = {
    "_claims": "claims",
    "_suggestions": "suggestions",
    "_segments": "segments",
    "_words": "segments",
    "_tellings": "segments",
    "_evidence": "evidence",
}
"""Index of a case → the part it is made of."""

"""What a suggestion may be told to repeat before anybody decided it: a claim there is, or other places of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId, SuggestionId
from factdesk.model.segment import Segment
from factdesk.model.suggestion import CLAIM_KINDS, Decision, Suggestion
from factdesk.text.spans import Span
from factdesk.ui.claim import words
from factdesk.ui.claim.told import set_apart

if TYPE_CHECKING:
    from factdesk.rules.repeats import Group, Repeats

_BEFORE = 4
"""Stretches that begin before the end of a place and are looked at: claims are sentences, so the last few suffice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """That a suggestion's words tell something that stands elsewhere, too.

    Attributes:
        claim_id: the claim it may tell again; None where nothing of it is a claim yet.
        number: that claim's.
        places: where it is told besides: the claim's own words, or all that would be linked to this suggestion.
        shown: the words of ``places``, each on one line.
    """

    claim_id: ClaimId | None = None
    number: str = ""
    places: tuple[Span, ...]
    shown: tuple[str, ...]

    @property
    def told(self) -> str:
        """Say it in a few words: "tells claim 4 again?", "told again 3 ×"."""
        if self.claim_id is not None:
            return words.tells_again(self.number)
        return words.told_again(len(self.places))


def offers(case: Case, numbers: Mapping[ClaimId, str], found: Repeats | None) -> dict[SuggestionId, Offer]:
    """Return what the open suggestions of ``case`` are proposed to repeat, by suggestion.

    Labels that are no claim (headings, furniture) are offered to a claim, but no group is made of them.
    """
    suggestions, claims = case.suggestions, [one for one in case.segments if one.claim_id is not None]
    starts = [one.span.start for one in suggestions], [one.anchor.start for one in claims]
    made: dict[SuggestionId, Offer] = {}
    for group in found.groups if found else ():
        taken = {place: _claim_at(claims, starts[1], place) for place in (group.head, *group.tellings)}
        told = next((one for one in taken.values() if one is not None), None)
        for place, segment in taken.items():
            one = None if segment else _open_at(suggestions, starts[0], place)
            offer = one and (_to_claim(case, numbers, one, told) if told else _to_each_other(case, one, group))
            if one and offer:
                made[one.id] = offer
    return made


def _to_claim(case: Case, numbers: Mapping[ClaimId, str], one: Suggestion, told: Segment) -> Offer | None:
    claim_id = told.claim_id
    head = case.words_of().get(claim_id) if claim_id is not None else None
    if head is None or head.anchor.span.overlaps(one.span) or set_apart(case, one.span, head.anchor.span):
        return None
    return Offer(
        claim_id=claim_id,
        number=numbers.get(claim_id, "") if claim_id is not None else "",
        places=(head.anchor.span,),
        shown=(_one_line(head.anchor.exact),),
    )


def _to_each_other(case: Case, one: Suggestion, group: Group) -> Offer | None:
    if one.kind not in CLAIM_KINDS:
        return None
    places = tuple(sorted(_others(case, one.span, group)))
    if not places:
        return None
    return Offer(places=places, shown=tuple(_one_line(case.version.text[slice(*place)]) for place in places))


def _others(case: Case, own: Span, group: Group) -> Iterator[Span]:
    for place in (group.head, *group.tellings):
        if not place.overlaps(own) and not set_apart(case, place, own):
            yield place


def _claim_at(claims: Sequence[Segment], starts: Sequence[int], place: Span) -> Segment | None:
    at = bisect_left(starts, place.end)
    return next((one for one in claims[max(0, at - _BEFORE) : at] if one.anchor.span.overlaps(place)), None)


def _open_at(suggestions: Sequence[Suggestion], starts: Sequence[int], place: Span) -> Suggestion | None:
    """Return the open suggestion that the most of ``place`` lies in; suggestions never overlap."""
    at = bisect_left(starts, place.end)
    near = [one for one in suggestions[max(0, at - _BEFORE) : at] if one.span.overlaps(place)]
    one = max(near, key=lambda each: min(each.span.end, place.end) - max(each.span.start, place.start), default=None)
    return one if one is not None and one.decision is Decision.OPEN else None


def _one_line(text: str) -> str:
    return " ".join(text.split())

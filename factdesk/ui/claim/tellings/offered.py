"""What a suggestion may be told to repeat before anybody decided it: a claim there is, or other places of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId, SuggestionId
from factdesk.model.segment import Segment
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.text.spans import Span
from factdesk.ui.claim import words
from factdesk.ui.claim.tellings.told import set_apart

if TYPE_CHECKING:
    from factdesk.rules.tellings.repeats import Group, Repeats

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


class Offers:
    """What the open suggestions of a case are proposed to repeat, found out for those that are looked at.

    Labels that are no claim (headings, furniture) are offered to a claim, but no group is made of them.

    Args:
        numbers: number of each claim.
        found: what the article tells more than once; None while that is not known.
    """

    def __init__(self, case: Case, numbers: Mapping[ClaimId, str], found: Repeats | None) -> None:
        self._case, self._numbers = case, numbers
        groups = found.groups if found else ()
        self._places = sorted(
            (place, nth) for nth, group in enumerate(groups) for place in (group.head, *group.tellings)
        )
        self._groups = groups
        self._longest = max((place.end - place.start for place, _ in self._places), default=0)
        self._made: dict[SuggestionId, Offer | None] = {}

    def of(self, one: Suggestion) -> Offer | None:
        """Return what a suggestion may tell again, or None; a decided one tells nothing again."""
        if one.id not in self._made:
            self._made[one.id] = self._offer(one) if one.decision is Decision.OPEN else None
        return self._made[one.id]

    def told(self, one: Suggestion) -> str:
        """Return it in a few words; empty where there is nothing to say."""
        offer = self.of(one)
        return offer.told if offer is not None else ""

    def _offer(self, one: Suggestion) -> Offer | None:
        case, made = self._case, None
        for place, nth in self._near(one.span):
            group = self._groups[nth]
            taken = [self._claim_at(each) for each in (group.head, *group.tellings)]
            told = next((each for each in taken if each is not None), None)
            if self._claim_at(place) is None and _lies_most_in(case.suggestions, place, one):
                offer = _to_claim(case, self._numbers, one, told) if told else _to_each_other(case, one, group)
                made = offer or made
        return made

    def _near(self, span: Span) -> list[tuple[Span, int]]:
        """Return the places that overlap ``span``, with their groups, in the order of these."""
        first = bisect_left(self._places, span.start - self._longest, key=lambda each: each[0].start)
        last = bisect_left(self._places, span.end, key=lambda each: each[0].start)
        near = (each for each in self._places[first:last] if each[0].overlaps(span))
        return sorted(near, key=lambda each: (each[1], each[0] != self._groups[each[1]].head, each[0]))

    def _claim_at(self, place: Span) -> Segment | None:
        """Return the claim or telling that overlaps ``place`` and begins before its end, the first of the last few."""
        claims, starts = self._claims
        at = bisect_left(starts, place.end)
        return next((one for one in claims[max(0, at - _BEFORE) : at] if one.anchor.span.overlaps(place)), None)

    @cached_property
    def _claims(self) -> tuple[list[Segment], list[int]]:
        claims = [one for one in self._case.segments if one.claim_id is not None]
        return claims, [one.anchor.start for one in claims]


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
    if not one.becomes_claim:
        return None
    places = tuple(sorted(_others(case, one.span, group)))
    if not places:
        return None
    return Offer(places=places, shown=tuple(_one_line(case.version.text[slice(*place)]) for place in places))


def _others(case: Case, own: Span, group: Group) -> Iterator[Span]:
    for place in (group.head, *group.tellings):
        if not place.overlaps(own) and not set_apart(case, place, own):
            yield place


def _lies_most_in(suggestions: Sequence[Suggestion], place: Span, one: Suggestion) -> bool:
    """Say whether it is ``one`` that the most of ``place`` lies in; suggestions never overlap."""
    at = bisect_left(suggestions, place.end, key=lambda each: each.span.start)
    near = [each for each in suggestions[max(0, at - _BEFORE) : at] if each.span.overlaps(place)]
    most = max(near, key=lambda each: min(each.span.end, place.end) - max(each.span.start, place.start), default=None)
    return most is not None and most.id == one.id


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""What is marked in the article: facts of a case turned into stretches to draw. No drawing here.

A long article has thousands of marks and shows thirty: only where they stand is worked out for all
of them; what they say is looked up for those that are asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from string import ascii_lowercase
from typing import NamedTuple, TypeAlias

from factdesk.model.case import Case
from factdesk.model.claim import Claim, State
from factdesk.model.ids import ClaimId, ScaleId, SegmentId
from factdesk.model.scale import Scale, ScaleValue
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.rules.coverage import Coverage
from factdesk.text.spans import Span


class Sort(StrEnum):
    """What a mark says of its words."""

    VERDICT = "verdict"
    UNDECIDED = "undecided"
    WAITING = "waiting"
    STALE = "stale"
    SET_ASIDE = "set-aside"
    PROPOSED = "proposed"
    LABEL = "label"
    FURNITURE = "furniture"
    BARE = "bare"


class Mark(NamedTuple):
    """One stretch that looks different from plain words.

    Attributes:
        span: code points of the version's text.
        level: 0 for the outermost of nested underlines; two marks of one level never overlap.
        number: what stands in the margin, "12" or "4a" for a telling; empty where nothing does.
        value: the verdict's value; only of claims that have one.
        claim, segment, suggestion: the facts it was made from, for its words.
    """

    span: Span
    sort: Sort
    level: int = 0
    number: str = ""
    value: ScaleValue | None = None
    claim: Claim | None = None
    segment: Segment | None = None
    suggestion: Suggestion | None = None

    @property
    def subject(self) -> str:
        """Id of the claim or the open suggestion, or empty for labels and bare words."""
        if self.claim is not None:
            return self.claim.id
        return self.suggestion.id if self.suggestion is not None else ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Neighbouring stretches of furniture, set aside together.

    Attributes:
        reasons: why, each once, in the order met; empty where nobody said.
    """

    span: Span
    segments: tuple[Segment, ...]
    reasons: tuple[str, ...]


_LETTERS = re.compile(r"[^\W_]+")

Fact: TypeAlias = Segment | Suggestion | None
"""What a stretch is marked for; None for bare words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Stretches that do not overlap, in order: parallel lists of where they are and what for."""

    starts: list[int]
    ends: list[int]
    facts: list[Fact]

    def overlapping(self, span: Span) -> range:
        """Return the indexes of the stretches that share a character with ``span``."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


class Marks:
    """All marks of one version; equal only to itself. ``marks_of`` makes them.

    Attributes:
        furniture: what is set aside, in reading order.
    """

    def __init__(self) -> None:
        self.furniture: tuple[Furniture, ...] = ()
        self._underlines: tuple[Lane, ...] = ()
        self._grounds: tuple[Lane, ...] = ()
        self._claims: dict[ClaimId, Claim] = {}
        self._scales: dict[ScaleId, Scale] = {}
        self._numbers: dict[ClaimId, str] = {}
        self._letters: dict[SegmentId, str] = {}

    def overlapping(self, span: Span) -> list[Mark]:
        """Return every mark that shares a character with ``span``: grounds first, then by level.

        O(log n + k) for each level of nesting.
        """
        levels = chain(((0, lane) for lane in self._grounds), enumerate(self._underlines))
        return [self._mark(lane, nth, level) for level, lane in levels for nth in lane.overlapping(span)]

    def at(self, index: int) -> list[Mark]:
        """Return the marks over the character at ``index``: the shortest underlined one first, labels last."""
        here = self.overlapping(Span(index, index + 1))
        return sorted(here, key=lambda mark: (not mark.subject, mark.span.end - mark.span.start))

    def with_claim(self, claim: Claim, scales: dict[ScaleId, Scale]) -> Marks:
        """Return these marks after the work on one claim or its verdict changed, but no words and no number."""
        made = copy(self)
        made._claims = {**self._claims, claim.id: claim}
        made._scales = scales
        return made

    def _mark(self, lane: Lane, nth: int, level: int) -> Mark:
        span, fact = Span(lane.starts[nth], lane.ends[nth]), lane.facts[nth]
        if fact is None:
            return Mark(span, Sort.BARE)
        if isinstance(fact, Suggestion):
            return Mark(span, Sort.PROPOSED, level, suggestion=fact)
        if fact.claim_id is None:
            return Mark(span, Sort.FURNITURE if fact.label is Label.FURNITURE else Sort.LABEL, segment=fact)
        claim = self._claims[fact.claim_id]
        given = claim.verdict
        value = None if given is None else self._scales[given.scale_id].value(given.value)
        number = self._numbers.get(claim.id, "") + self._letters.get(fact.id, "")
        return Mark(span, _sort(claim), level, number, value, claim, fact)


NOTHING = Marks()


def marks_of(case: Case, numbers: dict[ClaimId, str], coverage: Coverage) -> Marks:
    """Say how each stretch of the case's version is to be marked; marks may nest and overlap.

    Bare words that an open suggestion covers are marked as proposed, not as bare: the program has
    said something about them and a person is to answer.
    """
    marks = Marks()
    proposed = [one for one in case.suggestions if one.decision is Decision.OPEN]
    claimed = [one for one in case.segments if one.claim_id is not None]
    labelled = [one for one in case.segments if one.claim_id is None]
    bare = _outside(coverage.bare, _lanes((), proposed), case.version.text) if proposed else coverage.bare
    marks._underlines, marks._grounds = _lanes(claimed, proposed), _lanes(labelled, bare=bare)
    marks._claims = {claim.id: claim for claim in case.claims}
    marks._scales, marks._numbers = case.scales, numbers
    marks._letters = _letters_of(claimed)
    marks.furniture = _joined((one for one in labelled if one.label is Label.FURNITURE), case.version.text)
    return marks


def _sort(claim: Claim) -> Sort:
    by_state = {State.STALE: Sort.STALE, State.WAITING: Sort.WAITING, State.SET_ASIDE: Sort.SET_ASIDE}
    return by_state.get(claim.state, Sort.UNDECIDED if claim.verdict is None else Sort.VERDICT)


def _letters_of(segments: Iterable[Segment]) -> dict[SegmentId, str]:
    """Return what stands behind the number of each further telling of a claim: a, b … z, aa …"""
    tellings: dict[ClaimId, int] = {}
    found: dict[SegmentId, str] = {}
    for segment in segments:
        if segment.label is Label.REPEAT and segment.claim_id is not None:
            nth = tellings.get(segment.claim_id, 0)
            tellings[segment.claim_id] = nth + 1
            found[segment.id] = _letters(nth)
    return found


def _letters(nth: int) -> str:
    more, last = divmod(nth, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]


def _lanes(
    segments: Sequence[Segment], proposed: Sequence[Suggestion] = (), bare: Sequence[Span] = ()
) -> tuple[Lane, ...]:
    """Lay overlapping stretches under each other: each lane takes, in order, what it has room for."""
    left = Lane(
        [one.anchor.start for one in segments] + [one.span.start for one in proposed] + [span.start for span in bare],
        [one.anchor.end for one in segments] + [one.span.end for one in proposed] + [span.end for span in bare],
        [*segments, *proposed, *[None] * len(bare)],
    )
    if proposed or bare:
        left = _in_order(left)
    lanes: list[Lane] = []
    while left.starts:
        lane, crowded = Lane([], [], []), Lane([], [], [])
        last = 0
        for start, end, fact in zip(left.starts, left.ends, left.facts, strict=True):
            into = lane if start >= last else crowded
            last = end if into is lane else last
            into.starts.append(start)
            into.ends.append(end)
            into.facts.append(fact)
        lanes.append(lane)
        left = crowded
    return tuple(lanes)


def _in_order(everything: Lane) -> Lane:
    """Sort as stretches nest: the one that begins first, then the longer, outermost."""
    starts, ends, facts = everything.starts, everything.ends, everything.facts
    order = sorted(range(len(starts)), key=lambda nth: (starts[nth], -ends[nth]))
    return Lane([starts[nth] for nth in order], [ends[nth] for nth in order], [facts[nth] for nth in order])


def _outside(spans: Iterable[Span], covered: Sequence[Lane], text: str) -> list[Span]:
    """Return what of ``spans`` nothing in ``covered`` overlaps, from letter or digit to letter or digit."""
    found: list[Span] = []
    for span in spans:
        over = sorted((lane.starts[nth], lane.ends[nth]) for lane in covered for nth in lane.overlapping(span))
        at = span.start
        for start, end in [*over, (span.end, span.end)]:
            letters = [run.span() for run in _LETTERS.finditer(text, at, start)] if start > at else []
            if letters:
                found.append(Span(letters[0][0], letters[-1][1]))
            at = max(at, end)
    return found


def _joined(segments: Iterable[Segment], text: str) -> tuple[Furniture, ...]:
    """Put furniture together that only white space parts."""
    groups: list[list[Segment]] = []
    for segment in segments:
        if groups and not text[groups[-1][-1].anchor.end : segment.anchor.start].strip():
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return tuple(
        Furniture(
            Span(group[0].anchor.start, max(segment.anchor.end for segment in group)),
            tuple(group),
            tuple(dict.fromkeys(segment.reason for segment in group if segment.reason)),
        )
        for group in groups
    )

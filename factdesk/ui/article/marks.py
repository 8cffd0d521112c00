"""What is marked in the article: facts of a case turned into stretches to draw. No drawing here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from operator import attrgetter
from string import ascii_lowercase
from typing import NamedTuple

from factdesk.model.case import Case
from factdesk.model.claim import Claim, State
from factdesk.model.ids import ClaimId, ScaleId
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


_SPAN = attrgetter("span")


class Lane:
    """Marks that do not overlap, in order."""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        self.marks = marks
        self._starts = [mark.span.start for mark in marks]
        self._ends = [mark.span.end for mark in marks]

    def overlapping(self, span: Span) -> tuple[Mark, ...]:
        return self.marks[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Neighbouring stretches of furniture, set aside together.

    Attributes:
        reasons: why, each once, in the order met; empty where nobody said.
    """

    span: Span
    segments: tuple[Segment, ...]
    reasons: tuple[str, ...]


class Marks:
    """All marks of one version; equal only to itself."""

    def __init__(self, underlines: Iterable[Mark] = (), grounds: Iterable[Mark] = (), text: str = "") -> None:
        """Arrange marks, which may nest and overlap.

        Args:
            underlines: claims and open suggestions.
            grounds: labels and bare words.
            text: the version's text; tells whether only white space lies between furniture.
        """
        self.underlines = _lanes(underlines)
        self.grounds = _lanes(grounds)
        set_aside = (mark for lane in self.grounds for mark in lane.marks if mark.sort is Sort.FURNITURE)
        self.furniture = _joined((mark.segment for mark in sorted(set_aside, key=_SPAN) if mark.segment), text)

    def overlapping(self, span: Span) -> list[Mark]:
        """Return every mark that shares a character with ``span``: grounds first, then by level.

        O(log n + k) for each level of nesting.
        """
        return [mark for lane in chain(self.grounds, self.underlines) for mark in lane.overlapping(span)]

    def at(self, index: int) -> list[Mark]:
        """Return the marks over the character at ``index``: the shortest underlined one first, labels last."""
        here = self.overlapping(Span(index, index + 1))
        return sorted(here, key=lambda mark: (not mark.subject, mark.span.end - mark.span.start))

    def of(self, subject: str) -> list[Mark]:
        """Return the marks of one claim or suggestion in reading order."""
        found = (mark for lane in self.underlines for mark in lane.marks if mark.subject == subject)
        return sorted(found, key=_SPAN)


def marks_of(case: Case, numbers: dict[ClaimId, str], coverage: Coverage) -> Marks:
    """Say how each stretch of the case's version is to be marked.

    Bare words that an open suggestion covers are marked as proposed, not as bare: the program has
    said something about them and a person is to answer.
    """
    claims = {claim.id: claim for claim in case.claims}
    tellings: dict[ClaimId, int] = {}
    underlines: list[Mark] = []
    grounds: list[Mark] = []
    for segment in case.segments:
        claim = claims.get(segment.claim_id) if segment.claim_id else None
        if claim is None:
            sort = Sort.FURNITURE if segment.label is Label.FURNITURE else Sort.LABEL
            grounds.append(Mark(segment.anchor.span, sort, segment=segment))
            continue
        number = numbers.get(claim.id, "")
        if segment.label is Label.REPEAT:
            tellings[claim.id] = tellings.get(claim.id, -1) + 1
            number += _letters(tellings[claim.id])
        value = _value(claim, case.scales)
        underlines.append(Mark(segment.anchor.span, _sort(claim, value), 0, number, value, claim, segment))
    proposed = [item for item in case.suggestions if item.decision is Decision.OPEN]
    underlines += [Mark(item.span, Sort.PROPOSED, suggestion=item) for item in proposed]
    covered = _lanes(Mark(item.span, Sort.PROPOSED) for item in proposed)
    grounds += [Mark(span, Sort.BARE) for bare in coverage.bare for span in _outside(bare, covered)]
    return Marks(underlines, grounds, case.version.text)


def _sort(claim: Claim, value: ScaleValue | None) -> Sort:
    if claim.state is State.STALE:
        return Sort.STALE
    if claim.state is State.WAITING:
        return Sort.WAITING
    if claim.state is State.SET_ASIDE:
        return Sort.SET_ASIDE
    return Sort.UNDECIDED if value is None else Sort.VERDICT


def _value(claim: Claim, scales: dict[ScaleId, Scale]) -> ScaleValue | None:
    return None if claim.verdict is None else scales[claim.verdict.scale_id].value(claim.verdict.value)


def _letters(nth: int) -> str:
    """Return a, b … z, aa, ab …"""
    more, last = divmod(nth, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]


def _lanes(marks: Iterable[Mark]) -> tuple[Lane, ...]:
    """Lay overlapping marks under each other: the one that begins first, then the longer, outermost."""
    lanes: list[list[Mark]] = []
    ends: list[int] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        level = next((nth for nth, end in enumerate(ends) if end <= mark.span.start), len(lanes))
        if level == len(lanes):
            lanes.append([])
            ends.append(0)
        lanes[level].append(mark._replace(level=level) if level else mark)
        ends[level] = mark.span.end
    return tuple(Lane(tuple(lane)) for lane in lanes)


def _outside(span: Span, covered: tuple[Lane, ...]) -> Iterator[Span]:
    """Yield what of ``span`` none of ``covered`` overlaps."""
    at = span.start
    for mark in sorted((mark for lane in covered for mark in lane.overlapping(span)), key=_SPAN):
        if mark.span.start > at:
            yield Span(at, mark.span.start)
        at = max(at, mark.span.end)
    if at < span.end:
        yield Span(at, span.end)


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


NOTHING = Marks()

"""What is marked in the article: facts of a case turned into stretches to draw. No drawing here.

A long article has thousands of marks and shows thirty: only where they stand is worked out for all
of them; what they say is looked up for those that are asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from enum import StrEnum
from operator import attrgetter
from string import ascii_lowercase
from typing import NamedTuple, TypeVar

from msgspec import Struct

from factdesk.model.case import Case
from factdesk.model.claim import Claim, State
from factdesk.model.ids import ClaimId, ScaleId, SegmentId
from factdesk.model.scale import Scale, ScaleValue
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.rules.coverage import Coverage, trimmed
from factdesk.text.spans import Span
from factdesk.ui.article.lanes import Lane, lanes, relaid


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


class Furniture(Struct, frozen=True):
    """Neighbouring stretches of furniture, set aside together.

    Attributes:
        reasons: why, each once, in the order met; empty where nobody said.
    """

    span: Span
    segments: tuple[Segment, ...]
    reasons: tuple[str, ...]


F = TypeVar("F")


class Marks:
    """All marks of one version; equal only to itself. ``marks_of`` makes them.

    Attributes:
        furniture: what is set aside, in reading order.
    """

    def __init__(self) -> None:
        self.furniture: tuple[Furniture, ...] = ()
        self._underlines: tuple[Lane, ...] = ()
        self._grounds: tuple[Lane, ...] = ()
        self._text = ""
        self._bare: Sequence[Span] = ()
        self._claims: Mapping[ClaimId, Claim] = {}
        self._scales: dict[ScaleId, Scale] = {}
        self._numbers: dict[ClaimId, str] = {}
        self._letters: dict[SegmentId, str] = {}

    def overlapping(self, span: Span) -> list[Mark]:
        """Return every mark that shares a character with ``span``: grounds first, then by level.

        O(log n + k) for each level of nesting.
        """
        here = [(lane, lane.overlapping(span)) for lane in self._underlines]
        found = [self._mark(lane, nth, 0) for lane in self._grounds for nth in lane.overlapping(span)]
        found += [Mark(stretch, Sort.BARE) for stretch in self._bare_over(span, here)]
        return found + [self._mark(lane, nth, level) for level, (lane, over) in enumerate(here) for nth in over]

    def at(self, index: int) -> list[Mark]:
        """Return the marks over the character at ``index``: the shortest underlined one first, labels last."""
        here = self.overlapping(Span(index, index + 1))
        return sorted(here, key=lambda mark: (not mark.subject, mark.span.end - mark.span.start))

    def of(self, subject: str, index: int) -> Mark | None:
        """Return the shortest mark of a claim or an open suggestion over the character at ``index``, or None."""
        here = Span(index, index + 1)
        lines = [(lane, nth, level) for level, lane in enumerate(self._underlines) for nth in lane.overlapping(here)]
        found = (mark for line in lines if (mark := self._mark(*line)).subject == subject)
        return min(found, key=lambda mark: mark.span.end - mark.span.start, default=None)

    def after(self, case: Case, numbers: dict[ClaimId, str], coverage: Coverage, touched: Collection[Span]) -> Marks:
        """Return the marks of ``case``, another moment of the same version; they are what ``marks_of`` makes.

        Args:
            touched: what segments and suggestions that changed covered before, or cover now.
        """
        made = copy(self)
        made._claims = case.claims_by_id()
        made._scales, made._numbers = case.scales, numbers
        made._bare = coverage.bare
        if not touched:
            return made
        window = self._cluster(touched)
        segments = _starting_in(case.segments, window, lambda one: one.anchor.start)
        suggestions = _starting_in(case.suggestions, window, lambda one: one.span.start)
        proposed = [one for one in suggestions if one.decision is Decision.OPEN]
        claimed = [one for one in segments if one.claim_id is not None]
        labelled = [one for one in segments if one.claim_id is None]
        made._underlines = relaid(self._underlines, window, lanes(claimed, proposed))
        made._grounds = relaid(self._grounds, window, lanes(labelled))
        made._letters = _letters_of(one for some in case.tellings_of().values() for one in some)
        before = (fact for lane in self._grounds for fact in _in_lane(lane, window) if isinstance(fact, Segment))
        if set(filter(_is_furniture, before)) != set(filter(_is_furniture, labelled)):
            made.furniture = _joined(filter(_is_furniture, case.segments), case.version.text)
        return made

    def _cluster(self, touched: Collection[Span]) -> Span:
        """Return the stretch around a change that nothing reaches out of: marks beyond it are as they were."""
        start, end = min(span.start for span in touched), max(span.end for span in touched)
        while True:
            around = [(start, end)]
            for lane in (*self._underlines, *self._grounds):
                around += [(lane.starts[nth], lane.ends[nth]) for nth in lane.overlapping(Span(start, end))]
            wider = min(first for first, _ in around), max(last for _, last in around)
            if wider == (start, end):
                return Span(start, end)
            start, end = wider

    def with_work(self, case: Case) -> Marks:
        """Return these marks after the work on claims or their verdicts changed, but no words and no number."""
        made = copy(self)
        made._claims, made._scales = case.claims_by_id(), case.scales
        return made

    def _bare_over(self, span: Span, underlined: Iterable[tuple[Lane, range]]) -> Iterator[Span]:
        """Yield the bare stretches over ``span``: what no suggestion covers, from letter or digit to letter or digit.

        Only the suggestions beside and over ``span`` are looked at: a bare paragraph may be the whole article.

        Args:
            underlined: each lane of underlines with what of it stands over ``span``.
        """
        bare = range(*_overlapping(self._bare, span))
        if not bare:
            return
        over, before, after = [], 0, len(self._text)
        for lane, here in underlined:
            over += [(lane.starts[nth], lane.ends[nth]) for nth in here]
            before = max(before, lane.ends[here.start - 1] if here.start else 0)
            after = min(after, lane.starts[here.stop] if here.stop < len(lane.starts) else after)
        over.sort()
        for nth in bare:
            at, end = max(self._bare[nth].start, before), min(self._bare[nth].end, after)
            for gap in [*over, (end, end)]:
                stretch = trimmed(self._text, at, min(gap[0], end)) if at < min(gap[0], end) else None
                if stretch is not None and stretch.overlaps(span):
                    yield stretch
                at = max(at, gap[1])

    def _mark(self, lane: Lane, nth: int, level: int) -> Mark:
        span, fact = Span(lane.starts[nth], lane.ends[nth]), lane.facts[nth]
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
    marks._underlines, marks._grounds = lanes(claimed, proposed), lanes(labelled)
    marks._text, marks._bare = case.version.text, coverage.bare
    marks._claims = case.claims_by_id()
    marks._scales, marks._numbers = case.scales, numbers
    marks._letters = _letters_of(claimed)
    marks.furniture = _joined(filter(_is_furniture, labelled), case.version.text)
    return marks


_BY_STATE = {State.STALE: Sort.STALE, State.WAITING: Sort.WAITING, State.SET_ASIDE: Sort.SET_ASIDE}


def _sort(claim: Claim) -> Sort:
    return _BY_STATE.get(claim.state, Sort.UNDECIDED if claim.verdict is None else Sort.VERDICT)


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


def _overlapping(spans: Sequence[Span], span: Span) -> tuple[int, int]:
    """Return from which to before which of sorted spans share a character with ``span``."""
    first = bisect_right(spans, span.start, key=attrgetter("end"))
    return first, bisect_left(spans, span.end, first, key=attrgetter("start"))


def _starting_in(facts: Sequence[F], window: Span, start: Callable[[F], int]) -> Sequence[F]:
    """Return those of sorted ``facts`` that begin in a window."""
    return facts[bisect_left(facts, window.start, key=start) : bisect_left(facts, window.end, key=start)]


def _in_lane(lane: Lane, window: Span) -> Sequence[Segment | Suggestion]:
    """Return what begins in a window of one lane."""
    return lane.facts[bisect_left(lane.starts, window.start) : bisect_left(lane.starts, window.end)]


def _is_furniture(segment: Segment) -> bool:
    return segment.label is Label.FURNITURE


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

"""The checklist of one case as a value: which rows there are, in reading order, and how they stand.

A long article has thousands of rows and shows a dozen: only the order is worked out for all of them,
what a row says is made for those that are looked at (``rows``). After a change only what it touched is
put in its place.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, cast

from msgspec import Struct, field
from msgspec.structs import replace

from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.event import Changes
from factdesk.model.ids import ClaimId
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.text.anchor import Anchor
from factdesk.text.folding import Folded, casefold
from factdesk.text.spans import Span
from factdesk.ui.checklist.rows import (
    Fact,
    Key,
    Row,
    RowKind,
    Standing,
    claim_row,
    suggestion_row,
    told_nothing,
    value_of,
)

Place = tuple[Any, ...]
"""What rows are sorted by: a value of its own for each."""

_SUGGESTED = Standing(RowKind.SUGGESTION)

_FEW = 50
"""Changed rows put in their places one by one; where there are more, all are put in order again."""


class Difference(NamedTuple):
    """Facts that left a list and facts that came into it; one that changed did both."""

    gone: tuple[Fact, ...]
    come: tuple[Fact, ...]


class Bounds(NamedTuple):
    """Where the words of rows begin and end in the article's text: the first list is sorted."""

    starts: list[int]
    ends: list[int]


class Listed(Struct, frozen=True, dict=True, eq=False):
    """Claims and undecided suggestions of one case in reading order; claims that are gone last.

    Two are equal where case, numbers, person and tally are.

    Attributes:
        numbers: number of each claim (``rules.numbering``).
        me: name of the person at the desk, as the record has it.
        tally: how many rows have each standing.
        told: says in words what a suggestion is proposed to tell again.
    """

    case: Case
    numbers: dict[ClaimId, str]
    me: str
    tally: Counter[Standing]
    told: Callable[[Suggestion], str] = told_nothing
    _whole: tuple[Fact, ...] = ()
    """The facts as they were put in order last."""
    _since: Mapping[str, Fact | None] = field(default_factory=dict)
    """By id, what changed since as it is now; None where it is gone. Few, and mostly nobody asks for the order."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listed) and self._compared == other._compared

    @property
    def _compared(self) -> tuple[object, ...]:
        return self.case, self.numbers, self.me, self.tally

    @classmethod
    def of(cls, case: Case, numbers: dict[ClaimId, str], me: str) -> Listed:
        """List a whole case."""
        facts, bounds = _in_order(case)
        made = cls(case, numbers, me, _tally(case, me, len(facts) - len(case.claims)), _whole=facts)
        vars(made)["bounds"] = bounds
        return made

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What the rows stand for, in reading order."""
        if not self._since:
            return self._whole
        made = [fact for fact in self._whole if fact.id not in self._since]
        for fact in self._since.values():
            if fact is not None:
                insort(made, fact, key=self.place)
        return tuple(made)

    @cached_property
    def bounds(self) -> Bounds:
        """Where the words of each row begin and end, in the order of ``facts``."""
        places = _places(self.case, self.facts)
        return Bounds([one.start for one in places], [one.end for one in places])

    @cached_property
    def folded(self) -> Folded:
        """The article's text, folded for searching."""
        return casefold(self.case.version.text)

    def retold(self, told: Callable[[Suggestion], str]) -> Listed:
        """Return the same list with other proposals of what suggestions tell again."""
        return self._with(("folded", "facts", "bounds"), told=told)

    def after(self, case: Case, numbers: dict[ClaimId, str], changes: Changes) -> tuple[Listed, Difference]:
        """Return the list after ``changes``, which led from this list's case to ``case`` of the same version.

        It equals the list of the whole ``case``; what it takes grows with the changes, not with the list.
        """
        keys = _touched(self.case, case, changes)
        gone: tuple[Fact, ...] = tuple(fact for key in keys if (fact := _fact(self.case, key)) is not None)
        come: tuple[Fact, ...] = tuple(fact for key in keys if (fact := _fact(case, key)) is not None)
        difference = Difference(gone, come)
        if len(keys) > _FEW:
            return replace(Listed.of(case, numbers, self.me), told=self.told), difference
        stood, stand = [self.standing(one) for one in gone], [_standing(case, self.me, one) for one in come]
        tally = self.tally
        if stood != stand:
            tally = _counted(tally, stood, stand)
        whole, since = (self.facts, {}) if len(self._since) > _FEW else (self._whole, self._since)
        now: dict[str, Fact | None] = {
            **since,
            **dict.fromkeys(one.id for one in gone),
            **{one.id: one for one in come},
        }
        return self._with(("folded",), case=case, numbers=numbers, tally=tally, _whole=whole, _since=now), difference

    def fact(self, key: Key | None) -> Fact | None:
        """Return what the row called ``key`` stands for, or None where there is no such row."""
        return None if key is None else _fact(self.case, key)

    def place(self, fact: Fact) -> Place:
        """Return where a row stands in reading order, to compare with other rows' places."""
        if isinstance(fact, Suggestion):
            return fact.span.start, 1, fact.span.end, fact.id
        segment = self.case.words_of().get(fact.id)
        if segment is None:
            return len(self.case.version.text), 2, fact.made_at, fact.id
        return segment.anchor.start, 0, -segment.anchor.end, segment.id

    def standing(self, fact: Fact) -> Standing:
        """Return what a row is counted and chosen by."""
        return _standing(self.case, self.me, fact)

    def row(self, fact: Fact) -> Row:
        """Return what a row shows."""
        if isinstance(fact, Suggestion):
            return suggestion_row(self.case, fact, self.told(fact))
        return claim_row(self.case, fact, self.numbers.get(fact.id, ""))

    def _with(self, kept: tuple[str, ...], **parts: object) -> Listed:
        """Return this list with other parts; of what was worked out, ``kept`` holds for it as well."""
        made = replace(self, **parts)
        vars(made).update((name, vars(self)[name]) for name in kept if name in vars(self))
        return made


def _in_order(case: Case) -> tuple[tuple[Fact, ...], Bounds]:
    """Return the facts sorted by their ``place``: two lists that are sorted already, merged by where they start."""
    undecided = Decision.OPEN  # looked up once: an enumeration takes its time to answer
    suggestions = [one for one in case.suggestions if one.decision is undecided]
    found: list[Fact] = [*case.claims, *suggestions]
    places = [*_places(case, case.claims), *[one.span for one in suggestions]]
    starts = [one.start for one in places]
    order = sorted(range(len(found)), key=starts.__getitem__)
    bounds = Bounds([starts[nth] for nth in order], [places[nth].end for nth in order])
    return tuple([found[nth] for nth in order]), bounds


def _places(case: Case, facts: Sequence[Fact]) -> list[Anchor | Span]:
    """Return where the words of each row stand; those that are gone, at the end of the text."""
    words, gone = case.words_of(), Span(len(case.version.text), len(case.version.text))
    if facts is case.claims and list(words) == [one.id for one in facts]:  # nearly always: both are in reading order
        return [segment.anchor for segment in words.values()]
    held = map(words.get, cast("list[ClaimId]", [one.id for one in facts]))  # none has a suggestion's id
    return [
        segment.anchor if segment is not None else one.span if isinstance(one, Suggestion) else gone
        for one, segment in zip(facts, held, strict=True)
    ]


def _tally(case: Case, me: str, suggestions: int) -> Counter[Standing]:
    """Count claims by what their standing follows from, which is quicker to make than the standing of each."""
    signs = Counter(
        (
            (given.scale_id, given.value, given.given_by) if given else None, one.made_by, one.state, one.high_risk,
        )
        for one in case.claims
        for given in [one.verdict]
    )  # fmt: skip
    total: Counter[Standing] = Counter()
    for (given, maker, state, high_risk), number in signs.items():
        value = case.scales[given[0]].value(given[1]) if given else None
        is_mine = maker == me or (given is not None and given[2] == me)
        total[Standing(RowKind.CLAIM, value, state, is_mine, high_risk)] += number
    if suggestions:
        total[_SUGGESTED] = suggestions
    return total


def _counted(tally: Counter[Standing], stood: list[Standing], stand: list[Standing]) -> Counter[Standing]:
    """Return a tally without what stood and with what stands; only these are looked up in it."""
    made = tally.copy()
    made.update(stand)
    for standing in stood:
        made[standing] -= 1
        if not made[standing]:
            del made[standing]
    return made


def _fact(case: Case, key: Key) -> Fact | None:
    if key[0] == RowKind.CLAIM:
        return case.claim(key[1])
    suggestion = case.suggestion(key[1])
    return suggestion if suggestion is not None and suggestion.decision is Decision.OPEN else None


def _standing(case: Case, me: str, fact: Fact) -> Standing:
    if isinstance(fact, Suggestion):
        return _SUGGESTED
    return Standing(RowKind.CLAIM, value_of(case, fact), fact.state, _is_of(fact, me), fact.high_risk)


def _is_of(claim: Claim, me: str) -> bool:
    """Say whether the person made a claim or gave its verdict."""
    return claim.made_by == me or (claim.verdict is not None and claim.verdict.given_by == me)


def _touched(before: Case, after: Case, changes: Changes) -> frozenset[Key]:
    """Return the keys of the rows that may look, stand or count otherwise after ``changes``, but for their numbers."""
    segments, evidence = changes.ids("segment"), changes.ids("evidence")
    claims = set(changes.ids("claim"))
    for case in (before, after):
        if segments:
            found = map(case.segment, segments)
            claims |= {one.claim_id for one in found if one is not None and one.claim_id is not None}
        if evidence:
            claims |= {one.claim_id for one in case.evidence if one.id in evidence}
    keys = [(RowKind.CLAIM.value, claim) for claim in claims]
    return frozenset([*keys, *((RowKind.SUGGESTION.value, one) for one in changes.ids("suggestion"))])

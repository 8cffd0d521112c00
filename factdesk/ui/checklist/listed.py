"""The checklist of one case as a value: which rows there are, in reading order, and how they stand.

A long article has thousands of rows and shows a dozen: only the order is worked out for all of them,
what a row says is made for those that are looked at (``rows``). After a change only what it touched is
put in its place.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.event import Changes
from factdesk.model.ids import ClaimId
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.ui.checklist.rows import (
    Fact,
    Key,
    Row,
    RowKind,
    Standing,
    claim_row,
    suggestion_row,
    value_of,
)
from factdesk.ui.claim.words import not_in_version

Place = tuple[Any, ...]
"""What rows are sorted by: a value of its own for each."""

_SUGGESTED = Standing(RowKind.SUGGESTION)

_FEW = 50
"""Changed rows put in their places one by one; where there are more, all are put in order again."""


class Difference(NamedTuple):
    """Facts that left a list and facts that came into it; one that changed did both."""

    gone: tuple[Fact, ...]
    come: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Claims and undecided suggestions of one case in reading order; claims that are gone last.

    Attributes:
        numbers: number of each claim (``rules.numbering``).
        me: name of the person at the desk, as the record has it.
        facts: what the rows stand for.
        tally: how many rows have each standing.
        told: what suggestions are proposed to tell again, in words, by suggestion.
    """

    case: Case
    numbers: dict[ClaimId, str]
    me: str
    facts: tuple[Fact, ...]
    tally: Counter[Standing]
    told: Mapping[str, str] = field(default_factory=dict)
    _folded: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, case: Case, numbers: dict[ClaimId, str], me: str) -> Listed:
        """List a whole case."""
        facts = _in_order(case)
        return cls(case, numbers, me, facts, _tally(case, me, len(facts) - len(case.claims)))

    def after(self, case: Case, numbers: dict[ClaimId, str], changes: Changes) -> tuple[Listed, Difference]:
        """Return the list after ``changes``, which led from this list's case to ``case`` of the same version.

        It equals the list of the whole ``case``; what it takes grows with the changes, not with the list.
        """
        keys = _touched(self.case, case, changes)
        made = Listed(case, numbers, self.me, self.facts, Counter(self.tally), self.told)
        difference = Difference(
            tuple(fact for key in keys if (fact := self.fact(key)) is not None),
            tuple(fact for key in keys if (fact := made.fact(key)) is not None),
        )
        if len(keys) > _FEW:
            return replace(Listed.of(case, numbers, self.me), told=self.told), difference
        made.tally.subtract(map(self.standing, difference.gone))
        made.tally.update(map(made.standing, difference.come))
        facts = spliced(self.facts, difference, (self.place, made.place))
        folded = dict(self._folded)
        if folded:
            for _, row_id in keys:
                folded.pop(row_id, None)
            folded |= _folded(case, difference.come)
        return Listed(case, numbers, self.me, facts, +made.tally, self.told, folded), difference

    def fact(self, key: Key | None) -> Fact | None:
        """Return what the row called ``key`` stands for, or None where there is no such row."""
        if key is None:
            return None
        if key[0] == RowKind.CLAIM:
            return self.case.claim(key[1])
        suggestion = self.case.suggestion(key[1])
        return suggestion if suggestion is not None and suggestion.decision is Decision.OPEN else None

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
        if isinstance(fact, Suggestion):
            return _SUGGESTED
        return Standing(RowKind.CLAIM, value_of(self.case, fact), fact.state, _is_of(fact, self.me), fact.high_risk)

    def row(self, fact: Fact) -> Row:
        """Return what a row shows."""
        if isinstance(fact, Suggestion):
            return suggestion_row(self.case, fact, self.told.get(fact.id, ""))
        return claim_row(self.case, fact, self.numbers.get(fact.id, ""))

    def folded(self) -> Mapping[str, str]:
        """Return by id, casefolded, what is a row's own: its words and what was written into the claim."""
        if not self._folded:
            self._folded.update(_folded(self.case, self.facts))
        return self._folded


def spliced(
    facts: Sequence[Fact], difference: Difference, places: tuple[Callable[[Fact], Place], Callable[[Fact], Place]]
) -> tuple[Fact, ...]:
    """Take what is gone out of sorted ``facts`` and put what came in its place.

    Args:
        places: what the list is sorted by, for facts before the change and after it; the same for those it left alone.
    """
    before, after = places
    made = list(facts)
    for fact in difference.gone:
        del made[bisect_left(made, before(fact), key=before)]
    for fact in difference.come:
        insort(made, fact, key=after)
    return tuple(made)


def _in_order(case: Case) -> tuple[Fact, ...]:
    """Return the facts sorted by their ``place``: two lists that are sorted already, merged by where they start."""
    words, end = case.words_of(), len(case.version.text)
    found: list[Fact] = [*case.claims]
    starts = [words[claim.id].anchor.start if claim.id in words else end for claim in case.claims]
    for one in case.suggestions:
        if one.decision is Decision.OPEN:
            found.append(one)
            starts.append(one.span.start)
    return tuple([found[nth] for nth in sorted(range(len(found)), key=starts.__getitem__)])


def _folded(case: Case, facts: Iterable[Fact]) -> dict[str, str]:
    words, text = case.words_of(), case.version.text
    found: dict[str, str] = {
        one.id: text[one.span.start : one.span.end].casefold() for one in facts if isinstance(one, Suggestion)
    }
    for one in facts:
        if isinstance(one, Claim):
            own = words[one.id].anchor.exact if one.id in words else one.restatement or not_in_version()
            found[one.id] = f"{own}\n{one.restatement}\n{one.claimant}\n{one.set_aside_reason}".casefold()
    return found


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

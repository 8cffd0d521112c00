"""Which rows of the checklist are shown, in which order, and which comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from factdesk.model.claim import Claim, ClaimKind, State
from factdesk.ui.checklist.listed import Listed, Place
from factdesk.ui.checklist.rows import Fact, RowKind, Standing

NOT_DECIDED = ""
"""Stands for "no verdict" where a filter names a verdict."""


class Which(StrEnum):
    """The first choice of a filter: one chip each."""

    ALL = "all"
    OPEN = "open"
    MINE = "mine"
    HIGH_RISK = "high-risk"
    SUGGESTIONS = "suggestions"


class Order(StrEnum):
    """What the rows are sorted by."""

    READING = "reading"
    PRIORITY = "priority"
    STATE = "state"


class Filter(Struct, frozen=True):
    """What to show. Every condition must hold; the default shows everything.

    Attributes:
        verdict: id of a value, ``NOT_DECIDED``, or None for any.
        kind: kind of claim, or None for any.
        words: each of them must stand somewhere in the row.
    """

    which: Which = Which.ALL
    verdict: str | None = None
    kind: ClaimKind | None = None
    words: str = ""


_WHICH: dict[Which, Callable[[Standing], bool]] = {
    Which.ALL: lambda _: True,
    Which.OPEN: lambda one: one.is_open and one.kind is RowKind.CLAIM,
    Which.MINE: lambda one: one.is_mine,
    Which.HIGH_RISK: lambda one: one.high_risk,
    Which.SUGGESTIONS: lambda one: one.kind is RowKind.SUGGESTION,
}


def conditions(wanted: Filter, listed: Listed) -> list[Callable[[Fact], bool]]:
    """Return what must hold of a row for it to be shown beside the words that are sought, the quickest first."""
    found: list[Callable[[Fact], bool]] = []
    if wanted.kind is not None:
        found.append(lambda fact: isinstance(fact, Claim) and fact.kind is wanted.kind)
    if wanted.verdict is not None:
        found.append(lambda fact: isinstance(fact, Claim) and _verdict_id(fact) == wanted.verdict)
    if wanted.which is not Which.ALL:
        holds = _WHICH[wanted.which]
        found.append(lambda fact: holds(listed.standing(fact)))
    return found


def chosen(facts: Sequence[Fact], wanted: Filter, listed: Listed) -> tuple[Fact, ...]:
    """Return those of ``facts`` a filter shows, in the order they came."""
    for holds in conditions(wanted, listed):
        facts = list(filter(holds, facts))
    if wanted.words:
        from factdesk.ui.checklist.seeking import sought  # late: nothing is sought at the start

        for word in wanted.words.casefold().split():
            facts = sought(facts, word, listed)
    return tuple(facts)


def counts(tallied: Mapping[Standing, int]) -> dict[Which, int]:
    """Count the rows each chip would show."""
    found = dict.fromkeys(Which, 0)
    for standing, number in tallied.items():
        for which in _chips(standing):
            found[which] += number
    return found


@lru_cache(maxsize=256)
def _chips(standing: Standing) -> tuple[Which, ...]:
    """Return the chips that show a row of this standing."""
    return tuple(which for which, holds in _WHICH.items() if holds(standing))


_WORK_FIRST = (
    State.RETURNED, State.STALE, State.IN_CHECK, State.NEW, State.WAITING, None,
    State.PROPOSED, State.IN_REVIEW, State.AGREED, State.SET_ASIDE, State.GONE,
)  # fmt: skip
"""Order of states: what calls for the checker first; None is a suggestion."""
_RANK = {state: rank for rank, state in enumerate(_WORK_FIRST)}


def place_in(order: Order, listed: Listed) -> Callable[[Fact], Place]:
    """Return what rows are sorted by; reading order decides between equals.

    By priority, claims come first, high risk before the rest of their priority, and suggestions
    after them by score.
    """
    match order:
        case Order.READING:
            return listed.place
        case Order.PRIORITY:
            return lambda fact: (*_urgency(fact), *listed.place(fact))
        case Order.STATE:
            return lambda fact: (_rank(fact), *listed.place(fact))


def ordered(listed: Listed, order: Order) -> tuple[Fact, ...]:
    """Return every row in an order."""
    match order:
        case Order.READING:
            return listed.facts
        case Order.PRIORITY:
            return tuple(sorted(listed.facts, key=_urgency))
        case Order.STATE:
            return tuple(sorted(listed.facts, key=_rank))


def following(
    facts: Sequence[Fact], after: int, step: int, wanted: Callable[[Fact], bool], *, wrap: bool = False
) -> Fact | None:
    """Return the next wanted fact from position ``after`` (exclusive), in steps of +1 or -1.

    Args:
        after: position in ``facts``; -1 or ``len(facts)`` begin at an end.
        wrap: go on at the other end, up to and including the one at ``after``.
    """
    count = len(facts)
    ahead = range(after + 1, count) if step > 0 else range(after - 1, -1, -1)
    behind = range(after + 1) if step > 0 else range(count - 1, after - 1, -1)
    for at in chain(ahead, behind if wrap else range(0)):
        if 0 <= at < count and wanted(facts[at]):
            return facts[at]
    return None


def _urgency(fact: Fact) -> tuple[bool, int, bool, float]:
    if isinstance(fact, Claim):
        return False, -fact.priority, not fact.high_risk, 0.0
    return True, 0, True, -fact.score


def _rank(fact: Fact) -> int:
    return _RANK[fact.state if isinstance(fact, Claim) else None]


def _verdict_id(claim: Claim) -> str:
    return claim.verdict.value if claim.verdict else NOT_DECIDED

"""What a desk's own decisions say of what its checkers look for, and how that moves the ranking of later articles.

Nothing is kept but the decisions themselves: what is learned is worked out anew each time, so taking a decision back
takes back what it taught.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from factdesk.model.draft import ProposedSuggestion
from factdesk.model.suggestion import CLAIM_KINDS, Decision, Reason, Suggestion

RAISED, LOWERED = "ticked-before", "rejected-before"
"""Reasons that say so where a suggestion was moved by what was learned."""

_LEAST = 30
"""Decisions below which nothing is learned."""
_PRIOR = 12.0
"""How many decisions' worth of doubt each sign starts with; with 6, 12 and 24 the simulated checkers gain alike."""
_ROUNDS = 6
_PARTS = 5
_CLEARLY, _SHARE = 2.0, 0.02
"""How much better, in natural logarithms of likelihood: at all, and for each decision."""
_FLATTEST = 0.5
"""Least trust in the scores that the lifts are measured against."""
_LIMIT = 30.0
STEP = 0.25
"""A suggestion is moved in steps of this much logarithmic odds, each of which is one reason of it."""
_MOST = 6
"""Largest number of steps."""
_EDGE = 1e-4
_OF_THE_PLACE = frozenset({"title", "heading", "question", "boilerplate", RAISED, LOWERED})


class Decided(NamedTuple):
    """One suggestion that a person accepted or rejected: its score then, and its signs."""

    codes: frozenset[str]
    score: float
    accepted: bool


@dataclass(frozen=True, slots=True)
class Habits:
    """What was learned: reason code → what it adds to the logarithmic odds of a suggestion."""

    lifts: Mapping[str, float]


NONE = Habits({})


def decided(suggestions: Iterable[Suggestion]) -> list[Decided]:
    """Return what people decided one by one about proposed claims, with the scores before they were moved.

    What was done in bulk teaches nothing.
    """
    return [
        Decided(
            _codes(one.reasons), moved_score(one.score, -_steps_said(one.reasons)), one.decision is Decision.ACCEPTED
        )
        for one in suggestions
        if one.kind in CLAIM_KINDS and not one.in_bulk and one.decided_at
    ]


def habits(before: Sequence[Decided]) -> Habits:
    """Learn how much more or less often suggestions with a sign were accepted than their scores led to expect.

    A logistic regression on the signs beside the score, kept small by ``_PRIOR``. It must foretell each fifth of the
    decisions from the others clearly better than the scores alone do; else nothing is learned, as from fewer than
    ``_LEAST`` decisions, or where all went one way.

    Args:
        before: oldest or newest first, so that a fifth is some articles and not a sprinkle of all.
    """
    if len(before) < _LEAST or len({one.accepted for one in before}) < 2:
        return NONE
    gain = 0.0
    for part in range(_PARTS):
        low, high = part * len(before) // _PARTS, (part + 1) * len(before) // _PARTS
        others, held_out = [*before[:low], *before[high:]], before[low:high]
        gain += _likelihood(_fitted(others, learn=True), held_out) - _likelihood(_fitted(others, learn=False), held_out)
    if gain < max(_CLEARLY, _SHARE * len(before)):
        return NONE
    fit = _fitted(before, learn=True)
    return Habits({code: lift / max(fit.slope, _FLATTEST) for code, lift in fit.lifts.items()})


def reweighed(proposals: Iterable[ProposedSuggestion], learned: Habits) -> tuple[ProposedSuggestion, ...]:
    """Return the proposals with the scores of claims moved by ``learned``.

    Each step of a move is a reason (``RAISED``, ``LOWERED``), tied to the characters of the sign that moved it most, so
    that the move is seen, and can be taken off again by ``decided``.
    """
    return tuple(_moved(one, learned) if one.kind in CLAIM_KINDS and learned.lifts else one for one in proposals)


def steps(codes: Iterable[str], learned: Habits) -> int:
    """Return by how many steps a suggestion with these signs is moved; down is negative."""
    return max(-_MOST, min(_MOST, round(math.fsum(learned.lifts.get(code, 0.0) for code in codes) / STEP)))


def moved_score(score: float, by: int) -> float:
    """Return ``score`` moved by so many steps, 0 … 1."""
    return 1 / (1 + math.exp(-_odds(score) - STEP * by))


def _moved(one: ProposedSuggestion, learned: Habits) -> ProposedSuggestion:
    by = steps(_codes(one.reasons), learned)
    if not by:
        return one
    towards = math.copysign(1.0, by)
    strongest = max(one.reasons, key=lambda reason: towards * learned.lifts.get(reason.code, 0.0))
    said = Reason(RAISED if by > 0 else LOWERED, strongest.span)
    return replace(one, score=round(moved_score(one.score, by), 4), reasons=(*one.reasons, *[said] * abs(by)))


def _steps_said(reasons: Iterable[Reason]) -> int:
    return sum((reason.code == RAISED) - (reason.code == LOWERED) for reason in reasons)


@dataclass(slots=True)
class _Fit:
    """A model of what gets accepted: odds = bias + slope × the score's odds + the lifts of its signs."""

    lifts: dict[str, float]
    bias: float = 0.0
    slope: float = 1.0

    def chance(self, one: Decided) -> float:
        own = math.fsum(self.lifts.get(code, 0.0) for code in one.codes)
        return 1 / (1 + math.exp(-max(-_LIMIT, min(_LIMIT, self.bias + self.slope * _odds(one.score) + own))))


def _fitted(before: Sequence[Decided], *, learn: bool) -> _Fit:
    """Return the fit of some decisions, one unknown after another by Newton steps; without ``learn`` no lifts."""
    holders: dict[str, list[Decided]] = {}
    for one in before if learn else ():
        for code in one.codes:
            holders.setdefault(code, []).append(one)
    fit = _Fit(dict.fromkeys(sorted(holders), 0.0))
    for _ in range(_ROUNDS):
        fit.bias += _step(fit, before, [1.0] * len(before), 0.0, 1e-3)
        fit.slope += _step(fit, before, [_odds(one.score) for one in before], fit.slope - 1, _PRIOR)
        for code, own in holders.items():
            fit.lifts[code] += _step(fit, own, [1.0] * len(own), fit.lifts[code], _PRIOR / 4)
    return fit


def _step(fit: _Fit, own: Sequence[Decided], values: Sequence[float], now: float, doubt: float) -> float:
    """Return how far to move one unknown that counts ``values`` in these decisions and is ``now`` off its start."""
    wrong, share = -doubt * now, doubt
    for one, value in zip(own, values, strict=True):
        chance = fit.chance(one)
        wrong += value * (one.accepted - chance)
        share += value * value * chance * (1 - chance)
    return wrong / share


def _likelihood(fit: _Fit, decisions: Iterable[Decided]) -> float:
    """Return the logarithm of how likely the fit held what was decided."""
    return math.fsum(math.log(fit.chance(one) if one.accepted else 1 - fit.chance(one)) for one in decisions)


def _odds(score: float) -> float:
    held = min(1 - _EDGE, max(_EDGE, score))
    return math.log(held / (1 - held))


def _codes(reasons: Iterable[Reason]) -> frozenset[str]:
    return frozenset(reason.code for reason in reasons) - _OF_THE_PLACE

"""Searching the checklist: one word at a time, in a row's own words and in the names many rows share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import TypeVar

from factdesk.model.case import Case
from factdesk.model.claim import Claim, ClaimKind, Priority, State, WaitingFor
from factdesk.model.suggestion import Suggestion, SuggestionKind
from factdesk.rules.reasons import REASONS
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.rows import Fact, reason_codes
from factdesk.ui.claim import words

V = TypeVar("V")


def seeker(listed: Listed, word: str) -> Callable[[Fact], bool]:
    """Return what says whether a row shows ``word``, which is casefolded and holds no space.

    Kinds, states, verdicts and reasons are few: which of their names hold the word is found out once,
    and most words stand in none of them.
    """
    names, folded = _Names(listed.case, word), listed.folded()
    if not names.found and not names.numeric:
        return lambda fact: word in folded[fact.id]

    def shows(fact: Fact) -> bool:
        if word in folded[fact.id]:
            return True
        if isinstance(fact, Suggestion):
            return names.on_suggestion(fact)
        return names.on_claim(fact) or (names.numeric and word in listed.numbers.get(fact.id, ""))

    return shows


def seeks_number(words: str) -> bool:
    """Say whether one of the words that are sought may stand in a claim's number."""
    return any(not word.strip("0123456789.") for word in words.split())


class _Names:
    """Which of the names that rows share hold one word."""

    def __init__(self, case: Case, word: str) -> None:
        def among(values: Iterable[V], name: Callable[[V], str]) -> frozenset[V]:
            return frozenset(value for value in values if word in name(value).casefold())

        self._case = case
        self.numeric = seeks_number(word)
        self._kinds = among(ClaimKind, words.claim_kind)
        self._states = among(State, words.state)
        self._waiting = among(WaitingFor, lambda whom: words.state(State.WAITING, whom))
        self._priorities = among((one for one in Priority if one is not Priority.NORMAL), words.priority)
        self._high_risk = word in words.high_risk().casefold()
        self._undecided = word in words.not_decided().casefold()
        scales = ((scale, value) for scale in case.scales.values() for value in scale.values)
        self._verdicts = frozenset((s.id, v.id) for s, v in scales if word in words.verdict(v).casefold())
        self._counts = among({0, *map(len, case.evidence_of().values())}, words.sources)
        self._suggestions = among(SuggestionKind, words.suggestion_kind)
        told = {reason.code for one in case.suggestions for reason in one.reasons} - REASONS.keys()
        self._reasons = among([*REASONS, *told], words.reason)
        self._caught = sorted(
            reason.span.start
            for one in (case.suggestions if self._reasons else ())
            for reason in one.reasons
            if reason.code in self._reasons
        )
        self.found = any(
            (self._kinds, self._states, self._waiting, self._priorities, self._high_risk, self._undecided,
             self._verdicts, self._counts, self._suggestions, self._reasons)
        )  # fmt: skip

    def on_claim(self, claim: Claim) -> bool:
        given = claim.verdict
        return bool(
            (self._kinds and claim.kind in self._kinds)
            or (self._states and claim.state in self._states)
            or (self._waiting and claim.waiting_for in self._waiting)
            or (self._priorities and claim.priority in self._priorities)
            or (self._high_risk and claim.high_risk)
            or (self._undecided if given is None else (given.scale_id, given.value) in self._verdicts)
            or (self._counts and len(self._case.evidence_of().get(claim.id, ())) in self._counts)
            or self._gives_reason(claim)
        )

    def on_suggestion(self, one: Suggestion) -> bool:
        return bool(self._suggestions and one.kind in self._suggestions) or self._gives_reason(one)

    def _gives_reason(self, fact: Fact) -> bool:
        """Say whether a row tells one of the reasons; few rows have one at all, which is quickly found out."""
        if not self._caught:
            return False
        if isinstance(fact, Claim):
            segment = self._case.words_of().get(fact.id)
            if segment is None:
                return False
            start, end = segment.anchor.start, segment.anchor.end
            if bisect_left(self._caught, start) == bisect_left(self._caught, end):
                return False
        return not self._reasons.isdisjoint(reason_codes(self._case, fact))

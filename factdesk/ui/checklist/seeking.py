"""Searching the checklist: one word at a time, in a row's own words and in the names many rows share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, takewhile
from operator import sub
from typing import TypeVar

from factdesk.model.case import Case
from factdesk.model.claim import Claim, ClaimKind, Priority, State, WaitingFor
from factdesk.model.suggestion import Suggestion, SuggestionKind
from factdesk.rules.suggestions.reasons import REASONS
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.rows import Fact, exact_words, reason_codes
from factdesk.ui.claim import words

V = TypeVar("V")

_FEW = 50
"""Rows that are looked into one by one."""


def sought(facts: Sequence[Fact], word: str, listed: Listed) -> Sequence[Fact]:
    """Return those of ``facts`` whose row shows ``word``, in the order they came.

    Kinds, states, verdicts and reasons are few: which of their names hold the word is found out once,
    and most words stand in none of them.

    Args:
        word: casefolded, without a space.
    """
    few = len(facts) < _FEW
    held, written = ([one for one in facts if word in _own(one, listed)], []) if few else _in_own_words(word, listed)
    names = _Names(listed.case, word)
    unnamed = not names.found and not names.numeric
    if unnamed and not written and (few or facts is listed.facts):
        return held
    own = {one.id for one in chain(held, written)}
    if unnamed:
        return [fact for fact in facts if fact.id in own]

    def named(fact: Fact) -> bool:
        if isinstance(fact, Suggestion):
            return names.on_suggestion(fact)
        return names.on_claim(fact) or (names.numeric and word in listed.numbers.get(fact.id, ""))

    return [fact for fact in facts if fact.id in own or named(fact)]


def _own(fact: Fact, listed: Listed) -> str:
    """Return, casefolded, what is a row's own: its words and what was written into the claim."""
    exact = exact_words(listed.case, fact)
    return (
        exact if isinstance(fact, Suggestion) else f"{exact or words.not_in_version()}\n{_written(fact)}"
    ).casefold()


def _written(claim: Claim) -> str:
    return f"{claim.restatement}\n{claim.claimant}\n{claim.set_aside_reason}"


def _in_own_words(word: str, listed: Listed) -> tuple[list[Fact], list[Fact]]:
    """Return the rows of whose own words ``word`` is one, or a part: in the article, in order, and as written besides.

    The article is folded once and looked through from one place of the word to the next: no row is cut out of it.
    """
    case, article, facts = listed.case, listed.folded, listed.facts
    starts, ends = map(article.folded, listed.bounds)
    held = [facts[nth] for nth in _holding(article.text, word, starts, ends)]
    gone = takewhile(lambda claim: claim.id not in case.words_of(), reversed(case.claims))
    written = [one for one in case.claims if one.restatement or one.claimant or one.set_aside_reason]
    return held, [one for one in chain(gone, written) if word in _own(one, listed)]


def _holding(text: str, word: str, starts: Sequence[int], ends: Sequence[int]) -> Iterator[int]:
    """Yield which stretches of ``text`` hold ``word``; takes as many steps as there are stretches or places of it.

    Args:
        starts, ends: of each stretch, sorted by their starts; one may lie in another.
    """
    longest = max(map(sub, ends, starts), default=0)
    nth, at = 0, -1
    while nth < len(starts):
        if at < starts[nth]:
            at = text.find(word, starts[nth])
        if at < 0:
            return
        if at + len(word) <= ends[nth]:
            yield nth
            nth += 1
        else:  # none that begins before could reach the end of the word
            nth = bisect_left(starts, at + len(word) - longest, nth + 1)


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
        self._counts = among({0, *map(case.source_count, case.evidence_of())}, words.sources)
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
            or (self._counts and self._case.source_count(claim.id) in self._counts)
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

"""How alike two sentences of one article are, as numbers, and which pairs of them are worth comparing."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from factdesk.rules.tellings.passages import Passage

_COMMON = 40
"""A term in more sentences than this says nothing about which two of them are alike."""
_NEAREST = 12
"""Earlier sentences that a sentence is compared with, beside titles."""
_LEAST = 0.05
"""Cosine below which two sentences are not compared, unless one is a title."""
_MOST_TITLES = 2
_LEAD = 4
"""Sentences under a title among which one may unfold it."""
_LEAST_QUOTED = 2

Pair = tuple[int, int]
"""Two passages by their place: the earlier, the later."""


class Comparison:
    """The passages of one article, weighed by how rare their terms are in it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        count = len(passages)
        times = Counter(term for passage in passages for term in passage.terms)
        weight = {term: math.log(1 + count / often) for term, often in times.items()}
        self._square = {term: weight**2 for term, weight in weight.items()}
        self._norm = [math.sqrt(_sum(self._square, passage.terms)) or 1.0 for passage in passages]
        self._cosines: dict[Pair, float] = {}
        self._titles = [nth for nth, passage in enumerate(passages) if passage.title][:_MOST_TITLES]
        self._compare()
        self._leads = {nth: self._lead(nth) for nth in self._titles if not passages[nth].topic}

    def candidates(self) -> Iterable[Pair]:
        """Return the pairs that share enough to be looked at, in order: a bounded number for each sentence."""
        return self._cosines

    def likeness(self, earlier: int, later: int) -> float:
        """Return the cosine of the terms of two passages, 0 … 1."""
        found = self._cosines.get((earlier, later))
        return self._cosine(earlier, later) if found is None else found

    def features(self, earlier: int, later: int) -> dict[str, float]:
        """Return what the rules look at in one of the candidates."""
        one, other = self._passages[earlier], self._passages[later]
        return {
            "cosine": self._cosines[earlier, later],
            "quoted-again": quoted_again(one, other),
            "title-lead": float(self._leads.get(earlier) == later),
            "early": 1 / (1 + earlier),
        }

    def _compare(self) -> None:
        """Find the candidates with their cosines."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for later, passage in enumerate(self._passages):
            shared: defaultdict[int, float] = defaultdict(float)
            for term in sorted(passage.terms):
                square = self._square[term]
                for earlier in holders[term][-_COMMON:]:
                    shared[earlier] += square / self._norm[earlier]
                holders[term].append(later)
            near = heapq.nlargest(_NEAREST, [(worth, -at) for at, worth in shared.items()])
            kept = {-at for worth, at in near if worth >= _LEAST * self._norm[later]}
            kept.update(
                at for at in self._titles if at < later and not passage.terms.isdisjoint(self._passages[at].terms)
            )
            for earlier in sorted(kept):
                self._cosines[earlier, later] = self._cosine(earlier, later)

    def _lead(self, title: int) -> int | None:
        """Return which of the first sentences under a title is nearest to it; None where none shares a term with it."""
        told = (nth for nth in range(title + 1, len(self._passages)) if not self._passages[nth].bare)
        near = [(self.likeness(title, nth), -nth) for nth in islice(told, _LEAD)]
        worth, nth = max(near, default=(0.0, 0))
        return -nth if worth else None

    def _cosine(self, earlier: int, later: int) -> float:
        shared = self._passages[earlier].terms & self._passages[later].terms
        return _sum(self._square, shared) / (self._norm[earlier] * self._norm[later])


def _sum(of: dict[str, float], terms: Iterable[str]) -> float:
    """Sum exactly, so that the order of a set never shows."""
    return math.fsum(map(of.__getitem__, terms))


def quoted_again(earlier: Passage, later: Passage) -> float:
    """Return how much of what the earlier one quotes stands in the later, 0 … 1; a single word says nothing."""
    quoted = earlier.quoted
    return len(quoted & later.terms) / len(quoted) if len(quoted) >= _LEAST_QUOTED else 0.0

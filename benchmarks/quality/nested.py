"""The ranking's own figure where penalty and features, too, are chosen without the article that is ranked.

Plain cross-validation learns weights without an article, but its penalty and its features were picked by figures that
the article had a part in. Here each training part picks them anew, by a cross-validation of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import add

from benchmarks.learning.ranking import LEADS, Lesson, folds, moments_of, names_of, weights_of
from benchmarks.learning.ridge import Moments
from factdesk.rules.suggestions.ranking import Weights, score

STRENGTHS = (100.0, 200.0, 300.0, 600.0)
PICKED = (
    ("large-figure", "several-figures"), ("official",), ("grave",), ("loose",), ("early-and-central",), ("central",),
    ("near-opening",), ("shared-words", "content"), ("hedged-name", "sourced-harm"), ("late", "late-share"),
    ("opens-paragraph", "deep-in-paragraph"), ("points-back", "links-back"), ("wording",), (LEADS,),
)  # fmt: skip
"""Features that are in because they helped; each training part asks again whether they do."""

Measure = Callable[[Sequence[int], dict[int, list[float]]], float]
"""What is made most of: articles, and the scores of their sentences → figure."""


def nested(studied: Sequence[Lesson], seed: int, measure: Measure) -> list[list[float]]:
    """Return the scores of each article's sentences by weights, penalty and features that never saw it."""
    names = names_of(studied)
    moments = [moments_of(lesson, names) for lesson in studied]
    search = _Search(studied, names, moments, measure)
    found: list[list[float]] = [[] for _ in studied]
    for learned_from, held_out in folds(len(studied), seed):
        strength, kept = search.best(learned_from)
        weights = search.weights(learned_from, strength, kept)
        for nth in held_out:
            found[nth] = _scored(studied[nth], weights)
    return found


class _Search:
    """Looks for the penalty and the features that do best on some articles."""

    def __init__(
        self, studied: Sequence[Lesson], names: Sequence[str], moments: Sequence[Moments], measure: Measure
    ) -> None:
        self._studied, self._names, self._moments, self._measure = studied, names, moments, measure

    def best(self, articles: Sequence[int]) -> tuple[float, frozenset[str]]:
        """Return the best penalty, then leave out one group after another where that is better."""
        kept = frozenset([*self._names, LEADS])
        value, strength = max((self._value(articles, strength, kept), strength) for strength in STRENGTHS)
        for group in PICKED:
            without = kept.difference(group)
            fewer = self._value(articles, strength, without)
            if fewer > value:
                value, kept = fewer, without
        return strength, kept

    def weights(self, articles: Sequence[int], strength: float, kept: frozenset[str]) -> Weights:
        """Return the weights learned from ``articles``."""
        columns = [nth for nth, name in enumerate(self._names) if name in kept]
        whole = reduce(add, [self._moments[nth] for nth in articles])
        with_bias = [*columns, len(self._names)]
        part = Moments(
            [[whole.products[a][b] for b in with_bias] for a in with_bias], [whole.targets[a] for a in with_bias]
        )
        found = weights_of([self._names[nth] for nth in columns], part, strength)
        return Weights({name: weight for name, weight in found.features.items() if name in kept}, found.bias)

    def _value(self, articles: Sequence[int], strength: float, kept: frozenset[str]) -> float:
        found: dict[int, list[float]] = {}
        for learned_from, held_out in folds(len(articles), 0):
            weights = self.weights([articles[nth] for nth in learned_from], strength, kept)
            for nth in held_out:
                found[articles[nth]] = _scored(self._studied[articles[nth]], weights)
        return self._measure(articles, found)


def _scored(lesson: Lesson, weights: Weights) -> list[float]:
    return [score(own, weights) for own in lesson.found]

"""Rankings that are simpler than ours, learned by our own code: what the data's card calls by the same names."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.learning.debates import TAUGHT, labelled
from benchmarks.learning.ranking import Lesson, folds, gain
from benchmarks.quality.measures import FIRST
from factdesk.rules.suggestions.features import Features
from factdesk.text.lexicon import tokens

Vector = Mapping[str, float]

RULE_FEATURES = (
    "number", "money", "share", "date", "name", "quote", "named-source", "unnamed-source", "attributed", "comparison",
    "superlative", "cause", "trend", "accusation", "harm", "hedge", "prediction", "outlook", "opinion-words", "self",
    "reader", "title", "heading", "asks", "quoted", "named", "points-back", "links-back", "opens-paragraph", "short",
    "early", "late-share", "opening", "central", "in-headline", "near-opening", "length",
)  # fmt: skip
"""Thirty that rules find, then place, centrality, nearness to the headline and the opening, and length."""

_LEAST = 3
"""Sentences a term must stand in."""
_LOOSENESS, _RATE, _EPOCHS = 1.0, 2.0, 8
"""Of the model of words: as loose as libraries are unless told otherwise. Looser, tighter, with pairs of words, with
logarithms of counts, with one word for all numbers: all did worse on the news, so the baseline is the best of them."""
_STEPS, _STEP, _PENALTY = 150, 1.0, 0.003


def debate_words(data: Path) -> Callable[[Sequence[str]], float] | None:
    """Return what scores words by TF-IDF and logistic regression on the debates a crowd labelled; None without them."""
    rows = [([word for word, _, _ in tokens(row.sentence)], row.checked) for row in labelled(data, TAUGHT)]
    if not rows:
        return None
    count = Counter(term for words, _ in rows for term in set(words))
    rarity = {term: 1 + math.log((1 + len(rows)) / (1 + n)) for term, n in count.items() if n >= _LEAST}
    weights, bias = _descended([(_tf_idf(words, rarity), checked) for words, checked in rows])

    def score(words: Sequence[str]) -> float:
        return bias + _sum(_tf_idf(words, rarity), weights)

    return score


def _tf_idf(words: Sequence[str], rarity: Mapping[str, float]) -> Vector:
    """Return counts times rarity, at length 1."""
    counts = Counter(word for word in words if word in rarity)
    found = {term: times * rarity[term] for term, times in counts.items()}
    norm = math.sqrt(math.fsum(value * value for value in found.values())) or 1.0
    return {term: value / norm for term, value in found.items()}


def _descended(rows: list[tuple[Vector, bool]]) -> tuple[dict[str, float], float]:
    """Return weights and bias of a logistic regression, by stochastic descent with shrinking steps."""
    penalty = 1 / (_LOOSENESS * len(rows))
    weights: dict[str, float] = {}
    bias, scale, step = 0.0, 1.0, 0
    shuffle = random.Random(0).shuffle
    for _ in range(_EPOCHS):
        shuffle(rows)
        for vector, checked in rows:
            rate = _RATE / (1 + penalty * _RATE * step)
            step += 1
            wrong = _chance(bias + scale * _sum(vector, weights)) - checked
            scale *= 1 - rate * penalty
            for term, value in vector.items():
                weights[term] = weights.get(term, 0.0) - rate * wrong * value / scale
            bias -= rate * wrong / 10
    return {term: scale * weight for term, weight in weights.items()}, bias


def _sum(vector: Vector, weights: Mapping[str, float]) -> float:
    return sum([value * weights.get(term, 0.0) for term, value in vector.items()])


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum([a * b for a, b in zip(one, other, strict=True)])


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def rule_features(studied: Sequence[Lesson], seed: int) -> list[list[float]]:
    """Return the scores of logistic regression on ``RULE_FEATURES``, by weights that never saw the article."""
    found: list[list[float]] = [[] for _ in studied]
    for learned_from, held_out in folds(len(studied), seed):
        taught = [
            (_row(own), gains >= gain(FIRST))
            for nth in learned_from
            for own, gains in zip(studied[nth].found, studied[nth].gains, strict=True)
        ]
        score = _regressed(taught)
        for nth in held_out:
            found[nth] = [score(_row(own)) for own in studied[nth].found]
    return found


def _row(own: Features) -> list[float]:
    return [own.get(name, 0.0) for name in RULE_FEATURES]


def _regressed(taught: Sequence[tuple[list[float], bool]]) -> Callable[[list[float]], float]:
    """Return what scores a row: logistic regression with a penalty, by descent on standardised columns."""
    columns = list(zip(*(row for row, _ in taught), strict=True))
    means = [math.fsum(column) / len(taught) for column in columns]
    spreads = [
        math.sqrt(math.fsum((value - mean) ** 2 for value in column) / len(taught)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]

    def standard(row: Sequence[float]) -> list[float]:
        return [(value - mean) / spread for value, mean, spread in zip(row, means, spreads, strict=True)]

    rows = [standard(row) for row, _ in taught]
    by_column = list(zip(*rows, strict=True))
    weights, bias = [0.0] * len(columns), 0.0
    for _ in range(_STEPS):
        wrong = [
            _chance(bias + _product(row, weights)) - checked for row, (_, checked) in zip(rows, taught, strict=True)
        ]
        bias -= _STEP * sum(wrong) / len(rows)
        weights = [
            weight - _STEP * (_product(wrong, column) / len(rows) + _PENALTY * weight)
            for weight, column in zip(weights, by_column, strict=True)
        ]
    return lambda row: bias + _product(standard(row), weights)

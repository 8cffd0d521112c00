"""Logistic regression in plain Python: a few thousand rows, some thirty columns, a few seconds."""

from __future__ import annotations

import math
from collections.abc import Sequence

from benchmarks.learning.ridge import Row, solved

_STEPS = 7
"""Of Newton's method; more change nothing in the fourth place."""
_LIMIT = 30.0


def fit(rows: Sequence[Row], labels: Sequence[bool], strength: float) -> tuple[list[float], float]:
    """Return weights and bias that make ``labels`` likeliest, with a penalty on squares of standardised weights.

    A column that never varies gets weight 0.
    """
    count, width = len(rows), len(rows[0])
    means = [math.fsum(row[n] for row in rows) / count for n in range(width)]
    spreads = [math.sqrt(math.fsum((row[n] - means[n]) ** 2 for row in rows) / count) or 1.0 for n in range(width)]
    standard = [[*((row[n] - means[n]) / spreads[n] for n in range(width)), 1.0] for row in rows]
    found = [0.0] * (width + 1)
    for _ in range(_STEPS):
        found = [old + step for old, step in zip(found, _step(standard, labels, found, strength), strict=True)]
    weights = [found[n] / spreads[n] for n in range(width)]
    return weights, found[-1] - math.fsum(weight * mean for weight, mean in zip(weights, means, strict=True))


def _step(rows: Sequence[Row], labels: Sequence[bool], found: Sequence[float], strength: float) -> list[float]:
    width = len(found)
    curve = [[0.0] * width for _ in range(width)]
    slope = [0.0] * width
    for row, label in zip(rows, labels, strict=True):
        odds = sum([value * weight for value, weight in zip(row, found, strict=True)])
        chance = 1 / (1 + math.exp(-max(-_LIMIT, min(_LIMIT, odds))))
        certain = chance * (1 - chance)
        for n, value in enumerate(row):
            slope[n] += value * (label - chance)
            scaled = value * certain
            curve[n] = [before + scaled * other for before, other in zip(curve[n], row, strict=True)]
    for n in range(width - 1):
        curve[n][n] += strength
        slope[n] -= strength * found[n]
    curve[-1][-1] += 1e-9
    return solved(curve, slope)

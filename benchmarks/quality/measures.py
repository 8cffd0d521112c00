"""What a ranking is measured by, and how sure the mean over articles is."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from statistics import fmean

FIRST = 2.5
"""Priority from which a sentence is among those to check first."""


def ranked(scores: Sequence[float]) -> list[int]:
    """Return the places of ``scores``, the highest first; equal scores keep reading order."""
    return sorted(range(len(scores)), key=lambda nth: -scores[nth])


def average_precision(scores: Sequence[float], wanted: Sequence[bool]) -> float | None:
    """Return the mean precision at each wanted item; None where none is wanted."""
    hits, precisions = 0, []
    for place, nth in enumerate(ranked(scores), start=1):
        if wanted[nth]:
            hits += 1
            precisions.append(hits / place)
    return fmean(precisions) if precisions else None


def ndcg(scores: Sequence[float], priorities: Sequence[float]) -> float | None:
    """Return the discounted gain of the first ten, as a share of the best there could be."""
    best = _gain(sorted(priorities, reverse=True))
    return _gain([priorities[nth] for nth in ranked(scores)]) / best if best else None


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95% bootstrap interval of the mean of ``values``; the same each time."""
    draw = random.Random(0)
    means = sorted(fmean(draw.choices(values, k=len(values))) for _ in range(1000))
    return means[25], means[974]


def _gain(priorities: Sequence[float]) -> float:
    return sum((2**value - 1) / math.log2(place + 1) for place, value in enumerate(priorities[:10], start=1))

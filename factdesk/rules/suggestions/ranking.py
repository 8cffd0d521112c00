"""Check-worthiness: a weighted sum of what the rules found in a sentence and of where it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factdesk.rules.learned import read_learned
from factdesk.rules.suggestions.features import Features

_LIMIT = 30.0
"""Logarithmic odds beyond which a score is 0 or 1 anyway."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts for.

    Attributes:
        features: feature → weight.
        bias: the score's logarithmic odds where every feature is 0.
    """

    features: Mapping[str, float]
    bias: float


def score(found: Features, weights: Weights) -> float:
    """Return the check-worthiness of a sentence, 0 … 1; ``docs/quality.md`` says how it was learned."""
    known = weights.features
    odds = weights.bias + sum([value * known[name] for name, value in found.items() if value and name in known])
    return 1 / (1 + math.exp(-max(-_LIMIT, min(_LIMIT, odds))))


@cache
def shipped() -> Weights:
    """Return the weights that come with the program; ``python -m benchmarks.learning.ranking`` makes them."""
    data = read_learned("ranking.json")
    return Weights(data["features"], data["bias"])

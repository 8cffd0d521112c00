"""Check-worthiness: a weighted sum of what the rules found, against the rest of the article."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean, pstdev

from factdesk.assets import resource
from factdesk.rules.features import Features

_STEADY = 0.1
"""Added to a spread, so that a feature that hardly varies in an article is not blown up."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts for.

    Attributes:
        own: feature → weight of its value.
        relative: feature → weight of how far it stands out in its article.
        bias: the score's logarithmic odds where every feature is 0.
    """

    own: Mapping[str, float]
    relative: Mapping[str, float]
    bias: float


def scores(article: Sequence[Features], weights: Weights) -> list[float]:
    """Return the check-worthiness of each sentence, 0 … 1.

    By how it was learned, a score is the chance that an editor puts the sentence among those to
    check first (``docs/quality.md``).
    """
    found: list[float] = []
    for own, relative in zip(article, standing_out(article), strict=True):
        odds = weights.bias
        odds += sum(value * weights.own.get(name, 0.0) for name, value in own.items())
        odds += sum(value * weights.relative.get(name, 0.0) for name, value in relative.items())
        found.append(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))
    return found


def standing_out(article: Sequence[Features]) -> list[Features]:
    """Return how far each feature stands from its mean in the article, in spreads; all 0 for one sentence alone."""
    names = {name for own in article for name in own}
    centre: dict[str, tuple[float, float]] = {}
    for name in names:
        values = [own.get(name, 0.0) for own in article]
        centre[name] = fmean(values), pstdev(values) + _STEADY
    return [{name: (own.get(name, 0.0) - mean) / spread for name, (mean, spread) in centre.items()} for own in article]


@cache
def shipped() -> Weights:
    """Return the weights that come with the program; ``python -m benchmarks.quality.fit`` makes them."""
    data = json.loads(resource("rules", "ranking.json").read_text(encoding="utf-8"))
    return Weights(data["own"], data["relative"], data["bias"])

"""The weights by which two sentences are held to tell the same, learned from what people labelled.

``python -m benchmarks.learning.repeats`` writes ``resources/rules/repeats.json`` anew, in plain Python, in half a
minute.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path

from benchmarks.data import BESIDE
from benchmarks.learning.ridge import Moments, fit
from benchmarks.learning.shipping import ship
from benchmarks.learning.tellings import Told, labelled_pairs, newsgold, read_whole
from factdesk.rules.tellings.repeats import Pairing

STRENGTH = 30.0
"""Of the penalty; between 10 and 300 cross-validation hardly tells a difference."""
COUNTED = 3
"""Times that a pair which tells the same is counted: there are few of them."""
FOLDS = 8

Decision = tuple[float, bool]
"""A score, and whether proposing it is right."""


def learned(studied: Sequence[Told]) -> Pairing:
    """Return the weights learned from these articles, with the threshold that serves all of them best."""
    return _learned(studied, studied)


def _learned(studied: Sequence[Told], tried: Sequence[Told]) -> Pairing:
    names = sorted({name for told in studied for found in told.found.values() for name in found})
    moments = [_moments(told, tuple(names)) for told in studied if told.judged()]
    weights, bias = fit(reduce(add, moments), STRENGTH)
    plain = Pairing(dict(zip(names, weights, strict=True)), bias, 0.0)
    return replace(plain, threshold=best_threshold(tried, plain))


def best_threshold(tried: Sequence[Told], pairing: Pairing) -> float:
    """Return the score from which proposing gives the best F1."""
    ranked = sorted((decision for told in tried for decision in decisions(told, pairing)), reverse=True)
    wanted, right, best, threshold = sum(told.wanted for told in tried), 0, 0.0, 1.0
    for count, (score, is_right) in enumerate(ranked, start=1):
        right += is_right
        if 2 * right / (count + wanted) > best:
            best, threshold = 2 * right / (count + wanted), score
    return threshold


def decisions(told: Told, pairing: Pairing) -> Iterator[Decision]:
    """Yield what could be proposed: of each line its best head; of single labelled pairs, each."""
    if told.asked:
        yield from ((pairing.score(told.found[pair]), same) for pair, same in told.judged())
        return
    best: dict[int, tuple[float, int]] = {}
    for (one, other), found in told.found.items():
        if other not in told.open:
            best[other] = max(best.get(other, (-1e9, 0)), (pairing.score(found), one))
    for line, (score, head) in best.items():
        same = told.family(head) == told.family(line)
        if line in told.heads or not same:
            yield score, same


def cross_validated(measured: Sequence[Told], helping: Sequence[Told], seed: int) -> list[Pairing]:
    """Return, for each measured article, weights and a threshold learned without it.

    Args:
        helping: articles that are learned from, too, unless they are the same as one that is left out.
    """
    order = list(range(len(measured)))
    random.Random(seed).shuffle(order)
    found: dict[int, Pairing] = {}
    for fold in range(FOLDS):
        out = {measured[nth].name for nth in order[fold::FOLDS]}
        kept = [told for told in measured if told.name not in out]
        pairing = _learned([*kept, *(told for told in helping if told.name not in out)], kept)
        found.update(dict.fromkeys(order[fold::FOLDS], pairing))
    return [found[nth] for nth in range(len(measured))]


_KNOWN: dict[tuple[int, tuple[str, ...]], Moments] = {}


def _moments(told: Told, names: tuple[str, ...]) -> Moments:
    key = id(told), names
    if key not in _KNOWN:
        judged = [(pair, same) for pair, same in told.judged() for _ in range(COUNTED if same else 1)]
        found = [[told.found[pair].get(name, 0.0) for name in names] for pair, _ in judged]
        _KNOWN[key] = Moments.of(found, [float(same) for _, same in judged])
    return _KNOWN[key]


def main() -> None:
    """Write the weights that ship."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning.repeats", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data")
    data = parser.parse_args().data
    measured, helping = [*newsgold(data), *labelled_pairs(data)], read_whole(data)
    if not measured or not helping:
        parser.error("the labelled articles are not there; nothing was written")
    pairing = _learned([*measured, *helping], measured)
    studied = [*measured, *helping]
    card = {
        "about": "Weights by which two sentences are held to tell the same. "
        "Made by python -m benchmarks.learning.repeats.",
        "learned_from": f"{sum(len(told.judged()) for told in studied)} pairs of sentences in "
        f"{len({told.name for told in studied})} news articles, {sum(told.wanted for told in studied)} of which tell "
        "the same; weights of features only, no words of the texts",
        "bias": round(pairing.bias, 5),
        "threshold": round(pairing.threshold, 5),
        "features": {name: round(value, 5) for name, value in pairing.features.items()},
    }
    ship("repeats.json", card, 2)


if __name__ == "__main__":
    main()

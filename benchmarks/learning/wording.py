"""The weights of ``rules.suggestions.wording``, learned from the ClaimBuster sentences of presidential debates.

``python -m benchmarks.learning.wording`` writes ``resources/rules/wording.json`` anew. Names are left out: a
word that mostly has a capital inside sentences says who was debating, not how a claim is worded.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.data import BESIDE
from benchmarks.learning.debates import CREDIT, TAUGHT, told_by
from benchmarks.learning.shipping import ship
from factdesk.rules.suggestions.wording import listed
from factdesk.text.lexicon import tokens

_FILE, _SOURCE = TAUGHT
_LEAST = 20
"""Sentences a word must stand in."""
_EPOCHS, _RATE, _PENALTY = 10, 0.5, 1e-5

Example = tuple[tuple[str, ...], bool]
"""The different words of a sentence, and whether people called it a factual claim worth checking."""


def examples(path: Path) -> list[Example]:
    """Return the labelled sentences, without names and rare words; none where there is no such file."""
    rows = [(row["sentence"], row["label"] == "1") for row in told_by(_SOURCE, path)]
    count: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for sentence, _ in rows:
        found = tokens(sentence)
        count.update(listed(word for word, _, _ in found))
        capitals.update(word for word, start, _ in found[1:] if sentence[start].isupper())
    known = {word for word, times in count.items() if times >= _LEAST and 2 * capitals[word] < times}
    return [(tuple(sorted(listed(word for word, _, _ in tokens(sentence)) & known)), label) for sentence, label in rows]


def learned(taught: Sequence[Example]) -> dict[str, float]:
    """Return word → weight: logistic regression by stochastic descent with steps that shrink for each word."""
    weights: dict[str, float] = {}
    seen: dict[str, float] = {}
    bias = 0.0
    order = list(taught)
    shuffle = random.Random(0).shuffle
    for epoch in range(_EPOCHS):
        shuffle(order)
        for words, label in order:
            value = 1 / math.sqrt(len(words) or 1)
            odds = bias + value * sum(weights.get(word, 0.0) for word in words)
            wrong = 1 / (1 + math.exp(-odds)) - label
            bias -= 0.05 * wrong / (1 + epoch)
            for word in words:
                step = wrong * value + _PENALTY * weights.get(word, 0.0)
                seen[word] = seen.get(word, 1e-3) + step * step
                weights[word] = weights.get(word, 0.0) - _RATE * step / math.sqrt(seen[word])
    return weights


def main() -> None:
    """Write the weights that ship."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning.wording", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data")
    taught = examples(parser.parse_args().data / _FILE)
    if not taught:
        parser.error(f"{_FILE} is not there; nothing was written")
    weights = learned(taught)
    card = {
        "about": "How much a word makes a sentence one to check. Made by python -m benchmarks.learning.wording.",
        "learned_from": f"{len(taught)} sentences of the ClaimBuster data set, names left out",
        **CREDIT,
        "words": {word: round(weights[word], 2) for word in sorted(weights)},
    }
    ship("wording.json", card, 0)


if __name__ == "__main__":
    main()

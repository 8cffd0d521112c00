"""The weights of ``factdesk.rules.suggestions.debates``, learned from the ClaimBuster sentences that a crowd labelled.

``python -m benchmarks.learning.debates`` writes ``resources/rules/debates.json`` anew, in plain Python, in half a
minute. Names are left out: who debated says nothing about the next debate. Rows that
experts labelled are never learned from.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import BESIDE
from benchmarks.learning.shipping import ship
from factdesk.model.version import Block, BlockKind
from factdesk.rules.sentences.signs import sentences_of
from factdesk.rules.suggestions.debates import DebateWeights, terms
from factdesk.text.lexicon import tokens
from factdesk.text.spans import Span

TAUGHT = "checkworthy_train.tsv", "claimbuster_crowdsourced"
HELD_OUT = "checkworthy_dev.tsv", "claimbuster_groundtruth"
"""File and source of the rows that are learned from, and of those that are only measured on."""

CREDIT = {
    "cite": "Arslan, Hassan, Li, Tremayne (2020): A Benchmark Dataset of Check-worthy Factual Claims. ICWSM 2020.",
    "licence": "CC BY 4.0",
}
"""What every file learned from these rows says of them."""

_LEAST = 10
"""Sentences a term must stand in; with 3, 5 and 10 the order is the same to within a point."""
_LOOSENESS, _RATE, _EPOCHS = 3.0, 2.0, 10
"""Chosen by holding out eight debates of the taught ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled sentence of a debate.

    Attributes:
        found: its terms.
        names: its words that have a capital though they do not begin it.
        checked: people called it a factual claim worth checking.
    """

    debate: str
    sentence: str
    found: frozenset[str]
    names: frozenset[str]
    checked: bool


def labelled(data: Path, part: tuple[str, str]) -> list[Row]:
    """Return the rows of one source; none where the file is absent."""
    return [_row(row) for row in told_by(part[1], data / part[0])]


def told_by(source: str, path: Path) -> list[dict[str, str]]:
    """Return the rows of one source in a file of labelled sentences; none where there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["source"] == source]


def _row(row: dict[str, str]) -> Row:
    sentence = row["sentence"]
    listed = tokens(sentence)
    whole = Block(span=Span(0, len(sentence)), kind=BlockKind.PARAGRAPH)
    codes = {sign.code for part in sentences_of(sentence, whole, wording=True) for sign in part.signs}
    names = frozenset(word for word, start, _ in listed[1:] if sentence[start].isupper() and word != "i")
    found = terms([word for word, _, _ in listed], codes)
    return Row(row["doc_id"], sentence, found, names, row["label"] == "1")


def learned(taught: Sequence[Row]) -> DebateWeights:
    """Return the weights: logistic regression with a penalty on squares, by stochastic descent with shrinking steps."""
    known = _known(taught)
    rows = [(tuple(sorted(row.found & known)), row.checked) for row in taught]
    penalty = 1 / (_LOOSENESS * len(rows))
    weights, bias, scale, step = dict.fromkeys(sorted(known), 0.0), 0.0, 1.0, 0
    shuffle = random.Random(0).shuffle
    for _ in range(_EPOCHS):
        shuffle(rows)
        for found, checked in rows:
            rate = _RATE / (1 + penalty * _RATE * step)
            step += 1
            value = 1 / math.sqrt(len(found) or 1)
            odds = bias + scale * value * sum([weights[term] for term in found])
            wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - checked
            scale *= 1 - rate * penalty
            for term in found:
                weights[term] -= rate * wrong * value / scale
            bias -= rate * wrong / 10
    return DebateWeights({term: scale * weight for term, weight in weights.items()}, bias)


def _known(taught: Iterable[Row]) -> frozenset[str]:
    """Return the terms that are common enough and hold no name."""
    count: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for row in taught:
        count.update(row.found)
        capitals.update(row.names)
    return frozenset(
        term
        for term, times in count.items()
        if times >= _LEAST and not any(2 * capitals[word] >= count[word] for word in term.split())
    )


def main() -> None:
    """Write the weights that ship."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning.debates", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data")
    taught = labelled(parser.parse_args().data, TAUGHT)
    if not taught:
        parser.error(f"{TAUGHT[0]} is not there; nothing was written")
    weights = learned(taught)
    card = {
        "about": "How much words make a spoken sentence one to check. Made by python -m benchmarks.learning.debates.",
        "learned_from": f"{len(taught)} sentences of the ClaimBuster data set that a crowd labelled, names left out",
        **CREDIT,
        "bias": round(weights.bias, 3),
        "terms": {term: round(weights.terms[term], 2) for term in sorted(weights.terms)},
    }
    ship("debates.json", card, 0)


if __name__ == "__main__":
    main()

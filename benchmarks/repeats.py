"""Statements told more than once: pairs labelled by two annotators and by hand, and the weights learned of them.

``python -m benchmarks.repeats`` writes ``resources/rules/repeats.json`` anew from all of them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from benchmarks.data import BESIDE, rows
from benchmarks.newsgold import FILES, most_overlapping
from benchmarks.ridge import Moments, fit
from factdesk.assets import resource
from factdesk.readers.formats import read_text
from factdesk.rules.article import read_article
from factdesk.rules.likeness import Comparison, passage_of
from factdesk.rules.repeats import Pairing
from factdesk.text.spans import Span

LABELS = Path(__file__).parent / "quality" / "repeats.json"
"""Pairs of sentences of articles of ``extraction/``: the article's name there, two spans of its body, and whether
one verdict serves both. Chosen by likeness, three an article at most, and labelled by reading them."""
STRENGTH = 300.0
"""Of the penalty; chosen among 1, 10, 30, 100 and 300 by cross-validation, where they hardly differ."""
FOLDS = 8

Pair = tuple[int, int]


@dataclass(slots=True)
class Told:
    """The pairs of one article.

    Attributes:
        found: features of each pair the program compares, by labelled sentence.
        same: pairs that tell the same.
        asked: the only pairs that are labelled; None where all are.
        unsure: pairs that are neither right nor wrong.
    """

    found: dict[Pair, dict[str, float]]
    same: frozenset[Pair]
    asked: frozenset[Pair] | None = None
    unsure: frozenset[Pair] = field(default_factory=frozenset)

    @property
    def judged(self) -> list[Pair]:
        return [p for p in self.found if p not in self.unsure and (self.asked is None or p in self.asked)]


def newsgold_pairs(data: Path) -> list[Told]:
    """Return every pair of the newsgold articles."""
    return [_labelled_twice(row) for name in FILES for row in rows(data / name)]


def own_pairs(data: Path) -> list[Told]:
    """Return the pairs labelled by hand; none where the articles are absent."""
    path = data / "extraction" / "ground-truth.json"
    if not path.is_file():
        return []
    bodies = json.loads(path.read_text(encoding="utf-8"))
    by_article: dict[str, list[dict[str, Any]]] = {}
    for label in json.loads(LABELS.read_text(encoding="utf-8")):
        by_article.setdefault(label["article"], []).append(label)
    return [_labelled_by_hand(bodies[name]["articleBody"], labels) for name, labels in by_article.items()]


def _labelled_twice(row: dict[str, Any]) -> Told:
    """Read ``repeat_of``: a pair is a telling with the head that both annotators name for it.

    What one annotator alone names, and two tellings of one head, are neither right nor wrong.
    """
    lines = row["sentences"]
    spans = [Span(line["start"], line["end"]) for line in lines]
    same: set[Pair] = set()
    unsure: set[Pair] = set()
    tellings: defaultdict[int, set[int]] = defaultdict(set)
    for nth, line in enumerate(lines):
        one, other = line["repeat_of"]
        if one is not None and one == other:
            same.add(_pair(one, nth))
            tellings[one].add(nth)
        else:
            unsure |= {_pair(at, nth) for at in (one, other) if at is not None}
    for head, told in tellings.items():
        family = sorted(told | tellings.get(head, set()))
        unsure |= {(a, b) for nth, a in enumerate(family) for b in family[nth + 1 :]}
    return Told(_compared(row["text"], spans), frozenset(same), None, frozenset(unsure - same))


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _labelled_by_hand(body: str, labels: list[dict[str, Any]]) -> Told:
    spans = sorted({Span(*label[side]) for label in labels for side in ("first", "second")})
    at = {span: nth for nth, span in enumerate(spans)}
    pairs = {(at[Span(*label["first"])], at[Span(*label["second"])]): label["same"] for label in labels}
    return Told(_compared(body, spans), frozenset(p for p, same in pairs.items() if same), frozenset(pairs))


def _compared(text: str, labelled: list[Span]) -> dict[Pair, dict[str, float]]:
    """Compare as the program does, and tell the pairs by the labelled sentences they overlap most."""
    draft = read_text(text)
    own = read_article(draft.text, draft.blocks, draft.furniture, wording=True).proper
    comparison = Comparison([passage_of(draft.text, sentence) for sentence in own])
    match = [most_overlapping(labelled, sentence.span) for sentence in own]
    found: dict[Pair, dict[str, float]] = {}
    for one, other in comparison.candidates():
        a, b = match[one], match[other]
        if a is not None and b is not None and a < b:
            found.setdefault((a, b), comparison.features(one, other))
    return found


def learned(studied: Sequence[Told]) -> Pairing:
    """Return the weights learned from these articles, with the threshold that serves them best."""
    names = sorted({name for told in studied for found in told.found.values() for name in found})
    weights, bias = fit(reduce(add, [_moments(told, names) for told in studied if told.judged]), STRENGTH)
    plain = Pairing(dict(zip(names, weights, strict=True)), bias, 0.0)
    return Pairing(plain.features, bias, best_threshold(studied, [scores(told, plain) for told in studied]))


def scores(told: Told, pairing: Pairing) -> dict[Pair, float]:
    """Return the score of each pair that is judged."""
    return {pair: pairing.score(told.found[pair]) for pair in told.judged}


def best_threshold(studied: Sequence[Told], scored: Sequence[dict[Pair, float]]) -> float:
    """Return the score from which proposing gives the best F1."""
    both = zip(studied, scored, strict=True)
    ranked = sorted(((s, pair in told.same) for told, found in both for pair, s in found.items()), reverse=True)
    wanted, right, best, threshold = sum(len(told.same) for told in studied), 0, 0.0, 1.0
    for count, (score, same) in enumerate(ranked, start=1):
        right += same
        if 2 * right / (count + wanted) > best:
            best, threshold = 2 * right / (count + wanted), score
    return threshold


def cross_validated(studied: Sequence[Told], seed: int) -> list[dict[Pair, bool]]:
    """Return what would be proposed in each article by weights and a threshold learned from the other folds only."""
    order = list(range(len(studied)))
    random.Random(seed).shuffle(order)
    found: list[dict[Pair, bool]] = [{} for _ in studied]
    for fold in range(FOLDS):
        held_out = set(order[fold::FOLDS])
        pairing = learned([told for nth, told in enumerate(studied) if nth not in held_out])
        for nth in held_out:
            found[nth] = {pair: s >= pairing.threshold for pair, s in scores(studied[nth], pairing).items()}
    return found


def f1(studied: Sequence[Told], proposed: Sequence[dict[Pair, bool]]) -> float:
    """Return the pairwise F1 of what was proposed; what was never compared counts as missed."""
    both = zip(studied, proposed, strict=True)
    right = sum(yes and pair in told.same for told, found in both for pair, yes in found.items())
    said = sum(yes for found in proposed for yes in found.values())
    return 2 * right / max(1, said + sum(len(told.same) for told in studied))


def _moments(told: Told, names: Sequence[str]) -> Moments:
    pairs = told.judged
    found = [[told.found[pair].get(name, 0.0) for name in names] for pair in pairs]
    return Moments.of(found, [float(pair in told.same) for pair in pairs])


def main() -> None:
    """Write the weights that ship."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.repeats", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data")
    data = parser.parse_args().data
    studied = [*newsgold_pairs(data), *own_pairs(data)]
    if not studied:
        parser.error("the labelled articles are not there; nothing was written")
    pairing = learned(studied)
    card = {
        "about": "Weights by which two sentences are held to tell the same. Made by python -m benchmarks.repeats.",
        "learned_from": f"{sum(len(told.judged) for told in studied)} pairs of sentences in {len(studied)} news "
        "articles; weights of features only, no words of the texts",
        "bias": round(pairing.bias, 5),
        "threshold": round(pairing.threshold, 5),
        "features": {name: round(value, 5) for name, value in pairing.features.items()},
    }
    path = resource("rules", "repeats.json")
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()

"""The ranking's weights: learned from the newsgold labels, measured by cross-validation over articles.

``python -m benchmarks.learning.ranking`` writes ``resources/rules/ranking.json`` anew from all articles.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from benchmarks.data import BESIDE
from benchmarks.learning.ridge import Moments, fit
from benchmarks.learning.shipping import ship
from benchmarks.newsgold import GoldArticle, gold_articles, most_overlapping
from factdesk.rules.sentences.article import read_article
from factdesk.rules.suggestions.features import Features, features
from factdesk.rules.suggestions.ranking import Weights, score

STRENGTH = 300.0
"""Of the penalty; chosen among 100, 200, 300 and 600 by cross-validation, where they hardly differ."""
FOLDS = 8
LEADS, LEAD = "leads", 0.25
"""The feature of headline and first sentence, and its weight. Squares do not see who stands first, so it is not
learned but chosen by cross-validated AP and nDCG: .25 was best of .1 … .4 and 0, by .004 and .001."""

_STEEPNESS, _MIDDLE = 0.9, 4.5
"""How an expected gain of 1 … 8 becomes a score: 4.5 lies between "check it" and "check it first"."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article as the ranking sees it.

    Attributes:
        found: the features of each sentence the program found.
        words: the words of each of them, in lower case.
        gains: of the priority of the labelled sentence it overlaps most (``gain``).
        matches: for each labelled sentence, which found sentence overlaps it most.
    """

    article: GoldArticle
    found: list[Features]
    words: list[tuple[str, ...]]
    gains: list[float]
    matches: list[int | None]


def lessons(data: Path) -> list[Lesson]:
    """Return the newsgold articles with their features."""
    return lessons_of(gold_articles(data))


def lessons_of(articles: Iterable[GoldArticle]) -> list[Lesson]:
    """Return ``articles`` with their features."""
    found: list[Lesson] = []
    for article in articles:
        draft = article.draft
        own = read_article(draft.text, draft.blocks, draft.furniture, wording=True).proper
        spans = [sentence.span for sentence in own]
        wanted = [line.span for line in article.lines]
        labelled = [most_overlapping(wanted, span) for span in spans]
        gains = [gain(article.lines[nth].priority) if nth is not None else gain(0) for nth in labelled]
        matches = [most_overlapping(spans, span) for span in wanted]
        weighed = list(features(draft.text, own, wording=True))
        found.append(Lesson(article, weighed, [s.words for s in own], gains, matches))
    return found


def gain(priority: float) -> float:
    """Return what is learned for a priority: doubled at each step, and a little for the step itself."""
    return 0.75 * (math.exp2(priority) + priority)


def learned(studied: Sequence[Lesson]) -> Weights:
    """Return the weights learned from these articles."""
    names = names_of(studied)
    return weights_of(names, reduce(add, [moments_of(lesson, names) for lesson in studied]))


def cross_validated(studied: Sequence[Lesson], seed: int) -> list[list[float]]:
    """Return the scores of each article's found sentences, by weights learned from the other folds only."""
    names = names_of(studied)
    moments = [moments_of(lesson, names) for lesson in studied]
    found: list[list[float]] = [[] for _ in studied]
    for order, held_out in folds(len(studied), seed):
        weights = weights_of(names, reduce(add, [moments[nth] for nth in order]))
        for nth in held_out:
            lesson = studied[nth]
            found[nth] = [score(own, weights) for own in lesson.found]
    return found


def folds(count: int, seed: int) -> Iterator[tuple[list[int], list[int]]]:
    """Yield which of ``count`` articles are learned from and which are held out, ``FOLDS`` times."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    for fold in range(FOLDS):
        held_out = order[fold::FOLDS]
        yield [nth for nth in order if nth not in held_out], held_out


def names_of(studied: Sequence[Lesson]) -> list[str]:
    """Return the features whose weights are learned, sorted."""
    return sorted({name for lesson in studied for own in lesson.found for name in own} - {LEADS})


def moments_of(lesson: Lesson, names: Sequence[str]) -> Moments:
    """Return what ridge regression needs to know of one article."""
    return Moments.of([[own.get(name, 0.0) for name in names] for own in lesson.found], lesson.gains)


def weights_of(names: Sequence[str], moments: Moments, strength: float = STRENGTH) -> Weights:
    """Return the weights of the features ``names``, learned from ``moments`` of their columns."""
    weights, bias = fit(moments, strength)
    steep = [_STEEPNESS * weight for weight in weights]
    return Weights(dict(zip(names, steep, strict=True)) | {LEADS: LEAD}, _STEEPNESS * (bias - _MIDDLE))


def main() -> None:
    """Write the weights that ship."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning.ranking", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data")
    studied = lessons(parser.parse_args().data)
    if not studied:
        parser.error("the newsgold files are not there; nothing was written")
    weights = learned(studied)
    card = {
        "about": "Weights of the ranking. Made by python -m benchmarks.learning.ranking; "
        "docs/quality.md has the figures.",
        "learned_from": f"priorities of {sum(len(x.article.lines) for x in studied)} labelled sentences in "
        f"{len(studied)} news articles; weights of features only, no words of the texts",
        "bias": round(weights.bias, 4),
        "features": {name: round(value, 4) for name, value in weights.features.items()},
    }
    ship("ranking.json", card, 2)


if __name__ == "__main__":
    main()

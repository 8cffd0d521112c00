"""Quality of the first suggestions on the newsgold articles: kinds, and what is ranked first."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.newsgold import FILES, GROUP, GoldArticle, gold_articles, most_overlapping
from benchmarks.ranking import FOLDS, Lesson, cross_validated, lessons
from benchmarks.results import Result
from factdesk.rules.suggest import suggest

Measure = Callable[[Sequence[float], Sequence[float]], float | None]
"""(scores, priorities) of one article → figure; None where it has nothing to find."""

_SEEDS = (1, 2, 3)
_FIRST = 2.5
"""Priority from which a sentence is among those to check first."""
_KIND_BARS = {"claim-like": 0.95, "heading or question": 0.90, "furniture": 0.80}
_BARS = {"AP": 0.624, "nDCG@10": 0.818}
"""What hand rules reach on these articles by the data's own card; this version must be no worse."""


def measure(data: Path) -> list[Result]:
    """Measure kinds as shipped, and the ranking by cross-validation over articles."""
    articles = gold_articles(data)
    if not articles:
        return [Result("suggestions", None, "", note=f"no {' or '.join(FILES)} in {data}")]
    return [*_kinds(articles), *_ranking(lessons(data))]


def _kinds(articles: Sequence[GoldArticle]) -> list[Result]:
    """A proposal is right when one annotator agrees, and missed when both say otherwise."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for article in articles:
        draft = article.draft
        proposals = suggest(draft.text, draft.blocks, draft.furniture, language="en")
        spans = [proposal.span for proposal in proposals]
        for line in article.lines:
            nth = most_overlapping(spans, line.span)
            ours = GROUP[proposals[nth].kind] if nth is not None else ""
            gold = {GROUP[kind] for kind in line.kinds}
            count.update(gold)
            (right if ours in gold else wrong)[ours] += 1
            if len(gold) == 1 and ours not in gold:
                missed.update(gold)
    return [
        Result(
            f"kind, {group}",
            2 * right[group] / (2 * right[group] + wrong[group] + missed[group]),
            "F1",
            bar=_KIND_BARS.get(group),
            note=f"{count[group]} sentences",
        )
        for group in dict.fromkeys(GROUP.values())
    ]


def _ranking(studied: Sequence[Lesson]) -> list[Result]:
    runs = [cross_validated(studied, seed) for seed in _SEEDS]
    in_order = [[-float(nth) for nth in range(len(lesson.found))] for lesson in studied]
    found: list[Result] = []
    for unit, figure in (("AP", average_precision), ("nDCG@10", ndcg)):
        for headings in (True, False):
            per_run = [_per_article(studied, run, figure, headings=headings) for run in runs]
            means = [fmean(values) for values in zip(*per_run, strict=True)]
            low, high = _interval(means)
            name = "ranking" if headings else "ranking without headings"
            note = f"{len(means)} articles, {FOLDS} folds × {len(_SEEDS)}, 95% {low:.3f}–{high:.3f}"
            order = fmean(_per_article(studied, in_order, figure, headings=headings))
            found.append(Result(name, fmean(means), unit, order, _BARS[unit] if headings else None, note))
    return found


def _per_article(
    studied: Sequence[Lesson], scores: Sequence[Sequence[float]], figure: Measure, *, headings: bool
) -> list[float]:
    found: list[float] = []
    for lesson, own in zip(studied, scores, strict=True):
        pairs = [
            (own[nth] if nth is not None else -math.inf, line.priority)
            for nth, line in zip(lesson.matches, lesson.article.lines, strict=True)
            if headings or line.kinds[0] != "heading"
        ]
        value = figure([score for score, _ in pairs], [priority for _, priority in pairs])
        if value is not None:
            found.append(value)
    return found


def average_precision(scores: Sequence[float], priorities: Sequence[float]) -> float | None:
    """Return the mean precision at each sentence to check first; equal scores keep reading order."""
    hits, precisions = 0, []
    for place, nth in enumerate(sorted(range(len(scores)), key=lambda nth: -scores[nth]), start=1):
        if priorities[nth] >= _FIRST:
            hits += 1
            precisions.append(hits / place)
    return fmean(precisions) if precisions else None


def ndcg(scores: Sequence[float], priorities: Sequence[float]) -> float | None:
    """Return the discounted gain of the first ten, as a share of the best there could be."""
    order = sorted(range(len(scores)), key=lambda nth: -scores[nth])
    best = _gain(sorted(priorities, reverse=True))
    return _gain([priorities[nth] for nth in order]) / best if best else None


def _gain(priorities: Sequence[float]) -> float:
    return sum((2**value - 1) / math.log2(place + 1) for place, value in enumerate(priorities[:10], start=1))


def _interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95% bootstrap interval of the mean over articles."""
    draw = random.Random(0)
    means = sorted(fmean(draw.choices(values, k=len(values))) for _ in range(1000))
    return means[25], means[974]

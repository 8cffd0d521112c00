"""What is ranked first in news, on the newsgold articles: cross-validated over articles."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.newsgold import FILES
from benchmarks.quality.measures import FIRST, average_precision, interval, ndcg
from benchmarks.ranking import FOLDS, Lesson, cross_validated, lessons
from benchmarks.results import CARD, OURS, RERUN, Result

Scores = Sequence[Sequence[float]]
"""For each article, the score of each sentence the program found."""

_SEEDS = (1, 2, 3)
_BARS = {"AP": 0.72, "nDCG@10": 0.87}
_CARD = {
    "hand rules": (0.624, 0.818),
    "TF-IDF model of debates": (0.608, 0.804),
    "logistic regression on 30 rule features": (0.69, 0.855),
}
"""Method → AP and nDCG@10, as the data's own card gives them."""


def measure(data: Path) -> list[Result]:
    """Measure the ranking by weights that never saw the article, beside its baselines."""
    studied = lessons(data)
    if not studied:
        return [Result("ranking, news", None, "AP", note=f"no {' or '.join(FILES)} in {data}")]
    runs = [cross_validated(studied, seed) for seed in _SEEDS]
    in_order = [[-float(nth) for nth in range(len(lesson.found))] for lesson in studied]
    found: list[Result] = []
    for nth, (unit, figure) in enumerate((("AP", _ap), ("nDCG@10", ndcg))):
        for headings in (True, False):
            per_run = [_per_article(studied, run, figure, headings=headings) for run in runs]
            means = [fmean(values) for values in zip(*per_run, strict=True)]
            low, high = interval(means)
            name = "ranking, news" if headings else "ranking, news without headings"
            note = f"{len(means)} articles, {FOLDS} folds × {len(_SEEDS)}, 95% {low:.3f}–{high:.3f}"
            order = fmean(_per_article(studied, in_order, figure, headings=headings))
            bar = _BARS[unit] if headings else None
            found.append(Result(name, fmean(means), unit, order, bar, note, OURS))
            if headings:
                found.append(Result("ranking, news: order in the text", order, unit, by=RERUN))
        found += [Result(f"ranking, news: {name}", value[nth], unit, by=CARD) for name, value in _CARD.items()]
    return found


def _ap(scores: Sequence[float], priorities: Sequence[float]) -> float | None:
    return average_precision(scores, [priority >= FIRST for priority in priorities])


def _per_article(
    studied: Sequence[Lesson],
    scores: Scores,
    figure: Callable[[Sequence[float], Sequence[float]], float | None],
    *,
    headings: bool,
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

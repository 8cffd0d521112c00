"""What is ranked first in news, on the newsgold articles: cross-validated over articles."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.learning.opinions import readings
from benchmarks.learning.ranking import FOLDS, Lesson, cross_validated, learned, lessons, lessons_of
from benchmarks.newsgold import FILES, GoldArticle
from benchmarks.quality.as_labelled import as_labelled
from benchmarks.quality.baselines import debate_words, rule_features
from benchmarks.quality.measures import FIRST, average_precision, interval, ndcg
from benchmarks.quality.nested import nested
from benchmarks.results import CARD, OURS, RERUN, Result
from factdesk.rules.suggestions.features import Features
from factdesk.rules.suggestions.ranking import score

Scores = Sequence[Sequence[float]]
"""For each article, the score of each sentence the program found."""

_SEEDS = (1, 2, 3)
_NAME = "ranking, news"
_AS_LABELLED = f"{_NAME}, sentences as labelled"
_BARS = {"AP": 0.72, "nDCG@10": 0.87}
_HAND = (
    "number", "money", "share", "date", "named-source", "unnamed-source", "accusation", "harm", "trend", "superlative",
    "in-headline", "early", "central", "near-opening",
)  # fmt: skip
"""Features that hand rules would count, each as much as the other."""
_AGAINST = ("asks", "opinion-words", "self", "reader")
_CARD = {
    "order in the text": (0.527, 0.707),
    "hand rules": (0.624, 0.818),
    "TF-IDF model of debates": (0.608, 0.804),
    "logistic regression on 30 rule features": (0.69, 0.855),
}
"""Method → AP and nDCG@10, as the data's own card gives them."""


def measure(data: Path) -> list[Result]:
    """Measure the ranking by weights that never saw the article, beside its baselines."""
    studied = lessons(data)
    if not studied:
        return [Result(_NAME, None, "AP", note=f"no {' or '.join(FILES)} in {data}")]
    given, words = as_labelled(data), debate_words(data)
    runs = [cross_validated(studied, seed) for seed in _SEEDS]
    simple = _simple(studied) | _learned(studied, words)
    labelled = _simple(given) | _learned(given, words)
    in_order, chosen_anew = simple["order in the text"], _chosen_anew(studied)
    ours_as_labelled = cross_validated(given, _SEEDS[0])
    found: list[Result] = []
    for nth, (unit, figure) in enumerate((("AP", _ap), ("nDCG@10", ndcg))):
        for headings in (True, False):
            per_run = [_per_article(studied, run, figure, headings=headings) for run in runs]
            means = [fmean(values) for values in zip(*per_run, strict=True)]
            name = _NAME if headings else f"{_NAME} without headings"
            note = _note(means, f"{FOLDS} folds × {len(_SEEDS)}")
            order = fmean(_per_article(studied, in_order, figure, headings=headings))
            found.append(Result(name, fmean(means), unit, order, _BARS[unit] if headings else None, note, OURS))
        for name, articles, scores in (
            (f"{_NAME}: penalty and features chosen anew", studied, chosen_anew),
            (_AS_LABELLED, given, ours_as_labelled),
        ):
            values = _per_article(articles, scores, figure, headings=True)
            found.append(Result(name, fmean(values), unit, note=_note(values, f"{FOLDS} folds"), by=OURS))
        for name, articles, baselines in ((_NAME, studied, simple), (_AS_LABELLED, given, labelled)):
            for baseline, scores in baselines.items():
                value = fmean(_per_article(articles, scores, figure, headings=True))
                found.append(Result(f"{name}: {baseline}", value, unit, by=RERUN))
        found += [Result(f"{_NAME}: {name}", value[nth], unit, by=CARD) for name, value in _CARD.items()]
    return found + _on_others(studied, data)


def _on_others(studied: Sequence[Lesson], data: Path) -> list[Result]:
    """Measure weights of newsgold on the articles that were read for opinions, which no ranking was chosen by."""
    others = lessons_of(GoldArticle("", draft, tuple(lines)) for draft, lines in readings(data))
    if not others:
        return []
    weights = learned(studied)
    rankings: dict[str, Scores] = {"": [[score(own, weights) for own in lesson.found] for lesson in others]}
    rankings |= {f": {name}": scores for name, scores in _simple(others).items()}
    found = []
    for unit, figure in (("AP", _ap), ("nDCG@10", ndcg)):
        for name, scores in rankings.items():
            values = _per_article(others, scores, figure, headings=True)
            by, note = (RERUN, "") if name else (OURS, _note(values, "read by one"))
            found.append(Result(f"{_NAME}, other articles{name}", fmean(values), unit, by=by, note=note))
    return found


def _note(values: Sequence[float], how: str) -> str:
    low, high = interval(values)
    return f"{len(values)} articles, {how}, 95% {low:.3f}–{high:.3f}"


def _simple(studied: Sequence[Lesson]) -> dict[str, Scores]:
    """Return the scores of rankings that learn nothing from these articles."""
    chance = random.Random(0).random
    return {
        "chance": [[chance() for _ in lesson.found] for lesson in studied],
        "order in the text": [[-float(nth) for nth in range(len(lesson.found))] for lesson in studied],
        "words of debates alone": [[own["wording"] for own in lesson.found] for lesson in studied],
        "hand rules, counted": [[counted(own) for own in lesson.found] for lesson in studied],
    }


def _learned(studied: Sequence[Lesson], words: Callable[[Sequence[str]], float] | None) -> dict[str, Scores]:
    """Return the scores of rankings that learn: from debates (``debate_words``), or from the other articles."""
    found: dict[str, Scores] = {"logistic regression on 30 rule features": rule_features(studied, _SEEDS[0])}
    if words is not None:
        found["TF-IDF model of debates"] = [[words(one) for one in lesson.words] for lesson in studied]
    return found


def _chosen_anew(studied: Sequence[Lesson]) -> Scores:
    """Return our scores where penalty and features, too, are chosen without the article, for AP and nDCG@10 alike."""

    def both(articles: Sequence[int], found: Mapping[int, Sequence[float]]) -> float:
        part = [studied[nth] for nth in articles]
        scores = [found[nth] for nth in articles]
        return sum(fmean(_per_article(part, scores, figure, headings=True)) for figure in (_ap, ndcg))

    return nested(studied, _SEEDS[0], both)


def counted(own: Features) -> float:
    """Return what hand rules make of a sentence: signs for it less signs against it."""
    return sum(own.get(name, 0.0) for name in _HAND) - sum(own.get(name, 0.0) for name in _AGAINST)


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

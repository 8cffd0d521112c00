"""Learning from the desk: simulated checkers decide some articles, and the ranking of the others is measured.

Scores come from weights that never saw an article (``benchmarks.learning.ranking``). A checker wants what the
annotators put first, or has a taste of its own among checkable sentences; one decides by a coin. What is learned must
help those with a taste, and never hurt anyone by more than noise.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.learning.ranking import Lesson, cross_validated, lessons
from benchmarks.newsgold import FILES
from benchmarks.quality.measures import FIRST, average_precision, interval
from benchmarks.results import OURS, Result
from factdesk.rules.suggestions.learning import Decided, habits, moved_score, steps
from factdesk.rules.suggestions.reasons import REASONS

_STUDIED = 14
"""Articles decided before: a quarter."""
_SHUFFLES = 8
_CHECKABLE = 2.0

Sentence = tuple[frozenset[str], float]
"""Reason codes and priority of one sentence."""


def _with(*codes: str) -> Callable[[Sentence], bool]:
    return lambda one: one[1] >= _CHECKABLE and not one[0].isdisjoint(codes)


def _luck(one: Sentence) -> float:
    return random.Random(repr((sorted(one[0]), one[1]))).random()


_FIGURES = _with("number", "money", "share")

CHECKERS: dict[str, Callable[[Sentence], bool]] = {
    "what the annotators put first": lambda one: one[1] >= FIRST,
    "figures and sums": _FIGURES,
    "accusations and harm": _with("accusation", "harm"),
    "who said it": _with("quote", "named-source", "unnamed-source", "attributed"),
    "figures, one in five decided otherwise": lambda one: _FIGURES(one) != (_luck(one) < 0.2),
    "by a coin": lambda one: _luck(one) < 0.5,
}


def measure(data: Path) -> list[Result]:
    """Measure for each checker the average precision on later articles, with what was learned and without."""
    studied = lessons(data)
    if not studied:
        return [Result("learning", None, "AP", note=f"no {' or '.join(FILES)} in {data}")]
    scores = cross_validated(studied, seed=1)
    return [_measured(name, wants, studied, scores) for name, wants in CHECKERS.items()]


def _measured(
    name: str, wants: Callable[[Sentence], bool], studied: Sequence[Lesson], scores: Sequence[Sequence[float]]
) -> Result:
    articles = [
        [
            (codes, score, wants((codes, priority)))
            for (codes, priority), score in zip(_sentences(one), own, strict=True)
        ]
        for one, own in zip(studied, scores, strict=True)
    ]
    judged = [[wanted for _, _, wanted in one] for one in articles]
    if name == "by a coin":  # what it wants is what the annotators put first: its decisions must not spoil that
        judged = [[priority >= FIRST for _, priority in _sentences(one)] for one in studied]
    plain: list[float] = []
    learned: list[float] = []
    for shuffle in range(_SHUFFLES):
        order = random.Random(shuffle).sample(range(len(articles)), len(articles))
        found = habits([Decided(*one) for nth in order[:_STUDIED] for one in articles[nth]])
        for nth in order[_STUDIED:]:
            before = average_precision([score for _, score, _ in articles[nth]], judged[nth])
            moved = [moved_score(score, steps(codes, found)) for codes, score, _ in articles[nth]]
            after = average_precision(moved, judged[nth])
            if before is not None and after is not None:
                plain.append(before)
                learned.append(after)
    low, high = interval([after - before for before, after in zip(plain, learned, strict=True)])
    note = f"{_STUDIED} articles decided, {_SHUFFLES} shuffles; floor: without; gain 95% {low:+.3f} to {high:+.3f}"
    return Result(f"learning, a checker of {name}", fmean(learned), "AP", fmean(plain), None, note, OURS)


def _sentences(lesson: Lesson) -> list[Sentence]:
    labels = {nth: line.priority for nth, line in zip(lesson.matches, lesson.article.lines, strict=True)}
    return [
        (frozenset(code for code in REASONS if own.get(code, 0.0) > 0), labels.get(nth, 0.0))
        for nth, own in enumerate(lesson.found)
    ]

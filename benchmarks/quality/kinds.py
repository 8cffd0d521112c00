"""Kind of sentence, on the newsgold articles read whole as a paste would be.

What is learned, opinions, is measured by weights that never saw the article.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.learning.opinions import learned, newsgold, read_by_one
from benchmarks.learning.ranking import FOLDS, folds
from benchmarks.newsgold import FILES, GROUP, GoldArticle, gold_articles, most_overlapping
from benchmarks.results import OURS, Result
from factdesk.model.suggestion import SuggestionKind
from factdesk.rules.sentences.article import read_article
from factdesk.rules.sentences.kinds import kind_of
from factdesk.rules.suggestions.opinions import OpinionWeights, opinionated
from factdesk.text.spans import Span

_BARS = {"claim-like": 0.95, "heading or question": 0.90, "furniture": 0.80}
_SEEDS = (1, 2, 3)
_DRAWS = 1000


def measure(data: Path) -> list[Result]:
    """Measure F1 of each group: a proposal is right when one annotator agrees, and missed when both say otherwise."""
    articles = gold_articles(data)
    if not articles:
        return [Result("kinds", None, "F1", note=f"no {' or '.join(FILES)} in {data}")]
    runs = [_run(articles, data, seed) for seed in _SEEDS]
    found: list[Result] = []
    for group in dict.fromkeys(GROUP.values()):
        tallies = [tally for run in runs for tally in run]
        low, high = _interval(runs, group)
        count = sum(group in {GROUP[kind] for kind in line.kinds} for article in articles for line in article.lines)
        note = f"{count} sentences of newsgold, {FOLDS} folds × {len(_SEEDS)}, 95% {low:.3f}–{high:.3f}"
        value = _f1(tallies, group)
        found.append(Result(f"kind, {group}", value, "F1", bar=_BARS.get(group), by=OURS, note=note))
    return found


@dataclass(frozen=True, slots=True)
class _Tally:
    """Proposals of one article that were right and wrong, and labels that were missed, by group."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]


def _run(articles: Sequence[GoldArticle], data: Path, seed: int) -> list[_Tally]:
    studied, more = newsgold(data), read_by_one(data)
    found: dict[int, _Tally] = {}
    for learned_from, held_out in folds(len(articles), seed):
        weights = learned([*(studied[nth] for nth in learned_from), *more])
        found |= {nth: _tally(articles[nth], weights) for nth in held_out}
    return [found[nth] for nth in range(len(articles))]


def _tally(article: GoldArticle, weights: OpinionWeights) -> _Tally:
    tally = _Tally(Counter(), Counter(), Counter())
    proposed = list(_proposed(article, weights))
    spans = [span for span, _ in proposed]
    for line in article.lines:
        nth = most_overlapping(spans, line.span)
        ours = GROUP[proposed[nth][1]] if nth is not None else ""
        gold = {GROUP[kind] for kind in line.kinds}
        (tally.right if ours in gold else tally.wrong)[ours] += 1
        if len(gold) == 1 and ours not in gold:
            tally.missed.update(gold)
    return tally


def _proposed(article: GoldArticle, weights: OpinionWeights) -> Iterator[tuple[Span, SuggestionKind]]:
    """Yield each sentence with its kind, as ``suggest`` proposes it: none for a line without a letter or digit."""
    draft = article.draft
    read = read_article(draft.text, draft.blocks, draft.furniture, wording=True)
    own = read.proper
    for sentence, opinion in zip(own, opinionated(draft.text, own, weights), strict=True):
        yield sentence.span, kind_of(draft.text, sentence, opinion)
    aside = (span for span in read.aside if any(map(str.isalnum, draft.text[slice(*span)])))
    yield from ((span, SuggestionKind.FURNITURE) for span in aside)


def _f1(tallies: Sequence[_Tally], group: str) -> float:
    right = sum(tally.right[group] for tally in tallies)
    wrong = sum(tally.wrong[group] + tally.missed[group] for tally in tallies)
    return 2 * right / (2 * right + wrong) if right else 0.0


def _interval(runs: Sequence[Sequence[_Tally]], group: str) -> tuple[float, float]:
    """Return the 95% bootstrap interval over articles; the same each time."""
    draw = random.Random(0)
    places = range(len(runs[0]))
    values = sorted(
        _f1([run[nth] for nth in draw.choices(places, k=len(places)) for run in runs], group) for _ in range(_DRAWS)
    )
    return values[25], values[974]

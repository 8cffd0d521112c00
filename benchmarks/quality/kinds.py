"""Kind of sentence, on the newsgold articles read whole as a paste would be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.newsgold import FILES, GROUP, GoldArticle, gold_articles, most_overlapping
from benchmarks.results import OURS, Result
from factdesk.rules.suggest import suggest

_BARS = {"claim-like": 0.95, "heading or question": 0.90, "furniture": 0.80}


def measure(data: Path) -> list[Result]:
    """Measure F1 of each group: a proposal is right when one annotator agrees, and missed when both say otherwise."""
    articles = gold_articles(data)
    if not articles:
        return [Result("kinds", None, "F1", note=f"no {' or '.join(FILES)} in {data}")]
    tally = _Tally()
    for article in articles:
        tally.add(article)
    return [
        Result(f"kind, {group}", tally.f1(group), "F1", bar=_BARS.get(group), by=OURS, note=tally.note(group))
        for group in dict.fromkeys(GROUP.values())
    ]


class _Tally:
    """Proposals that were right and wrong, and labels that were missed, by group."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()
        self._missed: Counter[str] = Counter()
        self._count: Counter[str] = Counter()

    def add(self, article: GoldArticle) -> None:
        draft = article.draft
        proposals = suggest(draft.text, draft.blocks, draft.furniture, language="en")
        spans = [proposal.span for proposal in proposals]
        for line in article.lines:
            nth = most_overlapping(spans, line.span)
            ours = GROUP[proposals[nth].kind] if nth is not None else ""
            gold = {GROUP[kind] for kind in line.kinds}
            self._count.update(gold)
            (self._right if ours in gold else self._wrong)[ours] += 1
            if len(gold) == 1 and ours not in gold:
                self._missed.update(gold)

    def f1(self, group: str) -> float:
        right = self._right[group]
        return 2 * right / (2 * right + self._wrong[group] + self._missed[group])

    def note(self, group: str) -> str:
        return f"{self._count[group]} sentences of newsgold"

"""The parts of a score: what each group of signs adds to a sentence, against the average sentence of its article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from factdesk.model.draft import Furniture
from factdesk.model.version import Block
from factdesk.rules.article import read_article
from factdesk.rules.features import Features, features
from factdesk.rules.ranking import shipped
from factdesk.rules.suggest import wording_rules_apply
from factdesk.text.spans import Span

_PLACE = frozenset(
    ("title", "heading", "leads", "opens-paragraph", "deep-in-paragraph", "early", "late", "late-share", "opening")
)
_ARTICLE = frozenset(("in-headline", "near-opening", "central", "early-and-central", "shared-words"))
_FIGURES = frozenset(("number", "money", "share", "date", "large-figure", "several-figures", "trend", "comparison"))
_SOURCES = frozenset(
    ("named-source", "unnamed-source", "attributed", "quote", "quoted", "all-quoted", "partly-quoted", "hedge")
)
GROUPS: dict[str, frozenset[str]] = {
    "place": _PLACE, "article": _ARTICLE, "figures": _FIGURES, "sources": _SOURCES,
}  # fmt: skip
"""Group → its features; every other feature belongs to "words"."""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """What one group ("place", "article", "figures", "sources", "words") adds, in logarithmic odds."""

    group: str
    adds: float


def score_parts(text: str, blocks: Sequence[Block], aside: Iterable[Span], at: Span, language: str) -> list[ScorePart]:
    """Return what each group adds to the sentence ``at``, the largest first; nothing where no sentence stands there.

    Args:
        aside: furniture.
    """
    wording = wording_rules_apply(language, text)
    own = read_article(text, blocks, [Furniture(span, "") for span in aside], wording=wording).proper
    nth = next((nth for nth, sentence in enumerate(own) if sentence.span.overlaps(at)), None)
    if nth is None:
        return []
    sums = [_by_group(found) for found in features(text, own, wording=wording)]
    parts = [ScorePart(group, sums[nth][group] - fmean(one[group] for one in sums)) for group in sums[nth]]
    return sorted(parts, key=lambda part: -abs(part.adds))


def _by_group(found: Features) -> dict[str, float]:
    sums = dict.fromkeys((*GROUPS, "words"), 0.0)
    known = shipped().features
    for name, value in found.items():
        group = next((group for group, names in GROUPS.items() if name in names), "words")
        sums[group] += value * known.get(name, 0.0)
    return sums

"""The parts of a score: what each group of signs adds to a sentence, against the average sentence of its article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from factdesk.model.draft import Furniture
from factdesk.model.version import Block
from factdesk.rules.sentences.article import read_article
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.suggestions.debates import adds, terms_of
from factdesk.rules.suggestions.debates import shipped as spoken_weights
from factdesk.rules.suggestions.features import Features, features
from factdesk.rules.suggestions.ranking import shipped
from factdesk.rules.suggestions.suggest import wording_rules_apply
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
    own = _own(text, blocks, aside, wording=wording)
    return _parts(own, at, [_by_group(found) for found in features(text, own, wording=wording)])


def spoken_parts(text: str, blocks: Sequence[Block], aside: Iterable[Span], at: Span) -> list[ScorePart]:
    """Return the same for a transcript: its sentences are weighed by signs and words, never by their place."""
    own = _own(text, blocks, aside, wording=True)
    return _parts(own, at, [_by_sign(adds(terms_of(sentence), spoken_weights())) for sentence in own])


def _own(text: str, blocks: Sequence[Block], aside: Iterable[Span], *, wording: bool) -> list[Sentence]:
    return read_article(text, blocks, [Furniture(span, "") for span in aside], wording=wording).proper


def _parts(own: Sequence[Sentence], at: Span, sums: Sequence[Mapping[str, float]]) -> list[ScorePart]:
    nth = next((nth for nth, sentence in enumerate(own) if sentence.span.overlaps(at)), None)
    if nth is None:
        return []
    parts = [ScorePart(group, sums[nth][group] - fmean(one[group] for one in sums)) for group in sums[nth]]
    return sorted(parts, key=lambda part: -abs(part.adds))


def _by_group(found: Features) -> dict[str, float]:
    sums = dict.fromkeys((*GROUPS, "words"), 0.0)
    known = shipped().features
    for name, value in found.items():
        sums[_group(name)] += value * known.get(name, 0.0)
    return sums


def _by_sign(found: Mapping[str, float]) -> dict[str, float]:
    """Return the sums of a spoken sentence; "<money>" is a sign, anything else words."""
    sums = dict.fromkeys(("figures", "sources", "words"), 0.0)
    for term, value in found.items():
        group = _group(term.strip("<>"))
        sums[group if term.startswith("<") and group in sums else "words"] += value
    return sums


def _group(name: str) -> str:
    return next((group for group, names in GROUPS.items() if name in names), "words")

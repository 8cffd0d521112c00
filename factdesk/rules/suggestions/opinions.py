"""How much a sentence reads like an opinion: by its own words, and by how its article is written.

A column attributes little, counts little and is told in the present tense; the same words in a report are mostly
somebody's fact. So the article's own habits weigh beside the sentence. The weights are learned by
``python -m benchmarks.learning.opinions``. English only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from factdesk.model.version import BlockKind
from factdesk.rules.learned import read_learned
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.suggestions.wording import likeness
from factdesk.text.beats import Beat, beating, unheard

LEAST = 5
"""Sentences of an article from which its habits can be told."""

_COUNTED = (
    "money", "date", "name", "quote", "attributed", "comparison", "superlative", "hedge", "prediction",
    "opinion-words", "self", "loose", "accusation", "harm",
)  # fmt: skip
_HABITS = ("named-source", "number", "past", "denies", "is")
"""What the article is looked at for, as the mean over its sentences."""
_BEING = frozenset(("is", "are", "was", "were", "it's", "that's", "isn't", "aren't"))
_DENYING = frozenset(("not", "no", "nor", "neither", "never"))
_EMPHASIS = frozenset(
    ("very", "so", "too", "just", "really", "even", "only", "merely", "simply", "far", "quite", "such", "certainly",
     "clearly", "perhaps", "indeed", "surely", "never", "nothing", "everything", "all", "any"),
)  # fmt: skip

OpinionFeatures = dict[str, float]
"""Name → value; a name that is missing is 0."""


@dataclass(frozen=True, slots=True)
class OpinionWeights:
    """What each feature adds to the logarithmic odds of an opinion."""

    features: Mapping[str, float]
    bias: float


def opinion_features(text: str, article: Sequence[Sentence], beat: Beat = unheard) -> Iterator[OpinionFeatures]:
    """Yield the features of each sentence of an English ``article``, in reading order; those of a book are too many."""
    body = [sentence for sentence in article if sentence.block not in (BlockKind.TITLE, BlockKind.HEADING)]
    sums = [0.0] * len(_HABITS)
    for sentence in beating(body, beat):
        sums = [before + value for before, value in zip(sums, _habits(sentence), strict=True)]
    habits = {f"article-{name}": value / max(1, len(body)) for name, value in zip(_HABITS, sums, strict=True)}
    for sentence in article:
        yield _own(text, sentence) | habits


def opinionated(
    text: str, article: Sequence[Sentence], weights: OpinionWeights | None = None, beat: Beat = unheard
) -> Iterator[float | None]:
    """Yield for each sentence how likely it is an opinion, 0 … 1; None where the article is too short to tell.

    Args:
        weights: those that ship, unless others are measured.
    """
    if len(article) < LEAST:
        yield from repeat(None, len(article))
        return
    own = weights or shipped()
    for found in opinion_features(text, article, beat):
        yield likelihood(found, own)


def likelihood(found: OpinionFeatures, weights: OpinionWeights) -> float:
    """Return how likely a sentence of these features is an opinion, 0 … 1."""
    known = weights.features
    odds = weights.bias + math.fsum([value * known[name] for name, value in found.items() if name in known])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def shipped() -> OpinionWeights:
    """Return the weights that come with the program."""
    data = read_learned("opinions.json")
    return OpinionWeights(data["features"], data["bias"])


def _own(text: str, sentence: Sentence) -> OpinionFeatures:
    words = sentence.words
    counts = Counter(code for code, _ in sentence.signs)
    return (
        {code: math.log1p(counts[code]) for code in _COUNTED if counts[code]}
        | dict(zip(_HABITS, _habits(sentence), strict=True))
        | {
            "wording": likeness(words),
            "length": math.log1p(len(words)),
            "emphasis": _count(words, _EMPHASIS) / math.sqrt(len(words) or 1),
            "brackets": float("(" in text[slice(*sentence.span)]),
        }
    )


def _habits(sentence: Sentence) -> tuple[float, ...]:
    """Return the values of ``_HABITS`` for one sentence."""
    words = sentence.words
    return (
        math.log1p(len(sentence.of("named-source"))),
        math.log1p(len(sentence.of("number"))),
        sum([word.endswith("ed") for word in words]) / (len(words) or 1),
        float(not _DENYING.isdisjoint(words) or any(word.endswith("n't") for word in words)),
        float(not _BEING.isdisjoint(words)),
    )


def _count(words: Iterable[str], listed: frozenset[str]) -> int:
    return sum([word in listed for word in words])

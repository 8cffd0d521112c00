"""What an article is about, by its words, and how near each of its sentences comes to that."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from factdesk.text.lexicon import stop_words

_ENDINGS = ("'s", "ing", "edly", "ed", "es", "ly", "s")


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near one sentence is to the core of its article.

    Attributes:
        headline: share of the headline's words that it has too, 0 … 1; 0 where there is no headline.
        opening: likeness to the nearest of the first sentences (itself left out), 0 … 1.
        central: likeness to the rest of the article, 0 … 1; 0 for a sentence alone.
        shared: how much its words stand in other sentences too, from 0.
    """

    headline: float
    opening: float
    central: float
    shared: float


def stem(word: str) -> str:
    """Return ``word`` without its commonest English endings; the same for most forms of one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of those ``words``, in lower case, that say what a text is about."""
    return frozenset(filter(None, map(_telling, words)))


@lru_cache(maxsize=20_000)
def _telling(word: str) -> str:
    """Return the stem of a word that says what a text is about; of any other, nothing."""
    return stem(word) if len(word) > 1 and word not in stop_words() else ""


def nearness(bags: Sequence[frozenset[str]], headline: frozenset[str], opening: Sequence[int]) -> list[Nearness]:
    """Measure each sentence of an article. Sums are exact, so that the order of sets never shows.

    Args:
        bags: the stems of each sentence.
        headline: the stems of the title.
        opening: which sentences are the opening.
    """
    count = Counter(word for bag in bags for word in bag)
    weight = {word: math.log(1 + len(bags) / times) for word, times in count.items()}
    square = {word: value * value for word, value in weight.items()}
    elsewhere = {word: square[word] * (times - 1) for word, times in count.items()}
    often = {word: math.log(times) for word, times in count.items()}
    article = _norm(count[word] * weight[word] for word in count)
    norms = [math.sqrt(fsum([square[word] for word in bag])) or 1.0 for bag in bags]
    found: list[Nearness] = []
    for nth, bag in enumerate(bags):
        alike = [
            fsum([square[word] for word in bag & bags[at]]) / (norms[nth] * norms[at]) for at in opening if at != nth
        ]
        central = fsum([elsewhere[word] for word in bag]) / (norms[nth] * article)
        shared = fsum([often[word] for word in bag])
        found.append(Nearness(len(headline & bag) / max(1, len(headline)), max(alike, default=0.0), central, shared))
    return found


def _norm(values: Iterable[float]) -> float:
    return math.sqrt(fsum(value * value for value in values)) or 1.0

"""Comparing a text with the one it should be: shares of 4-token shingles, as the extraction benchmark counts them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

_TOKEN = re.compile(r"\w+")
_SIZE = 4


def tokens(text: str) -> list[str]:
    """Return the words of ``text``, case kept."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=512)
def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four tokens stands in ``text``; a shorter text is one run."""
    words = tokens(text)
    return (
        Counter(tuple(words[at : at + _SIZE]) for at in range(max(1, len(words) - _SIZE + 1))) if words else Counter()
    )


def holds(body: str, words: str) -> float:
    """Return the share of ``words``'s shingles that stand in ``body``; fewer than four tokens must be a line of it."""
    if len(tokens(words)) < _SIZE:
        return float(" ".join(tokens(words)) in _lines(body)) if tokens(words) else 0.0
    own, known = shingles(words), shingles(body)
    return sum(count for one, count in own.items() if one in known) / own.total()


@lru_cache(maxsize=512)
def _lines(body: str) -> frozenset[str]:
    return frozenset(" ".join(tokens(line)) for line in body.splitlines())


@dataclass(slots=True)
class Tally:
    """Scores of pages so far."""

    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)
    exactly: int = 0

    def add(self, body: str, kept: str) -> None:
        """Score one page."""
        gold, own = shingles(body), shingles(kept)
        right = (gold & own).total()
        self.precisions.append(right / own.total() if own else float(not gold))
        self.recalls.append(right / gold.total() if gold else 1.0)
        self.exactly += gold == own

    @property
    def precision(self) -> float:
        return sum(self.precisions) / len(self.precisions)

    @property
    def recall(self) -> float:
        return sum(self.recalls) / len(self.recalls)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def exact(self) -> float:
        return self.exactly / len(self.recalls)

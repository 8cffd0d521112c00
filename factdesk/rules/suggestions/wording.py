"""How much an English sentence is worded like one that people chose to check, whatever it is about."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache

from factdesk.rules.learned import read_learned

DIGITS = "0"
"""Stands for every word with a digit in it."""


_DIGIT = re.compile(r"\d")


def listed(words: Iterable[str]) -> frozenset[str]:
    """Return the different ``words`` as the weights know them."""
    return frozenset([word if word.isalpha() or not _DIGIT.search(word) else DIGITS for word in words])


def likeness(words: Iterable[str]) -> float:
    """Return the logarithmic odds that a sentence of these words, in lower case, is one to check; 0 knows nothing.

    A linear model over the different words of the sentence, learned from the ClaimBuster data
    (Arslan et al. 2020, CC BY 4.0) by ``python -m benchmarks.learning.wording``.
    """
    different = listed(words)
    weights = _weights()
    return math.fsum([weights[word] for word in different if word in weights]) / math.sqrt(len(different) or 1)


@cache
def _weights() -> Mapping[str, float]:
    words: dict[str, float] = read_learned("wording.json")["words"]
    return words

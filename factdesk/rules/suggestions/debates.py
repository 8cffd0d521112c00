"""How much a spoken sentence deserves checking, by its words alone: for debates, and for lines without an article.

What weighs in news does not weigh here: a speech has no headline, its first sentences greet, and nobody attributes. A
linear model over words, pairs of words and signs, learned from the ClaimBuster data (Arslan et al. 2020, CC BY 4.0) by
``python -m benchmarks.learning.debates``. English only.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factdesk.model.version import Block
from factdesk.rules.learned import read_learned
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.suggestions.wording import DIGITS

_TURN = re.compile(r"\s*(?![QA]\s?:)(?:[^\W\d_][\w.'’-]*[ \xa0]){0,4}[^\W\d_][\w.'’-]*\s?(?:\([^)\n]{1,40}\)\s?)?:\s")
"""How a block begins where somebody speaks: “LIND: …”, “Mr. Ola Lind (Greens): …”.

“Q:” and “A:” are a list of questions."""
_LABEL = 60
"""Characters within which the label of a turn ends."""
_TURNS, _SHARE, _SPEAKERS = 4, 0.4, 6
"""Turns a transcript has at least; their share of its blocks; how many speak most of them."""


@dataclass(frozen=True, slots=True)
class DebateWeights:
    """What a word, a pair of words ("will be") or a sign ("<money>") adds to the logarithmic odds."""

    terms: Mapping[str, float]
    bias: float


def reads_as_transcript(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether the blocks of ``text`` are turns of a few speakers who come back: a debate, an interview."""
    found = (_TURN.match(text[block.span.start : min(block.span.end, block.span.start + _LABEL)]) for block in blocks)
    turns = Counter(turn[0].strip().casefold() for turn in found if turn)
    again = sum(times for _, times in turns.most_common(_SPEAKERS) if times > 1)
    return again >= _TURNS and again >= _SHARE * len(blocks)


def terms(words: Sequence[str], codes: Iterable[str]) -> frozenset[str]:
    """Return what the weights know a sentence by: its different words, pairs of neighbours, and signs."""
    known = [word if word.isalpha() or not any(map(str.isdigit, word)) else DIGITS for word in words]
    return frozenset([*known, *(f"{one} {other}" for one, other in pairwise(known)), *(f"<{code}>" for code in codes)])


def terms_of(sentence: Sentence) -> frozenset[str]:
    """Return the terms of one sentence."""
    return terms(sentence.words, (sign.code for sign in sentence.signs))


def spoken_worth(sentence: Sentence) -> float:
    """Return the check-worthiness of a spoken sentence, 0 … 1."""
    return worth(terms_of(sentence), shipped())


def worth(found: Iterable[str], weights: DebateWeights) -> float:
    """Return the score, 0 … 1, of a sentence of these terms; those without a weight do not count."""
    known = [weights.terms[term] for term in found if term in weights.terms]
    return 1 / (1 + math.exp(-weights.bias - math.fsum(known) / math.sqrt(len(known) or 1)))


def adds(found: Iterable[str], weights: DebateWeights) -> dict[str, float]:
    """Return what each of these terms adds to the logarithmic odds; those without a weight are left out."""
    known = [term for term in found if term in weights.terms]
    return {term: weights.terms[term] / math.sqrt(len(known)) for term in known}


@cache
def shipped() -> DebateWeights:
    """Return the weights that come with the program."""
    data = read_learned("debates.json")
    return DebateWeights(data["terms"], data["bias"])

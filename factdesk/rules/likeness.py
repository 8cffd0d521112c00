"""How alike two sentences of one article are, as numbers, and which pairs of them are worth comparing."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdesk.model.version import BlockKind
from factdesk.rules.signs import Sentence
from factdesk.rules.vocabulary import stems
from factdesk.text.lexicon import tokens
from factdesk.text.spans import Span

_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_ENDED = re.compile(r"[.!?…。！？][”\"’')\]]*\s*$")
_LONGEST_HEADING = 14
"""Words that a line without a full stop may have to be read as a heading."""
_COMMON = 40
"""A stem in more sentences than this says nothing about which two of them are alike."""
_NEAREST = 8
"""Earlier sentences that a sentence is compared with."""
_PREFIX = 5
"""Letters by which forms of one word are held together: “iodine”, “iodised”."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, ready to be compared.

    Attributes:
        words: in lower case, in order.
        bag: stems of those that say something.
        names, quoted: stems of the words that stand in names and in quotation marks.
        digits: figures written with digits, as they stand.
        heading: it is, or looks like, a heading.
    """

    span: Span
    words: tuple[str, ...]
    bag: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]
    digits: frozenset[str]
    heading: bool

    @property
    def prefixes(self) -> frozenset[str]:
        return frozenset(word[:_PREFIX] for word in self.bag)


def passage_of(text: str, sentence: Sentence) -> Passage:
    """Return ``sentence`` of ``text`` ready to be compared."""
    words = text[slice(*sentence.span)]
    short = len(sentence.words) <= _LONGEST_HEADING and not _ENDED.search(words)
    return Passage(
        sentence.span,
        sentence.words,
        stems(sentence.words),
        _stems_at(text, sentence.of("name")),
        _stems_at(text, sentence.of("quote")),
        frozenset(_DIGITS.findall(words)),
        short or sentence.block in (BlockKind.TITLE, BlockKind.HEADING),
    )


def _stems_at(text: str, spans: Sequence[Span]) -> frozenset[str]:
    return stems(word for span in spans for word, _, _ in tokens(text[slice(*span)]))


class Comparison:
    """The passages of one article, weighed by how rare their words are in it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        count = len(passages)
        self._times = Counter(word for passage in passages for word in passage.bag)
        self._weight = {word: math.log(1 + count / times) for word, times in self._times.items()}
        self._square = {word: weight**2 for word, weight in self._weight.items()}
        prefixes = [passage.prefixes for passage in passages]
        often = Counter(prefix for found in prefixes for prefix in found)
        self._short = {prefix: math.log(1 + count / times) for prefix, times in often.items()}
        self._short_square = {prefix: weight**2 for prefix, weight in self._short.items()}
        self._prefixes = prefixes
        self._vocabularies = [frozenset(passage.words) for passage in passages]
        self._norm = [_norm(self._weight[word] for word in passage.bag) for passage in passages]
        self._short_norm = [_norm(self._short[prefix] for prefix in found) for found in prefixes]
        self._mass = [math.fsum(self._weight[word] for word in passage.bag) or 1.0 for passage in passages]
        self._short_mass = [math.fsum(self._short[prefix] for prefix in found) or 1.0 for found in prefixes]

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs (earlier, later) that share enough to be looked at: a bounded number for each sentence."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        norms = self._short_norm
        for later, prefixes in enumerate(self._prefixes):
            shared: defaultdict[int, float] = defaultdict(float)
            for prefix in sorted(prefixes):
                square = self._short_square[prefix]
                for earlier in holders[prefix][-_COMMON:]:
                    shared[earlier] += square / norms[earlier]
                holders[prefix].append(later)
            nearest = heapq.nlargest(_NEAREST, [(worth, -earlier) for earlier, worth in shared.items()])
            yield from sorted((-earlier, later) for _, earlier in nearest)

    def features(self, earlier: int, later: int) -> dict[str, float]:
        """Return what the rules look at in a pair."""
        return self.features_of_words(earlier, later) | self.features_of_run(earlier, later)

    def longest_possible_run(self, earlier: int, later: int) -> int:
        """Return how many words of the earlier one stand in the later one, too: no run of both is longer."""
        return sum(map(self._vocabularies[later].__contains__, self.passages[earlier].words))

    def features_of_run(self, earlier: int, later: int) -> dict[str, float]:
        """Return what the longest run of words tells that stands in both."""
        one, other = self.passages[earlier], self.passages[later]
        run = longest_run(one.words, other.words)
        run_stems = stems(run)
        return {
            "run": math.log1p(len(run)),
            "run-of-plain-words": math.log1p(len(run_stems - one.names)),
            "run-share": math.fsum(self._weight.get(word, 0.0) for word in run_stems)
            / min(self._mass[earlier], self._mass[later]),
        }

    def features_of_words(self, earlier: int, later: int) -> dict[str, float]:
        """Return all but what the run tells; this is done for many pairs, and quickly."""
        one, other = self.passages[earlier], self.passages[later]
        shared = one.bag & other.bag
        short = self._prefixes[earlier] & self._prefixes[later]
        plain = shared - one.names - other.names
        covered = math.fsum(map(self._short.__getitem__, short))
        here, there = covered / self._short_mass[earlier], covered / self._short_mass[later]
        least = min(self._mass[earlier], self._mass[later])
        return {
            "cosine": math.fsum(map(self._square.__getitem__, shared)) / (self._norm[earlier] * self._norm[later]),
            "cosine-of-prefixes": math.fsum(map(self._short_square.__getitem__, short))
            / (self._short_norm[earlier] * self._short_norm[later]),
            "covered": max(here, there),
            "covered-later": there,
            "rare": math.log1p(math.fsum([1 / (self._times[word] - 1) for word in shared])),
            "plain-share": math.fsum(map(self._weight.__getitem__, plain)) / least,
            "quoted": math.log1p(len(shared & (one.quoted | other.quoted))),
            "same-figures": float(min(3, len(one.digits & other.digits))),
            "other-figures": float(bool(one.digits and other.digits) and not one.digits & other.digits),
            "heading-first": float(one.heading),
            "heading-later": float(other.heading),
            "other-names": float(bool(one.names - other.names) and bool(other.names - one.names)),
            "early": float(later <= 4),
        }


def longest_run(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words that stands in both."""
    if one == other:
        return one
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(other):
        places[word].append(at)
    before: dict[int, int] = {}
    best, end = 0, 0
    for at, word in enumerate(one):
        at_places = places.get(word)
        if at_places is None:
            before = {}
            continue
        here = {place: before.get(place - 1, 0) + 1 for place in at_places}
        longest = max(here.values())
        if longest > best:
            best, end = longest, at + 1
        before = here
    return one[end - best : end]


def _norm(values: Iterator[float]) -> float:
    return math.sqrt(math.fsum(value * value for value in values)) or 1.0

"""Statements that an article makes more than once, and the same words with another figure.

Both are proposals: a person says whether one verdict serves all places, or which of two figures is right.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from factdesk.assets import resource
from factdesk.rules.article import Article
from factdesk.rules.likeness import Comparison, Passage, passage_of
from factdesk.rules.signs import Sentence
from factdesk.text.quantities import quantities
from factdesk.text.spans import Span

_ANSWER = re.compile(r"(?:A|Answer)\s?[:.)–-]\s")
_ASKS = re.compile(r"[?？؟][”\"’')\]]*\s*$")
_FEW = 6
"""Sentences that one sum of money may stand in and still tell one statement; in more it is a unit, not a statement."""
_MOST_TELLINGS = 12
"""Beyond this many places it is a formula of the page, not a statement."""
_LEAST_STEMS = 2
_SAME_SUM, _ANSWERS = 0.3, 0.08
"""What the same rare sum of money, and being the answer to a question, add to a pair's score."""
_SAME_FRAME = 0.85
"""Share of both sentences' words, figures aside, from which another figure is an inconsistency."""
_LEAST_FRAME = 3


@dataclass(frozen=True, slots=True)
class Group:
    """One statement and the places where it is told.

    Attributes:
        head: the sentence that says it first and in full; never a heading where the text says it, too.
        tellings: the other places, in reading order.
    """

    head: Span
    tellings: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """The same words with another figure: not a repeat but a finding."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Repeats:
    """What one text says more than once: both by the place of their first sentence."""

    groups: tuple[Group, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    """What each feature of a pair counts for, and the score from which it is proposed."""

    features: Mapping[str, float]
    bias: float
    threshold: float

    def score(self, found: Mapping[str, float]) -> float:
        return self.bias + sum([value * self.features.get(name, 0.0) for name, value in found.items()])

    def most_for_run(self, words: int) -> float:
        """Return the most that a run of so many words in both can add to a score."""
        worth = sum(max(0.0, self.features.get(name, 0.0)) for name in ("run", "run-of-plain-words"))
        return max(0.0, self.features.get("run-share", 0.0)) + worth * math.log1p(words)


@cache
def shipped() -> Pairing:
    """Return the weights that come with the program; ``python -m benchmarks.repeats`` makes them."""
    data = json.loads(resource("rules", "repeats.json").read_text(encoding="utf-8"))
    return Pairing(data["features"], data["bias"], data["threshold"])


def repeats(text: str, article: Article) -> Repeats:
    """Find what ``article`` tells more than once; each sentence is compared with a bounded number of others.

    Questions and furniture tell nothing. No sentence is in two groups.
    """
    sentences = [s for s in article.proper if not _ASKS.search(text[s.span.start : s.span.end])]
    passages = [passage_of(text, sentence) for sentence in sentences]
    compared = Comparison(passages)
    sums = _Sums(text, sentences)
    answers = [bool(_ANSWER.match(text, s.span.start, s.span.end)) for s in sentences]
    found: list[_Pair] = []
    odd: list[Inconsistency] = []
    for one, other in sorted({*compared.candidates(), *sums.pairs()}):
        if other_figure(passages[one], passages[other]):
            odd.append(Inconsistency(passages[one].span, passages[other].span))
            continue
        if min(len(passages[one].bag), len(passages[other].bag)) < _LEAST_STEMS:
            continue
        same_sum = sums.shared(one, other)
        added = _SAME_SUM * same_sum + _ANSWERS * (answers[one] or answers[other])
        worth = _worth(compared, one, other, added)
        if worth >= shipped().threshold:
            found.append(_Pair(-worth, one, other, same_sum))
    return Repeats(_groups(passages, answers, _answers_once(answers, found)), tuple(odd))


def _worth(compared: Comparison, one: int, other: int, added: float) -> float:
    """Return the score of a pair; the longest run is looked for only where it can still make the difference."""
    pairing = shipped()
    found = compared.features_of_words(one, other)
    worth = pairing.score(found) + added
    if worth + pairing.most_for_run(compared.longest_possible_run(one, other)) < pairing.threshold:
        return worth
    return pairing.score(found | compared.features_of_run(one, other)) + added


def other_figure(one: Passage, other: Passage) -> bool:
    """Say whether two sentences say the same of the same with another figure; that one leaves a figure out is none."""
    if not one.digits - other.digits or not other.digits - one.digits or one.names != other.names:
        return False
    here, there = (frozenset(w for w in p.bag if not any(map(str.isdigit, w))) for p in (one, other))
    shared = len(here & there)
    return shared >= _LEAST_FRAME and shared >= _SAME_FRAME * max(len(here), len(there))


class _Sums:
    """The sums of money of some sentences, by what they come to."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._of: list[frozenset[str]] = []
        places: defaultdict[str, list[int]] = defaultdict(list)
        for nth, sentence in enumerate(sentences):
            found = frozenset(_sums(text[slice(*sentence.span)]) if sentence.has("money") else ())
            self._of.append(found)
            for each in found:
                places[each].append(nth)
        self._rare = {each: at for each, at in places.items() if 2 <= len(at) <= _FEW}

    def shared(self, one: int, other: int) -> bool:
        return any(each in self._rare for each in self._of[one] & self._of[other])

    def pairs(self) -> Iterator[tuple[int, int]]:
        for at in self._rare.values():
            yield from ((one, other) for nth, one in enumerate(at) for other in at[nth + 1 :])


def _sums(words: str) -> Iterator[str]:
    return (
        f"{found.unit.name} {found.normal}" for found in quantities(words, english=True) if found.unit.kind == "money"
    )


class _Pair(NamedTuple):
    """Two sentences that tell the same; the surest pair sorts first."""

    doubt: float
    one: int
    other: int
    same_sum: bool


def _answers_once(answers: Sequence[bool], found: list[_Pair]) -> list[_Pair]:
    """Leave each answer only its surest pair: it sums up one place, not all that it shares words with."""
    kept: list[_Pair] = []
    taken: set[int] = set()
    for pair in sorted(found):
        asked = {nth for nth in (pair.one, pair.other) if answers[nth]}
        if pair.same_sum or not asked & taken:
            kept.append(pair)
            taken |= asked
    return kept


def _groups(passages: Sequence[Passage], answers: Sequence[bool], found: list[_Pair]) -> tuple[Group, ...]:
    """Put pairs together, the surest first; only the same sum of money makes one group of two."""
    member: dict[int, set[int]] = {}
    for pair in found:
        here, there = member.get(pair.one, {pair.one}), member.get(pair.other, {pair.other})
        grown = len(here) > 1 and len(there) > 1 and here is not there
        if (grown and not pair.same_sum) or len(here | there) > _MOST_TELLINGS:
            continue
        joined = here | there
        member.update(dict.fromkeys(joined, joined))
    distinct = {id(group): sorted(group) for group in member.values()}
    groups = [_group(passages, answers, places) for places in distinct.values()]
    return tuple(sorted(groups, key=lambda group: min(group.head, *group.tellings)))


def _group(passages: Sequence[Passage], answers: Sequence[bool], places: list[int]) -> Group:
    head = min(places, key=lambda nth: (passages[nth].heading, answers[nth], nth))
    return Group(passages[head].span, tuple(passages[nth].span for nth in places if nth != head))

"""Statements that an article makes more than once, and the same words with another figure.

Both are proposals: a person says whether one verdict serves all places, or which of two figures is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from factdesk.rules.learned import read_learned
from factdesk.rules.sentences.article import Article
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.tellings.likeness import Comparison, quoted_again
from factdesk.rules.tellings.passages import Passage, passage_of
from factdesk.rules.tellings.unlike import (
    Subjects,
    amounts,
    of_others,
    of_somebody_else,
    only_unfolds,
    other_amount,
    other_figure,
    too_little_shared,
)
from factdesk.text.numbers.quantities import quantities
from factdesk.text.spans import Span

_ANSWER = re.compile(r"(?:A|Answer)\s?[:.)–-]\s")
_ASKS = re.compile(r"[?？؟][”\"’')\]]*\s*$")
_FEW = 6
"""Sentences that one sum of money may stand in and still tell one statement; in more it is a unit, not a statement."""
_MOST_TELLINGS = 12
"""Beyond this many places it is a formula of the page, not a statement."""
_LEAST_STEMS = 2
_ANSWERS = 0.3
"""What being the answer to a question adds to a pair's score: it sums up what the text says."""


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
        known = self.features
        return self.bias + sum([value * known[name] for name, value in found.items() if value and name in known])


@cache
def shipped() -> Pairing:
    """Return the weights that come with the program; ``python -m benchmarks.learning.repeats`` makes them."""
    data = read_learned("repeats.json")
    return Pairing(data["features"], data["bias"], data["threshold"])


def repeats(text: str, article: Article, *, wording: bool = True, pairing: Pairing | None = None) -> Repeats:
    """Find what ``article`` tells more than once; each sentence is compared with a bounded number of others.

    Questions and furniture tell nothing. No sentence is in two groups.

    Args:
        wording: whether the rules on English words are used.
        pairing: other weights than those that ship.
    """
    told = ToldAgain(text, article, wording=wording)
    weights = pairing or shipped()
    best: dict[int, _Pair] = {}
    for one, other in told.near:
        score = told.score(one, other, weights)
        nearer = score >= weights.threshold and (other not in best or -score < best[other].doubt)
        if nearer and told.may_tell(one, other):
            best[other] = _Pair(-score, one, other)
    found = [
        *sorted(best.values()),
        *(_Pair(0.0, one, other) for one, other in told.sums.pairs() if told.may(one, other)),
    ]
    return Repeats(_groups(told.passages, told.answers, found), tuple(told.odd))


class ToldAgain:
    """The sentences of an article that may tell something again, with the pairs that are judged.

    Attributes:
        passages: the sentences that tell something.
        near: pairs that share enough to be looked at: the earlier, the later.
        odd: pairs that are the same but for a figure; they are not judged.
        answers: which passages answer a question.
    """

    def __init__(self, text: str, article: Article, *, wording: bool) -> None:
        sentences = [s for s in article.proper if not _ASKS.search(text[s.span.start : s.span.end])]
        self.passages = [passage_of(text, sentence, wording=wording) for sentence in sentences]
        self.answers = [bool(_ANSWER.match(text, s.span.start, s.span.end)) for s in sentences]
        self.sums = _Sums(text, sentences)
        self._subjects = Subjects(text, sentences, self.passages) if wording else None
        self._amounts = cache(lambda nth: amounts(text[slice(*self.passages[nth].span)], wording=wording))
        self._compared = Comparison(self.passages)
        self.near = self._compared.candidates()
        self._odd = {pair for pair in self.near if other_figure(self.passages[pair[0]], self.passages[pair[1]])}
        self.odd = [
            Inconsistency(self.passages[one].span, self.passages[other].span) for one, other in sorted(self._odd)
        ]

    def may(self, one: int, other: int) -> bool:
        """Say whether two passages can be one statement: not the same with another figure, nor of somebody else."""
        here, there = self.passages[one], self.passages[other]
        least = min(len(here.bag), len(there.bag))
        return least >= _LEAST_STEMS and (one, other) not in self._odd and not of_others(here, there)

    def may_tell(self, one: int, other: int) -> bool:
        """Say whether two passages can be one statement by their words alone, without a sum that they share."""
        here, there = self.passages[one], self.passages[other]
        return (
            self.may(one, other)
            and (self._sums_up(one, other) or not too_little_shared(here, there))
            and not only_unfolds(here, there, self._compared.likeness(one, other))
            and not self._of_somebody_else(one, other)
            and not other_amount(self._amounts(one), self._amounts(other))
        )

    def _sums_up(self, one: int, other: int) -> bool:
        """Say whether few words may do: a title, the answer to a question, words that are quoted again."""
        here, there = self.passages[one], self.passages[other]
        return here.title or self.answers[one] or self.answers[other] or quoted_again(here, there) == 1

    def _of_somebody_else(self, one: int, other: int) -> bool:
        here, there = self.passages[one], self.passages[other]
        if self._subjects is None or here.title or quoted_again(here, there):
            return False
        if self._subjects.mean_another(one, other):
            return True
        return of_somebody_else(self._subjects.of(one), here, self._subjects.of(other), there)

    def features(self, one: int, other: int) -> dict[str, float]:
        """Return what is looked at in a pair."""
        return self._compared.features(one, other)

    def score(self, one: int, other: int, pairing: Pairing) -> float:
        """Return the score of a pair."""
        return pairing.score(self.features(one, other)) + _ANSWERS * (self.answers[one] or self.answers[other])


class _Sums:
    """The sums of money of some sentences, by what they come to."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for nth, sentence in enumerate(sentences):
            for each in frozenset(_sums(text[slice(*sentence.span)]) if sentence.has("money") else ()):
                places[each].append(nth)
        self._rare = {each: at for each, at in places.items() if 2 <= len(at) <= _FEW}

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


def _groups(passages: Sequence[Passage], answers: Sequence[bool], found: Sequence[_Pair]) -> tuple[Group, ...]:
    """Put together what pairs hold together, the first pairs first, as far as a group may grow."""
    member: dict[int, set[int]] = {}
    for pair in found:
        here, there = member.get(pair.one, {pair.one}), member.get(pair.other, {pair.other})
        if len(here | there) > _MOST_TELLINGS:
            continue
        joined = here | there
        member.update(dict.fromkeys(joined, joined))
    distinct = {id(group): sorted(group) for group in member.values()}
    groups = [_group(passages, answers, places) for places in distinct.values()]
    return tuple(sorted(groups, key=lambda group: min(group.head, *group.tellings)))


def _group(passages: Sequence[Passage], answers: Sequence[bool], places: list[int]) -> Group:
    head = min(places, key=lambda nth: (passages[nth].heading, answers[nth], nth))
    return Group(passages[head].span, tuple(passages[nth].span for nth in places if nth != head))

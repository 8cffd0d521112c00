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

from factdesk.rules.article import Article
from factdesk.rules.learned import read_learned
from factdesk.rules.likeness import Comparison
from factdesk.rules.passages import Passage, passage_of
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
_ANSWERS = 0.25
"""What being the answer to a question adds to a pair's score: it sums up what the text says."""
_SAME_FRAME = 0.85
"""Share of both sentences' words, figures aside, from which another figure is an inconsistency."""
_LEAST_FRAME = 3
_OTHERS = 0.5
"""Share of what each of two sentences has alone that is names and figures, from which they tell of two things."""


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
    """Return the weights that come with the program; ``python -m benchmarks.repeats`` makes them."""
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
    for one, other in told.pairs:
        score = told.score(one, other, weights)
        if score >= weights.threshold and (other not in best or -score < best[other].doubt):
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
        pairs: which of them are judged: the earlier, the later.
        odd: pairs that are the same but for a figure; they are not judged.
        answers: which passages answer a question.
    """

    def __init__(self, text: str, article: Article, *, wording: bool) -> None:
        sentences = [s for s in article.proper if not _ASKS.search(text[s.span.start : s.span.end])]
        self.passages = [passage_of(text, sentence, wording=wording) for sentence in sentences]
        self.answers = [bool(_ANSWER.match(text, s.span.start, s.span.end)) for s in sentences]
        self.sums = _Sums(text, sentences)
        self._compared = Comparison(self.passages)
        near = self._compared.candidates()
        self._odd = {pair for pair in near if other_figure(self.passages[pair[0]], self.passages[pair[1]])}
        self.odd = [
            Inconsistency(self.passages[one].span, self.passages[other].span) for one, other in sorted(self._odd)
        ]
        self.pairs = [pair for pair in near if self.may(*pair)]

    def may(self, one: int, other: int) -> bool:
        """Say whether two passages can be one statement: not the same with another figure, nor of somebody else."""
        here, there = self.passages[one], self.passages[other]
        least = min(len(here.bag), len(there.bag))
        return least >= _LEAST_STEMS and (one, other) not in self._odd and not of_others(here, there)

    def features(self, one: int, other: int) -> dict[str, float]:
        """Return what is looked at in a pair."""
        return self._compared.features(one, other)

    def score(self, one: int, other: int, pairing: Pairing) -> float:
        """Return the score of a pair."""
        return pairing.score(self.features(one, other)) + _ANSWERS * (self.answers[one] or self.answers[other])


def other_figure(one: Passage, other: Passage) -> bool:
    """Say whether two sentences say the same of the same with another figure; that one leaves a figure out is none."""
    if not one.digits - other.digits or not other.digits - one.digits or one.names != other.names:
        return False
    here, there = (frozenset(w for w in p.bag if not any(map(str.isdigit, w))) for p in (one, other))
    shared = len(here & there)
    return shared >= _LEAST_FRAME and shared >= _SAME_FRAME * max(len(here), len(there))


def of_others(one: Passage, other: Passage) -> bool:
    """Say whether two sentences tell of two things in one frame: names make half of what parts them; none is shared."""
    if not one.names or not other.names or one.names & other.names:
        return False
    here, there = one.terms - other.terms, other.terms - one.terms
    return all(
        bool(rest) and len(rest & (of.names | of.digits)) >= _OTHERS * len(rest)
        for rest, of in ((here, one), (there, other))
    )


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

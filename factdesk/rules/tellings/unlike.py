"""What shows that two sentences tell of two things, though many of their words are the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, takewhile

from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.tellings.passages import Passage, terms_of
from factdesk.text.lexicon import Token, tokens
from factdesk.text.numbers.quantities import quantities

_SAME_FRAME = 0.85
"""Share of both sentences' words, figures aside, from which another figure is an inconsistency."""
_LEAST_FRAME = 3
_OTHERS = 0.5
"""Share of what each of two sentences has alone that is names and figures, from which they tell of two things."""
_UNFOLDED = 0.5
"""Likeness to a bare line below which a sentence says what the line is about, and does not tell it again."""
_LEAST_SHARED = 3
"""Terms that two sentences must share to be known as the same by their words."""
_MEANT = frozenset(("he", "she", "they", "his", "her", "their"))
"""First words that mean somebody named before."""
_BACK = 5
"""Sentences before one in which the name of whom it means is looked for."""
_OPENING = 2
"""Words that one name at the very beginning of a sentence is looked for in."""
_SUBJECT = 5
"""Words that may stand before the name of whom a sentence tells of ("a spokesman for the")."""
_COUNTED = re.compile(r"[\s–-]*([^\W\d_]{4,})")
_LOWER = re.compile(r"(?<![^\W_])[^\W\d_A-ZÀ-Þ][^\W\d_]+")

Amounts = Mapping[str, frozenset[str]]
"""What is counted or measured → how many."""


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


def only_unfolds(one: Passage, other: Passage, likeness: float) -> bool:
    """Say whether a bare line is one of them that the other is about and does not say again; one that quotes says it.

    Args:
        likeness: cosine of their terms.
    """
    return likeness < _UNFOLDED and any(passage.bare and not passage.opens_quoted for passage in (one, other))


def too_little_shared(one: Passage, other: Passage) -> bool:
    """Say whether so few words are the same that likeness says nothing: "the price was not announced", of two cars."""
    return len(one.terms & other.terms) < _LEAST_SHARED


def other_amount(one: Amounts, other: Amounts) -> bool:
    """Say whether the same is counted in two sentences and comes to something else."""
    return any(one[what].isdisjoint(other[what]) for what in one.keys() & other.keys())


def amounts(words: str, *, wording: bool) -> Amounts:
    """Return what ``words`` count and measure.

    Args:
        wording: whether the rules on English words are used.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for figure in quantities(words, english=wording):
        counted = _COUNTED.match(words, figure.span.end)
        measured = figure.unit.name if figure.unit.kind != "ordinal" else ""
        what = measured or (counted and counted[1].lower().rstrip("s"))
        if what:
            found[what].add(figure.normal)
    return {what: frozenset(of) for what, of in found.items()}


class Subjects:
    """Of whom or what the sentences of an article tell, where they begin with its name.

    The first word has a capital in any case: it is a name where the article has it as a name elsewhere, and nowhere
    without a capital. In a heading, often a row of a list, the words with capitals that it begins with are one.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], passages: Sequence[Passage]) -> None:
        self._text, self._sentences, self._passages = text, sentences, passages
        self._found: dict[int, frozenset[str]] = {}

    def of(self, nth: int) -> frozenset[str]:
        """Return the terms of the name that a sentence begins with; of one that begins otherwise, none."""
        if nth not in self._found:
            sentence = self._sentences[nth]
            words = self._text[slice(*sentence.span)]
            self._found[nth] = _subject(words, sentence, self._passages[nth], self._known)
        return self._found[nth]

    def mean_another(self, one: int, other: int) -> bool:
        """Say whether both begin with a pronoun, and the names before them are others."""
        here, there = self._meant(one), self._meant(other)
        return bool(here and there) and here.isdisjoint(there)

    def _meant(self, nth: int) -> frozenset[str]:
        """Return the terms of the names nearest before a sentence that begins with a pronoun."""
        if _MEANT.isdisjoint(self._passages[nth].words[:1]):
            return frozenset()
        before = (self._passages[at].names for at in range(nth - 1, max(-1, nth - 1 - _BACK), -1))
        return next(filter(None, before), frozenset())

    @cached_property
    def _known(self) -> frozenset[str]:
        """The terms of the article's names."""
        lower = terms_of(frozenset(_LOWER.findall(self._text)))
        return frozenset(chain.from_iterable(passage.names for passage in self._passages)) - lower


def of_somebody_else(one: frozenset[str], here: Passage, other: frozenset[str], there: Passage) -> bool:
    """Say whether each begins with a name of its own that does not stand in the other."""
    return bool(one and other) and one.isdisjoint(there.terms) and other.isdisjoint(here.terms)


def _subject(words: str, sentence: Sentence, passage: Passage, known: frozenset[str]) -> frozenset[str]:
    found = tokens(words)
    capitals = list(takewhile(lambda token: words[token[1]].isupper(), found))
    if passage.heading:
        ends = chain((0,), (end for _, _, end in capitals))
        joined = takewhile(lambda at: not words[at[0] : at[1][1]].strip(), zip(ends, capitals, strict=False))
        return terms_of(word for _, (word, _, _) in joined)
    opening = frozenset(chain.from_iterable(_names_in(words, capitals[:_OPENING], known)))
    named = min(sentence.of("name"), default=None)
    if opening or named is None:
        return opening
    start = named.start - sentence.span.start
    if sum(end <= start for _, _, end in found) > _SUBJECT:
        return frozenset()
    end = named.end - sentence.span.start
    return known & terms_of(word for word, first, last in found if start <= first and last <= end)


def _names_in(words: str, found: Sequence[Token], known: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield the terms of those words that are names; capitals inside a word ("WeWork") make it one, too."""
    for word, start, end in found:
        terms = terms_of((word,))
        inside = words[start + 1 : end]
        if terms and (terms <= known or inside != inside.lower()):
            yield terms

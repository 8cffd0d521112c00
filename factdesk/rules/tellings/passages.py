"""The sentences of an article, each as what it tells: its terms, names, quoted words and figures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factdesk.assets import resource
from factdesk.model.version import BlockKind
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.sentences.vocabulary import stems
from factdesk.rules.suggestions.headlines import states
from factdesk.text.lexicon import tokens
from factdesk.text.spans import Span

_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_ENDED = re.compile(r"[.!?…。！？][”\"’')\]]*\s*$")
_LONGEST_HEADING = 14
"""Words that a line without a full stop may have to be read as a heading."""
_LEAST_TOLD = 4
"""Terms that a line must have to tell something."""
_QUOTES = ('"', "“", "„", "«", "‘", "'")
_PREFIX = 5
"""Letters by which forms of one word are held together where the words are not English."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, ready to be compared.

    Attributes:
        words: in lower case, in order.
        bag: stems of those that say something.
        terms: what they tell of: English words for one thing are one term.
        names, quoted: the terms that stand in names and in quotation marks.
        digits: figures written with digits, as they stand.
        heading: it is, or looks like, a heading.
        title: it is the article's title.
        topic: it is a title that only names what the article is about.
        opens_quoted: it begins with a quotation mark.
    """

    span: Span
    words: tuple[str, ...]
    bag: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]
    digits: frozenset[str]
    heading: bool
    title: bool
    topic: bool
    opens_quoted: bool

    @property
    def bare(self) -> bool:
        """Whether it names something and does not tell it: a heading or a line of few words; never the title."""
        return not self.title and (self.heading or len(self.terms) < _LEAST_TOLD)


def passage_of(text: str, sentence: Sentence, *, wording: bool = True) -> Passage:
    """Return ``sentence`` of ``text`` ready to be compared.

    Args:
        wording: whether the rules on English words are used; where not, words are the same that begin alike.
    """
    words = text[slice(*sentence.span)]
    title = sentence.block is BlockKind.TITLE
    short = len(sentence.words) <= _LONGEST_HEADING and not _ENDED.search(words)
    return Passage(
        sentence.span,
        sentence.words,
        stems(sentence.words),
        terms_of(sentence.words, wording=wording),
        _terms_at(text, sentence.of("name"), wording),
        _terms_at(text, sentence.of("quote"), wording),
        frozenset(_DIGITS.findall(words)),
        short or title or sentence.block is BlockKind.HEADING,
        title,
        title and wording and not states(text, sentence),
        words[:1] in _QUOTES,
    )


def terms_of(words: Iterable[str], *, wording: bool = True) -> frozenset[str]:
    """Return what ``words``, in lower case, tell of; of words that say nothing, nothing."""
    if not wording:
        return frozenset(word[:_PREFIX] for word in stems(words))
    return frozenset(_english_terms(words))


def _english_terms(words: Iterable[str]) -> Iterator[str]:
    alike = _alike()
    for word in words:
        term = alike.get(word.removesuffix("'s"))
        if term is not None:
            yield term
        else:
            yield from stems((word,))


def _terms_at(text: str, spans: Sequence[Span], wording: bool) -> frozenset[str]:
    return terms_of([word for span in spans for word, _, _ in tokens(text[slice(*span)])], wording=wording)


@cache
def _alike() -> dict[str, str]:
    """Return the first word of its group for each word that has others for the same thing."""
    data = json.loads(resource("text", "alike-en.json").read_text(encoding="utf-8"))
    return {word: f"={group.split()[0]}" for group in data["groups"] for word in group.split()}

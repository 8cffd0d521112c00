"""The hedge ladder: how sure each telling is, and where certainty rises though no new source came between.

Proposals for a person: two sentences are about the same statement where they are tellings of one (linked or
proposed, see ``statements``), or tell what one named actor is doing now.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from factdesk.assets import resource
from factdesk.model.tick import Register
from factdesk.model.version import BlockKind
from factdesk.rules.registers.entries import Entry, Registers
from factdesk.rules.sentences.kinds import asks
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.sentences.vocabulary import stems
from factdesk.rules.tellings.statements import by_sentence
from factdesk.text.lexicon import Lexicon, tokens
from factdesk.text.spans import Span


class Strength(IntEnum):
    """How sure a telling is; the order is the ladder's."""

    RUMOURED = 1
    ALLEGED = 2
    POSSIBLE = 3
    SAID = 4
    STATED = 5


@dataclass(frozen=True, slots=True)
class Rung:
    """How sure one sentence is, and the words that say so; a plain statement has none."""

    sentence: Span
    strength: Strength
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Rise:
    """A statement told with a hedge first and plainly later, with no new source between.

    Attributes:
        earlier, later: the two tellings; the earlier one has the words that hedge.
        shared: words both have, as they stand in the later one: what made the program compare them.
    """

    earlier: Rung
    later: Rung
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every sentence of the article with its rung, in reading order, and the rises."""

    rungs: tuple[Rung, ...]
    rises: tuple[Rise, ...]


_SHARED = 4
"""Content words from which a sentence of a named source is about a statement, too."""
_QUOTED = 0.5
_PROGRESSIVE = re.compile(
    r"\b(?:is|are|was|were|been)\s(?:\w+ly\s)?(?!during\b|being\b|nothing\b)\w{2,}ing\b", re.IGNORECASE
)
_OBJECT = 2
"""Characters between a verb and the one it is done to: “is forcing Doe”."""
_WEAK = (Strength.RUMOURED, Strength.ALLEGED)


def ladder(text: str, found: Registers) -> Ladder:
    """Return the ladder of an English article; an empty one where the wording rules are off."""
    if not found.wording:
        return Ladder((), ())
    article = found.article.proper
    rungs = tuple(_rung(text, sentence) for sentence in article)
    return Ladder(rungs, tuple(_Rises(text, article, rungs, found).all()))


def _rung(text: str, sentence: Sentence) -> Rung:
    start, end = sentence.span
    words = text[start:end]
    hedges = _lexicon().find(words, tokens(words)) if _lexicon().may_stand_in(sentence.words) else []
    for code, strength in (
        ("rumoured", Strength.RUMOURED),
        ("alleged", Strength.ALLEGED),
        ("possible", Strength.POSSIBLE),
    ):
        for sign in hedges:
            if sign.code == code:
                return Rung(sentence.span, strength, Span(start + sign.span.start, start + sign.span.end))
    reported = [span for span in sentence.of("hedge") if text[slice(*span)].lower() == "reported"]
    if reported:
        return Rung(sentence.span, Strength.RUMOURED, reported[0])
    said = sentence.of("unnamed-source", "named-source", "attributed")
    if sentence.has("unnamed-source"):
        return Rung(sentence.span, Strength.RUMOURED, sentence.of("unnamed-source")[0])
    if said or sentence.share_of("quote") >= _QUOTED:
        return Rung(sentence.span, Strength.SAID, said[0] if said else None)
    return Rung(sentence.span, Strength.STATED)


class _Rises:
    """Compares plain sentences with the hedged ones before them."""

    def __init__(self, text: str, article: Sequence[Sentence], rungs: Sequence[Rung], found: Registers) -> None:
        self._text, self._article, self._rungs = text, article, rungs
        self._about = [stems(sentence.words) for sentence in article]
        starts = [sentence.span.start for sentence in article]
        self._names = _by_sentence(found.entries[Register.NAMES], starts)
        self._kin = {nth: group for group in by_sentence(found.told, found.article) for nth in group}
        self._with_actor: defaultdict[str, list[int]] = defaultdict(list)
        self._sourced = [nth for nth, sentence in enumerate(article) if sentence.has("named-source")]

    def all(self) -> Iterator[Rise]:
        """Yield at most one rise for each plain sentence: from the first telling it outdoes."""
        for nth, rung in enumerate(self._rungs):
            if rung.strength is Strength.STATED and self._tells(nth):
                for earlier, shared in self._before(nth):
                    if not self._new_source(earlier, nth):
                        yield Rise(self._rungs[earlier], rung, shared)
                        break
            if self._hedges(nth):
                for actor in self._doing(nth, affected=False):
                    self._with_actor[actor].append(nth)

    def _tells(self, nth: int) -> bool:
        """Say whether a sentence asserts something: it asks nothing and is no heading of a few words."""
        sentence = self._article[nth]
        return not asks(self._text, sentence) and sentence.block not in (BlockKind.HEADING, BlockKind.TITLE)

    def _before(self, nth: int) -> list[tuple[int, tuple[str, ...]]]:
        """Return hedged sentences about the same statement, the first first, with the words they share."""
        kin = [earlier for earlier in self._kin.get(nth, ()) if earlier < nth and self._hedges(earlier)]
        found = {earlier: self._about[nth] & self._about[earlier] for earlier in kin}
        for actor in self._doing(nth, affected=True):
            for earlier in self._with_actor[actor][:1]:
                found.setdefault(earlier, frozenset((actor,)))
        return [(earlier, tuple(sorted(found[earlier]))) for earlier in sorted(found)]

    def _hedges(self, nth: int) -> bool:
        """Say whether a sentence keeps its distance. That a title names nobody says nothing: titles leave names out."""
        rung, sentence = self._rungs[nth], self._article[nth]
        if sentence.block is BlockKind.TITLE and rung.words in sentence.of("unnamed-source"):
            return False
        return rung.strength in _WEAK and not asks(self._text, sentence)

    def _doing(self, nth: int, *, affected: bool) -> list[str]:
        """Return who is told to be doing something now: "Doe is preparing"; ``affected``, "is forcing Doe", too."""
        going_on = _PROGRESSIVE.search(self._text, *self._article[nth].span)
        if going_on is None:
            return []
        start, end = going_on.span()
        return [
            entry.normal
            for entry in self._names.get(nth, [])
            if entry.span.end <= start or (affected and 0 < entry.span.start - end <= _OBJECT)
        ]

    def _new_source(self, earlier: int, later: int) -> bool:
        """Say whether a named source speaks about the statement after its first telling, up to the later one."""
        first, last = bisect_right(self._sourced, earlier), bisect_right(self._sourced, later)
        for nth in self._sourced[first:last]:
            if nth == later or len(self._about[nth] & (self._about[earlier] | self._about[later])) >= _SHARED:
                return True
        return False


def _by_sentence(entries: Iterable[Entry], starts: Sequence[int]) -> dict[int, list[Entry]]:
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[bisect_left(starts, entry.sentence.start)].append(entry)
    return dict(found)


def lists() -> dict[str, list[str]]:
    """Return the words of the ladder by their code."""
    return dict(_lists())


@cache
def _lists() -> dict[str, list[str]]:
    data = json.loads(resource("text", "ladder-en.json").read_text(encoding="utf-8"))
    return {code: words for code, words in data.items() if code != "about"}


@cache
def _lexicon() -> Lexicon:
    codes = ("rumoured", "alleged", "possible")
    return Lexicon({code: _lists()[code] for code in codes}, ("may", "will"))

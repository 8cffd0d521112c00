"""Listed words and phrases of a language, found in a text in one pass."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factdesk.assets import resource
from factdesk.text.spans import Span

IDLE = "idle"
"""The code of phrases in which a word does not say what it says alone: “rather than”, “declined to say”."""
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


Token = tuple[str, int, int]
"""A word in lower case, with a straight apostrophe, and its start and end in the text."""


class Sign(NamedTuple):
    """A stretch of text that shows something; ``code`` says what ("hedge")."""

    code: str
    span: Span


class Lexicon:
    """Phrases under codes. One stretch may be a sign of several things, but only once of each.

    Args:
        phrases: code → phrases in lower case.
        only_lower_case: words that are somebody's name or a month when they have a capital.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]], only_lower_case: Iterable[str] = ()) -> None:
        self._only_lower = frozenset(only_lower_case)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for code, entries in phrases.items():
            for entry in entries:
                first, *rest = entry.split()
                self._by_first.setdefault(first, []).append((tuple(rest), code))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def may_stand_in(self, words: Iterable[str]) -> bool:
        """Say whether all words of a phrase are among ``words``, as tokens have them: else none can be found there."""
        there = frozenset(words)
        return any(
            there.issuperset(rest) for first in self._by_first.keys() & there for rest, _ in self._by_first[first]
        )

    def find(self, text: str, tokens: list[Token]) -> list[Sign]:
        """Return the phrases among ``tokens`` of ``text`` by their start, the longest of each code."""
        found: list[Sign] = []
        for nth, (word, start, end) in enumerate(tokens):
            candidates = self._by_first.get(word)
            if candidates is None or (word in self._only_lower and not text[start].islower()):
                continue
            codes: set[str] = set()
            following = tokens[nth + 1][0] if nth + 1 < len(tokens) else ""
            for rest, code in candidates:
                if rest and rest[0] != following:
                    continue
                last = _last(text, tokens, nth, rest) if rest else end
                if last is not None and code not in codes:
                    codes.add(code)
                    found.append(Sign(code, Span(start, last)))
        return list(_outside([span for code, span in found if code == IDLE], found))


def _outside(idle: Sequence[Span], found: Iterable[Sign]) -> Iterator[Sign]:
    """Yield what was found but the idle phrases and shorter ones inside them; both by their start."""
    nth = 0
    for code, span in found:
        while nth < len(idle) and idle[nth].end <= span.start:
            nth += 1
        inside = nth < len(idle) and idle[nth].start <= span.start and span.end <= idle[nth].end
        if code != IDLE and not (inside and span != idle[nth]):
            yield Sign(code, span)


def _last(text: str, tokens: list[Token], nth: int, rest: tuple[str, ...]) -> int | None:
    """Return where the phrase ends that goes on with ``rest`` after token ``nth``, or None."""
    end = tokens[nth][2]
    for word, (there, start, after) in zip(rest, tokens[nth + 1 : nth + 1 + len(rest)], strict=False):
        if there != word or not text[end:start].isspace():
            return None
        end = after
    return end if nth + len(rest) < len(tokens) else None


def tokens(text: str) -> list[Token]:
    """Return the words of ``text`` as a lexicon wants them."""
    straight = text.replace("’", "'")
    small = straight.lower()
    if len(small) == len(straight):
        return [(found[0], *found.span()) for found in _TOKEN.finditer(small)]
    return [(found[0].lower(), *found.span()) for found in _TOKEN.finditer(straight)]  # "İ" is two characters in small


@cache
def english() -> Lexicon:
    """Return the wording that ships for English."""
    phrases = {code: entries for code, entries in _english().items() if code not in ("stop", "only_lower_case")}
    return Lexicon(phrases, _english()["only_lower_case"])


@cache
def english_for(code: str) -> Lexicon:
    """Return what ships for English under one code."""
    return Lexicon({code: _english()[code]}, _english()["only_lower_case"])


@cache
def stop_words() -> frozenset[str]:
    """Return the English words that say nothing about what a text is about."""
    return frozenset(_english()["stop"])


@cache
def _english() -> dict[str, list[str]]:
    data = json.loads(resource("text", "wording-en.json").read_text(encoding="utf-8"))
    return {code: entries for code, entries in data.items() if code != "about"}

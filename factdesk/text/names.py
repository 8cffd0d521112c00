"""Names in an English text: runs of words with a capital."""

from __future__ import annotations

import re

from factdesk.text.lexicon import stop_words
from factdesk.text.spans import Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĐĘĞĪİŁŃŌŐŚŞŠŪŹŻŽ"
_WORD = rf"(?:(?:[{_CAPITAL}]\.)+|[{_CAPITAL}][\w’'-]*)"
_NAME = re.compile(
    rf"(?<![\w’'.-]){_WORD}(?:[ \xa0](?:(?:of|the|for|and|de|del|da|al|bin|ibn|van|von|la|le)[ \xa0]){{0,2}}{_WORD})*"
)

_CAPITALISED = re.compile(f"[{_CAPITAL}]")


def names(text: str, sentence_starts: frozenset[int]) -> list[Span]:
    """Return the runs of capitalised words of ``text``, in reading order.

    A word that has its capital only because it opens a sentence is no name by itself, and is cut
    off where a name follows it.
    """
    found: list[Span] = []
    for run in _NAME.finditer(text):
        start, end = run.span()
        if start in sentence_starts:
            first = run[0].split(None, 1)[0]
            alone = first == run[0]
            if first.lower().replace("’", "'") in stop_words():
                name = _CAPITALISED.search(text, start + len(first), end)
                start = name.start() if name else end
            elif alone and not first[1:2].isupper():
                continue
        if end > start:
            found.append(Span(start, end))
    return found

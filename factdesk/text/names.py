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

    A word that has its capital only because it opens a sentence or a quotation is no name by
    itself; small words ("The", "When") are cut off the name that follows them.
    """
    found: list[Span] = []
    for run in _NAME.finditer(text):
        start, end = run.span()
        first = run[0].split(None, 1)[0]
        acronym = first.isupper() and len(first) > 1
        if not acronym and first.lower().replace("’", "'") in stop_words():
            name = _CAPITALISED.search(text, start + len(first), end)
            start = name.start() if name else end
        elif first == run[0] and not acronym and _opens(text, start, sentence_starts):
            continue
        if end > start:
            found.append(Span(start, end))
    return found


def _opens(text: str, start: int, sentence_starts: frozenset[int]) -> bool:
    """Say whether a sentence begins at ``start``, or a quotation, or whatever stands in brackets."""
    return start in sentence_starts or text[start - 1 : start] in '"“‘„«('

"""Quotations that go on over paragraphs: each paragraph opens with a mark again, and only the last one is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter

from factdesk.rules.registers.entries import Entry, Flag
from factdesk.text.spans import Span

_CLOSING = {"“": "”", "«": "»", '"': '"'}
"""Opening mark → the one that closes it, of those that may be left open at a paragraph's end."""


def closing_mark(opening: str) -> str:
    """Return the mark that closes what ``opening`` opens; a straight one where that is not known."""
    return _CLOSING.get(opening, '"')


def goes_on(text: str, before: Span, span: Span) -> bool:
    """Say whether the quotation at ``span`` is the next paragraph of the one at ``before``."""
    opening = text[before.start]
    is_open = opening in _CLOSING and (before.end - before.start < 2 or text[before.end - 1] != _CLOSING[opening])
    between = text[before.end : span.start]
    return is_open and text[span.start] == opening and "\n" in between and not between.strip(" \t\r\n>\xa0")


def wholes(text: str, quoted: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each quotation together, in reading order: most have one, one of paragraphs has several."""
    nths = [0]
    for before, one in pairwise(quoted):
        nths.append(nths[-1] + (not goes_on(text, before.span, one.span)))
    for _, pairs in groupby(zip(nths, quoted, strict=False), key=itemgetter(0)):
        yield [one for _, one in pairs]


def with_one_speaker(text: str, quoted: Iterable[Entry]) -> list[Entry]:
    """Return quotations in reading order; who is said to have said one paragraph of a long one said all of it."""
    found: list[Entry] = []
    for whole in wholes(text, sorted(quoted, key=lambda entry: entry.span)):
        speaker = next((one.note for one in whole if one.note), "")
        found += [_said_by(speaker, one) if speaker and not one.note else one for one in whole]
    return found


def _said_by(speaker: str, one: Entry) -> Entry:
    return replace(one, note=speaker, flags=tuple(each for each in one.flags if each.flag is not Flag.NO_SPEAKER))

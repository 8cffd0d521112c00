"""Provenance flags: what a reader of the report must know of where the article came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.version import Block, BlockKind
from factdesk.readers.details.byline import is_role
from factdesk.readers.details.proposed import Page, own_words
from factdesk.text.beats import Beat, unheard
from factdesk.text.spans import Span

FlagPlace = tuple[ProvenanceFlag, Span]
_Signs = tuple[tuple[str, re.Pattern[str]], ...]

_MOST_PLACES = 40
_PLACEHOLDERS = (
    (
        "[",
        re.compile(
            r"\[\s*(?i:links?|insert|add|image|photo|picture|embed|video|placeholder|caption|your|todo|tbd|tk|date|source|url|"
            r"chart|graphic|name|headline|quote)\b[^\]\n(]{0,120}\](?!\()"
        ),
    ),
    ("{{", re.compile(r"\{\{[^{}\n]{1,80}\}\}")),
    ("<insert", re.compile(r"<(?i:insert)[^>\n]{0,80}>")),
    ("lorem ipsum", re.compile(r"(?i:lorem ipsum)")),
    ("tk", re.compile(r"\bTK(?:TK|K)*\b(?! +[A-Z])")),
    ("xxxx", re.compile(r"\bX{4,}\b")),
)
_POINTING = (
    "click here|read more here|read the full story here|read the full report here|available here|found here|see here|"
    "read here|watch here|listen here|sign up here|follow this link|follow the link|this link below|link in bio"
)
_LOST_LINKS = (
    ("[", re.compile(r"\[\s*(?i:links?)\b[^\]\n]{0,120}\]")),
    ("(link)", re.compile(r"\((?i:link)\)")),
    (")", re.compile(r"[–—-] ?[A-Z][\w.&'’ ]{1,40}(?=\))")),
    ("(", re.compile(r"\((?i:source|via|see): ?[^()\n]{2,60}\)")),
    *((words, re.compile(rf"\b(?i:{words})\b")) for words in _POINTING.split("|")),
    ("explore our", re.compile(r"\b(?i:explore our) (?:\w+ )?(?i:coverage)\b")),
)
"""What must stand in the lower-case text, and what to look for when it does: most texts are done with the first."""

_ADDRESSES = ("http://", "https://", "www.", "](")
_SIGNS = (*_ADDRESSES, *dict.fromkeys(sign for sign, _ in (*_PLACEHOLDERS, *_LOST_LINKS)))
_SLICE, _REACH = 1 << 18, 1 << 10
"""Characters looked at together, and behind them, so that what begins in them is seen whole."""

_DEFINITION = re.compile(r"^\[[^\]\n]{1,60}\]:", re.MULTILINE)
_WORD = re.compile(r"\w[\w'’-]*")
_SMALL_WORDS = (
    "a an the and or but of in on at to for from by with as is are was were be it its this that what why how "
    "who does do after over amid into not will"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_TOP = 8


def find_flags(
    page: Page, details: Details, beat: Beat = unheard
) -> tuple[frozenset[ProvenanceFlag], tuple[FlagPlace, ...]]:
    """Return the flags and, for those that have one, their places in reading order."""
    text = page.text
    present = _present(text, beat)
    places = list(_found(ProvenanceFlag.PLACEHOLDER, _PLACEHOLDERS, text, present))
    places += _lost_links(text, present)
    beat()
    places += _second_headline(text, page.own)
    flags = {flag for flag, _ in places}
    if not details.byline:
        flags.add(ProvenanceFlag.NO_AUTHOR)
    elif is_role(details.byline):
        flags.add(ProvenanceFlag.ROLE_BYLINE)
        places += [(ProvenanceFlag.ROLE_BYLINE, head.span) for head in page.heads if head.byline == details.byline]
    if not details.published and not details.updated:
        flags.add(ProvenanceFlag.NO_DATE)
    if not details.publisher:
        flags.add(ProvenanceFlag.NO_PUBLISHER)
    return frozenset(flags), tuple(sorted(places, key=lambda place: place[1]))


_Present = Mapping[str, Sequence[int]]
"""Sign → where the slices begin whose lower-case text holds it."""


def _present(text: str, beat: Beat) -> _Present:
    """Look for all signs at once, slice by slice: one call over a long text would hold up every other thread."""
    found: dict[str, list[int]] = {}
    for at in range(0, len(text), _SLICE):
        beat()
        lower = text[at : at + _SLICE + _REACH].lower()
        for sign in _SIGNS:
            if sign in lower:
                found.setdefault(sign, []).append(at)
    return found


def _lost_links(text: str, present: _Present) -> Iterator[FlagPlace]:
    """Words that point somewhere, in a text that holds no address at all."""
    if not present.keys().isdisjoint(_ADDRESSES) or ("]:" in text and _DEFINITION.search(text)):
        return iter(())
    return _found(ProvenanceFlag.LINKS_LOST, _LOST_LINKS, text, present)


def _found(flag: ProvenanceFlag, signs: _Signs, text: str, present: _Present) -> Iterator[FlagPlace]:
    """Yield the places of the signs in reading order; one inside another is no place of its own."""
    spans = sorted(
        span for sign, pattern in signs for span in islice(_places(pattern, text, present.get(sign, ())), _MOST_PLACES)
    )
    end = 0
    for span in spans:
        if span[0] >= end:
            yield flag, Span(*span)
            end = span[1]


def _places(pattern: re.Pattern[str], text: str, slices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield where a pattern holds that begins in one of the slices; none is longer than what is read beyond them."""
    for at in slices:
        for match in pattern.finditer(text, at, at + _SLICE + _REACH):
            if match.start() < at + _SLICE:
                yield match.span()


def _second_headline(text: str, blocks: Sequence[Block]) -> Iterator[FlagPlace]:
    first: frozenset[str] = frozenset()
    for block in blocks[:_TOP]:
        if block.kind is BlockKind.TITLE:
            first = _telling_words(own_words(text, block))
        elif block.kind is BlockKind.HEADING and first:
            second = _telling_words(own_words(text, block))
            shared = len(first & second)
            if shared >= 3 and shared * 2 >= min(len(first), len(second)):
                yield ProvenanceFlag.TWO_HEADLINES, block.span
        elif first and block.span.end - block.span.start > 200:
            return


def _telling_words(headline: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(headline.lower()) if word not in _SMALL)

"""Provenance flags: what a reader of the report must know of where the article came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.version import Block, BlockKind
from factdesk.readers.byline import is_role
from factdesk.readers.details import Page, own_words
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
    text, lower = page.text, page.text.lower()
    beat()
    places = list(_found(ProvenanceFlag.PLACEHOLDER, _PLACEHOLDERS, text, lower))
    beat()
    places += _lost_links(text, lower)
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


def _lost_links(text: str, lower: str) -> Iterator[FlagPlace]:
    """Words that point somewhere, in a text that holds no address at all."""
    held = any(sign in lower for sign in ("http://", "https://", "www.", "]("))
    if held or ("]:" in text and _DEFINITION.search(text)):
        return iter(())
    return _found(ProvenanceFlag.LINKS_LOST, _LOST_LINKS, text, lower)


def _found(flag: ProvenanceFlag, signs: _Signs, text: str, lower: str) -> Iterator[FlagPlace]:
    """Yield the places of the signs in reading order; one inside another is no place of its own."""
    present = (pattern for sign, pattern in signs if sign in lower)
    spans = sorted(match.span() for pattern in present for match in islice(pattern.finditer(text), _MOST_PLACES))
    end = 0
    for span in spans:
        if span[0] >= end:
            yield flag, Span(*span)
            end = span[1]


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

"""Provenance flags: what a reader of the report must know of where the article came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.version import Block, BlockKind
from factdesk.readers.byline import is_role
from factdesk.readers.details import Page, own_words
from factdesk.text.spans import Span

FlagPlace = tuple[ProvenanceFlag, Span]

_MOST_PLACES = 40
_PLACEHOLDER = re.compile(
    r"(?i:\[\s*(?:link|links|insert|add|image|photo|picture|embed|video|placeholder|caption|your|todo|tbd|tk|date|"
    r"source|url|chart|graphic|name|headline|quote)\b"
    r"[^\]\n(]{0,120}\](?!\())|(?i:lorem ipsum)|\bTK(?:TK|K)*\b(?! +[A-Z])|\{\{[^{}\n]{1,80}\}\}|"
    r"(?i:<insert[^>\n]{0,80}>)|\bX{4,}\b",
)
_ANY_ADDRESS = re.compile(r"https?://|\bwww\.|\]\(|^\[[^\]\n]{1,60}\]:", re.IGNORECASE | re.MULTILINE)
_LOST = re.compile(
    r"\[\s*links?\b[^\]\n]{0,120}\]|\(\s*link\s*\)|(?<=\s)[–—-] ?[A-Z][\w.&'’ ]{1,40}(?=\))|\((?i:source|via|"
    r"see): ?[^()\n]{2,60}\)|"
    r"(?i:\bclick here\b|\bread (?:more|the full (?:story|report|article|study)) here\b|\b(?:see|available|found|"
    r"read|watch|listen) here\b|"
    r"\bexplore our (?:\w+ )?coverage\b|\bfollow (?:this|the) link\b|\b(?:this|the) link (?:below|above)\b|"
    r"\blink in bio\b|\bsign up here\b)"
)
_WORD = re.compile(r"\w[\w'’-]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "it",
        "its",
        "this",
        "that",
        "what",
        "why",
        "how",
        "who",
        "does",
        "do",
        "after",
        "over",
        "amid",
        "into",
        "not",
        "will",
    ]
)
_TOP = 8


def find_flags(page: Page, details: Details) -> tuple[frozenset[ProvenanceFlag], tuple[FlagPlace, ...]]:
    """Return the flags and, for those that have one, their places in reading order."""
    places = [*_placeholders(page.text), *_lost_links(page.text), *_second_headline(page.text, page.own)]
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


def _placeholders(text: str) -> Iterator[FlagPlace]:
    for nth, match in enumerate(_PLACEHOLDER.finditer(text)):
        if nth == _MOST_PLACES:
            return
        yield ProvenanceFlag.PLACEHOLDER, Span(*match.span())


def _lost_links(text: str) -> Iterator[FlagPlace]:
    """Words that point somewhere, in a text that holds no address at all."""
    if _ANY_ADDRESS.search(text):
        return
    for nth, match in enumerate(_LOST.finditer(text)):
        if nth == _MOST_PLACES:
            return
        yield ProvenanceFlag.LINKS_LOST, Span(*match.span())


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

"""Furniture: what a page hangs on an article, found by its own words.

The rules are conservative about body text: only short blocks are looked at, and a pattern must hold
the whole of one. Nothing is taken out of the text; a stretch is proposed to be set aside, with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdesk.model.draft import Furniture
from factdesk.model.version import Block
from factdesk.readers import furniture_words as words
from factdesk.readers.furniture_phrases import LONGEST, SHAPES
from factdesk.text.spans import Span

_WHOLE = {phrase: why for why, groups in words.WHOLE.items() for group in groups for phrase in group.split("|")}
_TRIM = " .:…>»›→↓▼▾*_#|-–—[]()!?✕×+•"
_COUNT = re.compile(r"\s*[(\[]?\d[\d,.]*[)\]]?$|^\d[\d,.]*\s+")
_DIVIDER = re.compile(r"[-_*=~•·—–#+.…|/\\\s]+")
_PARTS = re.compile(r"\s*[|·•>»/\t]\s*|\s{2,}")
_CREDIT_TAIL = re.compile(
    r"(?:^|[.!?…\"”’)]\s+)"
    r"(\(?(?:Main image|Image|Photo|Photograph|Picture|Graphic|Illustration|Foto|Bild)(?: credit| courtesy|"
    r" source)?(?:: ?| by )[^.!?\n]{2,60}\.?\)?"
    r"|\((?:AP|AFP|Reuters|EPA|Getty Images?) ?(?:Photo|Images)? ?/ ?[^()\n]{2,60}\)"
    r"|\([^()\n]{2,60}/ ?(?:AP|AFP|Reuters|EPA|Getty Images?|Shutterstock|PA|dpa)\))$"
)
_LONGEST_LINK = 160
_MOST_LINKS = 20
_LONGEST_CREDIT = 120


def folded(words_of_block: str) -> str:
    """Return ``words_of_block`` in lower case, with straight quotes and single spaces."""
    plain = words_of_block.lower().translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return " ".join(plain.split())


def find_furniture(text: str, blocks: Sequence[Block]) -> list[Furniture]:
    """Return the stretches of ``text`` that look like the page's own, in reading order, none overlapping."""
    lines = [folded(text[b.span.start : b.span.end]) if b.span.end - b.span.start <= LONGEST else "" for b in blocks]
    reasons = [reason_of(line) if line else "" for line in lines]
    _mark_runs(lines, reasons)
    _mark_links(text, blocks, lines, reasons)
    return list(_stretches(text, blocks, reasons))


def reason_of(line: str) -> str:
    """Return why the folded ``line`` alone is furniture, or ""."""
    if _DIVIDER.fullmatch(line):
        return words.DIVIDER
    bare = line.strip(_TRIM)
    if why := _WHOLE.get(bare) or _WHOLE.get(_COUNT.sub("", bare).strip(_TRIM)):
        return why
    for why, shape in SHAPES:
        if shape.fullmatch(line):
            return why
    if _is_share_bar(line):
        return words.SHARE
    return words.MENU if _is_menu_line(line) else ""


def _is_share_bar(line: str) -> bool:
    if len(line) > 120:
        return False
    found = [
        word
        for word in re.split(r"[\s|·•,/:]+", line)
        if word not in ("", "on", "via", "this", "to", "by", "with", "or")
    ]
    if not found or not all(word in words.SHARE_WORDS for word in found):
        return False
    sharing = any(word in words.SHARING for word in found)
    return (sharing and len(found) > 1) or line in words.SHARING or len(found) >= 3


def _is_menu_line(line: str) -> bool:
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) < 3:
        parts = line.split()
        return len(parts) >= 4 and all(part in words.MENU_WORDS for part in parts)
    known = sum(1 for part in parts if part in words.MENU_WORDS)
    trail = parts[0] in ("home", "startseite", "accueil", "inicio", "главная") and len(line) <= 160
    return trail or (known >= 3 and known * 2 >= len(parts))


def _mark_runs(lines: Sequence[str], reasons: list[str]) -> None:
    """Mark runs of short lines that are a menu or a share bar only because they stand together."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end] and len(lines[end]) <= 30 and len(lines[end].split()) <= 3:
            end += 1
        run = range(start, end)
        menu = [nth for nth in run if lines[nth].strip(_TRIM) in words.MENU_WORDS]
        share = [nth for nth in run if lines[nth].strip(_TRIM) in words.SHARE_WORDS]
        sharing = any(lines[nth] in words.SHARING for nth in share)
        if len(menu) >= 3 and len(menu) * 2 >= len(run):
            _fill(reasons, run, words.MENU)
        elif len(share) >= 3 or (len(share) == 2 and sharing):
            _fill(reasons, share, words.SHARE)
        start = max(end, start + 1)


def _mark_links(text: str, blocks: Sequence[Block], lines: Sequence[str], reasons: list[str]) -> None:
    """Mark the headlines listed under a line such as "You may also like".

    Ends at the first block that reads like prose; where prose follows, the last headline before
    it stays, since it may be the heading of that prose.
    """
    for nth, why in enumerate(reasons):
        if why != words.RELATED or lines[nth].strip(_TRIM) not in _WHOLE:
            continue
        end = nth + 1
        while end < min(len(blocks), nth + 1 + _MOST_LINKS) and (reasons[end] or _is_link_line(text, blocks[end].span)):
            end += 1
        if end < len(blocks) and not reasons[end - 1]:
            end -= 1
        _fill(reasons, range(nth + 1, end), words.RELATED)


def _is_link_line(text: str, span: Span) -> bool:
    short = span.end - span.start <= _LONGEST_LINK
    return short and text[span.end - 1] not in ".。!…:;,"


def _fill(reasons: list[str], places: Sequence[int], why: str) -> None:
    for nth in places:
        reasons[nth] = reasons[nth] or why


def _stretches(text: str, blocks: Sequence[Block], reasons: Sequence[str]) -> Iterator[Furniture]:
    for block, why in zip(blocks, reasons, strict=True):
        if why:
            yield Furniture(block.span, why)
        elif credit := _credit_at_end(text, block.span):
            yield Furniture(credit, words.CREDIT)


def _credit_at_end(text: str, span: Span) -> Span | None:
    start = max(span.start, span.end - _LONGEST_CREDIT)
    tail = _CREDIT_TAIL.search(text[start : span.end])
    return Span(start + tail.start(1), start + tail.end(1)) if tail else None

"""Furniture: what a page hangs on an article, found by its own words.

The rules are conservative about body text: only short blocks are looked at, and a pattern must hold
the whole of one. Nothing is taken out of the text; a stretch is proposed to be set aside, with its
reason. The words stand in ``resources/readers/furniture.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factdesk.model.draft import Furniture
from factdesk.model.version import Block
from factdesk.readers.furniture.page_links import mark_page_links
from factdesk.readers.furniture.runs import mark_runs
from factdesk.readers.marks import without_links
from factdesk.readers.vocabulary import furniture_words
from factdesk.text.beats import Beat, beating, unheard
from factdesk.text.spans import Span

LONGEST = 420
"""Characters; longer blocks are the article's, whatever their first words are."""

TRIM = " .:…>»›→↓▼▾*_#|-–—[]()!?✕×+•"
"""What may stand around the words of a furniture line."""

_EMPHASIS = "#>*_ "
_COUNT = re.compile(r"\s*[(\[]?\d[\d,.]*[)\]]?$|^\d[\d,.]*\s+")
_COUNT_END = "0123456789)]"
_DIVIDER = re.compile(r"[-_*=~•·—–#+.…|/\\\s]+")
_CUT = re.compile(r"\s*[|·•>»/]\s*")
_CUTS = re.compile("[|·•>»/]")
_SHARE_CUT = re.compile(r"[\s|·•,/:]+")
_BETWEEN = frozenset(("", "on", "via", "this", "to", "by", "with", "or"))
_LONGEST_BAR = 160
_CREDIT_TAIL = re.compile(
    r"(?:^|[.!?…\"”’)]\s+|\s(?=(?:Image|Photo|Foto|Bild): ))"
    r"(\(?(?:Main image|Image|Photo|Photograph|Picture|Graphic|Illustration|Foto|Bild)(?: credit| courtesy| source)?"
    r"(?:: ?| by )[^.!?\n]{2,60}\.?\)?"
    r"|\((?:AP|AFP|Reuters|EPA|Getty Images?) ?(?:Photo|Images)? ?/ ?[^()\n]{2,60}\)"
    r"|\([^()\n]{2,60}/ ?(?:AP|AFP|Reuters|EPA|Getty Images?|Shutterstock|PA|dpa)\))$"
)
_CREDIT_SIGNS = (":", "/", " by ")
"""One of these stands in every credit: most blocks are done with looking for them."""
_LONGEST_CREDIT = 120


def find_furniture(text: str, blocks: Sequence[Block], beat: Beat = unheard) -> list[Furniture]:
    """Return the stretches of ``text`` that look like the page's own, in reading order, none overlapping."""
    spans = (block.span for block in beating(blocks, beat))
    lines = [folded(text[span.start : span.end]) if span.end - span.start <= LONGEST else "" for span in spans]
    reasons = [reason_of(line) if line else "" for line in beating(lines, beat)]
    mark_runs(lines, [line.strip(TRIM) for line in lines], reasons)
    mark_page_links(lines, reasons)
    return list(_stretches(text, beating(blocks, beat), reasons))


def folded(words: str) -> str:
    """Return ``words`` in lower case, with straight quotes, single spaces and no targets of Markdown links."""
    plain = without_links(words).lower()
    plain = plain.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(plain.split())


def reason_of(line: str) -> str:
    """Return why the folded ``line``, alone, is furniture, or ""."""
    known = furniture_words()
    bare = line.strip(TRIM)
    if not bare or _DIVIDER.fullmatch(line):
        return "dividing line" if _DIVIDER.fullmatch(line) else ""
    if why := known.whole.get(bare):
        return why
    if (bare[0].isdigit() or line[-1] in _COUNT_END) and (why := known.whole.get(_COUNT.sub("", bare).strip(TRIM))):
        return why
    if phrase := known.held.search(line):
        return known.holds[phrase.group()]
    if (shape := known.shapes.fullmatch(line.strip(_EMPHASIS) or line)) and shape.lastindex:
        return known.reasons[shape.lastindex - 1]
    if len(line) > _LONGEST_BAR or not (_CUTS.search(line) or known.bars.intersection(line.split())):
        return ""
    if _is_share_bar(line):
        return "share bar"
    return "menu" if _is_menu(line) else ""


def _is_share_bar(line: str) -> bool:
    known = furniture_words()
    found = [word for word in _SHARE_CUT.split(line) if word not in _BETWEEN]
    if not found or not known.share.issuperset(found):
        return False
    return len(found) >= 3 or not known.sharing.isdisjoint(found)


def _is_menu(line: str) -> bool:
    """Say whether ``line`` lists section names, or is a trail such as "Home > World > Europe"."""
    known = furniture_words()
    parts = [part for part in _CUT.split(line) if part]
    if len(parts) < 3:
        parts = line.split()
        return len(parts) >= 4 and known.menu.issuperset(parts) and not known.anchors.isdisjoint(parts)
    if known.anchors.isdisjoint(parts):
        return False
    sections = sum(1 for part in parts if part in known.menu)
    return parts[0] in known.anchors or (sections >= 3 and sections * 2 >= len(parts))


def _stretches(text: str, blocks: Iterable[Block], reasons: Sequence[str]) -> Iterator[Furniture]:
    for block, why in zip(blocks, reasons, strict=True):
        if why:
            yield Furniture(block.span, why)
        elif credit := _credit_at_end(text, block.span):
            yield Furniture(credit, "picture credit")


def _credit_at_end(text: str, span: Span) -> Span | None:
    start = max(span.start, span.end - _LONGEST_CREDIT)
    end = text[start : span.end]
    tail = _CREDIT_TAIL.search(end) if any(sign in end for sign in _CREDIT_SIGNS) else None
    return Span(start + tail.start(1), start + tail.end(1)) if tail else None

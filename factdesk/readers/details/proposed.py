"""Proposed details of an article, each with the place it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factdesk.model.article import Details
from factdesk.model.draft import Alternative
from factdesk.model.version import Block, BlockKind
from factdesk.readers.details.byline import HeadLine
from factdesk.readers.details.date_lines import published_and_updated
from factdesk.readers.marks import without_marks
from factdesk.readers.reading import Stated
from factdesk.readers.texts.lines import line_number
from factdesk.text.dates import find_dates
from factdesk.text.languages import guess_language
from factdesk.text.spans import Span

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'”’)\]]+", re.IGNORECASE)
"""A web address as it is printed."""

_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?:[^/@]*@)?([\w.-]+)", re.IGNORECASE)
_ADDRESS_LABEL = re.compile(
    r"(?:url|link|source|original|address|from|at|here|published|originally|first|appeared|article|the|on|read|"
    r"quellen?|fuente|источник|المصدر|منبع|出典|来源|:|：|\s)*",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright) *(?:©|\(c\)|copyright)? *,? *(?:\d{4}(?: *[-–] *\d{4})?)?,? *(?:by )?"
    r"(?!(?:and|notice|policy|law|is|all rights)\b)([^.|·•\n,()]{2,60}?)(?: *all rights reserved.*|[.|·•\n,()]|$)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[^\W\d_][^.\n]{1,60}?\s[—–-]\s")
_MARKS = re.compile(r"^\s*#{1,6}\s+|\s+#+\s*$|\n\s*[=-]+\s*$")
_LONGEST_FIRST_WORDS = 80
_LONGEST_DEK = 400
_LONGEST_HEADLINE = 1000
_LONGEST_LABEL = 60
_ENDS = 8
_LONGEST_DATED = 100
"""Characters of a line that may date the article though it was set aside."""
_WORDS_OF_A_DATE, _MOST_BESIDE = 3, 9
"""Words of a date, and how many may stand beside it in such a line: a time, a name, “updated”."""
_NEAR_TITLE = 8
"""Blocks before and behind the title in which a date that is set aside may be the article's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One text with its structure, for whoever reads something off it.

    Attributes:
        blocks: all of them, furniture included.
        own: the blocks that are the article's: no furniture, no byline, no date line.
        heads: byline and date lines near the top.
    """

    text: str
    blocks: Sequence[Block]
    own: Sequence[Block]
    heads: Sequence[HeadLine]


def propose(page: Page, stated: Mapping[str, Stated]) -> tuple[Details, dict[str, str]]:
    """Return the proposed details and, for each one found, its origin in words.

    What the file states in its own place goes before what is read off the page.
    """
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    said = ((name, one.value, one.origin) for name, one in stated.items())
    for name, value, origin in (*said, *_read_off(page)):
        if value and not values.get(name):
            values[name], origins[name] = value, origin
    if "language" not in values and (language := guess_language(page.text)):
        values["language"], origins["language"] = language, "the words of the text"
    values.setdefault("title", "")
    return Details(**values), origins


def own_words(text: str, block: Block) -> str:
    """Return the words of a heading (of a longer block the first ones) without Markdown marks, on one line."""
    words = _MARKS.sub("", text[block.span.start : min(block.span.end, block.span.start + _LONGEST_HEADLINE)])
    return " ".join(without_marks(words).replace("\ufeff", "").split())


def _read_off(page: Page) -> Iterator[tuple[str, str, str]]:
    text, blocks = page.text, page.blocks
    yield _title(page)
    yield _dek(page)
    for head in _nearest_to_title(page):
        place = _place(text, head.span)
        yield "byline", head.byline, f"{place}, after “{head.by}”" if head.by else place
        yield "published", head.published, place
        yield "updated", head.updated, place
        yield "publisher", head.publisher, place
    yield _dateline(page)
    yield from _publisher(text, blocks)
    yield from _address(text, blocks)


def dates_aside(page: Page) -> tuple[Alternative, ...]:
    """Return the dates of the first short line with one that is set aside near the title.

    It may be the article's, or the day the page was looked at: only a person can tell, so it is no proposal.
    """
    own = {block.span for block in page.own}
    title = next((nth for nth, block in enumerate(page.blocks) if block.kind is BlockKind.TITLE), 0)
    near = page.blocks[max(0, title - _NEAR_TITLE) : title + _NEAR_TITLE]
    for block in near:
        words = own_words(page.text, block) if block.span not in own else ""
        days = find_dates(words) if len(words) <= _LONGEST_DATED else []
        if days and len(words.split()) <= _WORDS_OF_A_DATE * len(days) + _MOST_BESIDE and "©" not in words:
            found = zip(("published", "updated"), published_and_updated([words]), strict=True)
            origin = f"{_place(page.text, block.span)}, set aside"
            return tuple(Alternative(field, value, origin) for field, value in found if value)
    return ()


def _nearest_to_title(page: Page) -> list[HeadLine]:
    title = next((block.span.start for block in page.own if block.kind is BlockKind.TITLE), 0)
    return sorted(page.heads, key=lambda head: abs(head.span.start - title))


def _title(page: Page) -> tuple[str, str, str]:
    text = page.text
    title = next((block for block in page.own if block.kind is BlockKind.TITLE), None)
    if title:
        return "title", own_words(text, title), _place(text, title.span)
    first = next((block for block in (*page.own, *page.blocks) if _has_words(text, block.span)), None)
    words = own_words(text, first) if first else ""
    if len(words) > _LONGEST_FIRST_WORDS:
        cut = words.rfind(" ", 0, _LONGEST_FIRST_WORDS)
        words = words[: cut if cut > 0 else _LONGEST_FIRST_WORDS].rstrip(" ,;:") + "…"
    return "title", words, "first words"


def _dek(page: Page) -> tuple[str, str, str]:
    """A line between the headline and the byline or date line is the dek; elsewhere it cannot be told."""
    title = next((block.span.end for block in page.own if block.kind is BlockKind.TITLE), None)
    head = min((head.span.start for head in page.heads), default=0)
    between = [block for block in page.own if title is not None and title <= block.span.start < head]
    if len(between) != 1 or between[0].span.end - between[0].span.start > _LONGEST_DEK:
        return "dek", "", ""
    return "dek", own_words(page.text, between[0]), f"{_place(page.text, between[0].span)}, between headline and byline"


def _has_words(text: str, span: Span) -> bool:
    return any(char.isalnum() for char in text[span.start : span.end])


def _dateline(page: Page) -> tuple[str, str, str]:
    """The date before the dash with which a wire report opens: "VALLEY TOWN, 14 March 2026 — …"."""
    body = next((block for block in page.own if block.kind is BlockKind.PARAGRAPH), None)
    opening = body and _DATELINE.match(page.text, body.span.start, body.span.end)
    dates = find_dates(opening.group()) if opening else []
    if not body or not dates:
        return "published", "", ""
    return "published", dates[0].iso, f"{_place(page.text, body.span)}, dateline"


def _address(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str, str]]:
    """An address alone on its line, or after a word such as "Source:", near the top or the end."""
    for block in (*blocks[:_ENDS], *blocks[-_ENDS:]):
        words = text[block.span.start : block.span.end]
        found = ADDRESS.search(words) if len(words) < 2_000 else None
        label = words[: found.start()].strip(" <([") if found else ""
        if not found or len(label) > _LONGEST_LABEL or not _ADDRESS_LABEL.fullmatch(label):
            continue
        if not words[found.end() :].strip(" >)].\r\n"):
            address = found.group().rstrip(".,;")
            yield "address", address, _place(text, block.span)
            host = _HOST.match(address)
            yield "publisher", host.group(1) if host else "", "host of the address"
            return


def _publisher(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str, str]]:
    for block in blocks[-_ENDS:]:
        words = text[block.span.start : block.span.end]
        found = _COPYRIGHT.match(words) if len(words) < 300 else None
        name = found.group(1).strip(" ;:-–—") if found else ""
        if name[:1].isupper():
            yield "publisher", name, f"{_place(text, block.span)}, copyright line"


def _place(text: str, span: Span) -> str:
    number = line_number(text, span.start)
    return "first line" if number == 1 else f"line {number}"

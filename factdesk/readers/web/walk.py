"""Every visible block of a web page, as text with places: a walk over the tree that leaves nothing out.

White space is set as a browser sets it; a line break inside a block is a line end, and between two blocks stand line
ends (between cells of one row, a tab).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import html
from msgspec import structs

from factdesk.model.version import Block, BlockKind
from factdesk.readers.web import tags
from factdesk.readers.web.visible import why_unseen
from factdesk.text.spans import Span

_SPACE = " \t\n\r\f"
_SPACES = re.compile(f"[{_SPACE}]+")


class Around(NamedTuple):
    """Where in the page a stretch of words stands.

    Attributes:
        block: innermost element that makes a block.
        kind, level: as in ``Block``.
        lists: how many lists lie around it.
        quotes: how many quotations.
        unseen: why it is not seen, or "".
        link: what the link around it points to, or "".
        kept_spaces: white space is set as it is written.
    """

    block: html.HtmlElement
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: int = 0
    quotes: int = 0
    unseen: str = ""
    link: str = ""
    kept_spaces: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the first words of a block stand in the tree: an element's text, or what follows it."""

    element: html.HtmlElement
    after: bool


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One visible block and what the page says of it.

    Attributes:
        linked: how many of its characters are the words of links.
    """

    block: Block
    element: html.HtmlElement
    first: Place
    linked: int


@dataclass(slots=True)
class Walked:
    """What the walk gathered.

    Attributes:
        unseen: stretches that are not seen, each with the reason.
        links: words and target, as written.
    """

    text: str = ""
    blocks: list[PageBlock] = field(default_factory=list)
    unseen: list[tuple[Span, str]] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)


def walk(tree: html.HtmlElement) -> Walked:
    """Return the words and blocks below ``tree``; linear in its size, and no deeper on the stack for a deep tree."""
    walker = _Walker(tree)  # not its body alone: a page that forgot to close its head has words in there
    walker.go()
    return walker.walked


class _Walker:
    def __init__(self, root: html.HtmlElement) -> None:
        self.walked = Walked()
        self._root = root
        self._pieces: list[str] = []
        self._length = 0
        self._start = -1
        self._first: Place | None = None
        self._around = Around(root)
        self._opened: Around | None = None
        self._space = self._breaks = 0
        self._linked = 0

    def go(self) -> None:
        steps: list[tuple[html.HtmlElement, Around, bool]] = [(self._root, self._around, False)]
        while steps:
            element, around, leaving = steps.pop()
            if leaving:
                if _is_block(element):
                    self._end_block()
                if element is not self._root:
                    self._say(element.tail, around, element, after=True)
                continue
            steps.append((element, around, True))
            if not isinstance(element.tag, str) or element.tag in tags.UNSEEN:
                continue
            if element.tag == "br":
                self._break()
                continue
            if _is_block(element):
                self._end_block()
            inside = _inside(element, around)
            self._say(element.text, inside, element, after=False)
            steps.extend((child, inside, False) for child in reversed(element))
        self._end_block()
        self.walked.text = "".join(self._pieces)
        self.walked.blocks = [one for block in self.walked.blocks if (one := _visible(block, self.walked.text))]

    def _say(self, words: str | None, around: Around, element: html.HtmlElement, *, after: bool) -> None:
        if not words:
            return
        if around.kept_spaces:
            said = words.replace("\r\n", "\n").replace("\r", "\n")
            said = said if self._start >= 0 else said.lstrip("\n")
            ends = False
        else:
            said = words.strip(_SPACE)
            if words[0] in _SPACE:
                self._space = 1
            if not said:
                return
            ends = words[-1] in _SPACE
            said = _SPACES.sub(" ", said)
        if said:
            if self._start < 0:
                self._begin(around, Place(element, after))
            elif self._breaks:
                self._put("\n")
            elif self._space:
                self._put(" ")
            self._add(said, around)
            self._space = int(ends)

    def _add(self, said: str, around: Around) -> None:
        self._breaks = 0
        start = self._length
        self._put(said)
        span = Span(start, self._length)
        if around.unseen:
            _extend(self.walked.unseen, span, around.unseen, self._start)
        if around.link:
            self._linked += len(said)
            _extend(self.walked.links, span, around.link, self._start)

    def _begin(self, around: Around, place: Place) -> None:
        if self._length:
            self._put(self._gap(around))
        self._start, self._first, self._opened = self._length, place, around

    def _gap(self, around: Around) -> str:
        before = self.walked.blocks[-1]
        row = around.block.getparent() if around.kind is BlockKind.TABLE_CELL else None
        if row is not None and before.element.getparent() is row:
            return "\t"
        same = before.block.kind is around.kind and around.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
        return "\n" if same else "\n\n"

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _break(self) -> None:
        """One break is a line end, two are the end of a paragraph."""
        self._breaks += 1
        self._space = 0
        if self._breaks > 1:
            self._end_block()

    def _end_block(self) -> None:
        around = self._opened
        if self._start >= 0 and around is not None and self._first is not None:
            self._trim()
            span = Span(self._start, self._length)
            if span.end > span.start:
                block = Block(around.kind, span, around.level)
                self.walked.blocks.append(PageBlock(block, around.block, self._first, self._linked))
        self._start, self._first, self._opened = -1, None, None
        self._space = self._breaks = self._linked = 0

    def _trim(self) -> None:
        while self._length > self._start and self._pieces[-1].rstrip(" \t\n") != self._pieces[-1]:
            kept = self._pieces[-1].rstrip(" \t\n")
            self._length -= len(self._pieces[-1]) - len(kept)
            self._pieces[-1] = kept
            if not kept:
                self._pieces.pop()


def _visible(one: PageBlock, text: str) -> PageBlock | None:
    """Return the block without spaces of any kind at its ends, or None where it holds nothing else."""
    span = one.block.span
    words = text[slice(*span)]
    shown = words.strip()
    if len(shown) == len(words):
        return one
    start = span.start + len(words) - len(words.lstrip())
    return replace(one, block=structs.replace(one.block, span=Span(start, start + len(shown)))) if shown else None


def _extend(found: list[tuple[Span, str]], span: Span, what: str, since: int) -> None:
    """Add a stretch, joined to the one before where only a space of the same block lies between."""
    if found and found[-1][1] == what and span.start - found[-1][0].end <= 1 and found[-1][0].start >= since:
        found[-1] = (Span(found[-1][0].start, span.end), what)
    else:
        found.append((span, what))


def _is_block(element: html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and element.tag not in tags.NO_BLOCK


def _inside(element: html.HtmlElement, around: Around) -> Around:
    """Return where the words of ``element`` stand, given where the element stands."""
    tag = element.tag
    unseen = around.unseen or why_unseen(element)
    link = (tag == "a" and element.get("href", "").strip()) or around.link
    if tag in tags.INLINE:
        return around if unseen is around.unseen and link is around.link else around._replace(unseen=unseen, link=link)
    lists, quotes = around.lists + (tag in tags.LISTS), around.quotes + (tag in tags.QUOTES)
    kind, level = _kind(tag, around, lists, quotes)
    return Around(element, kind, level, lists, quotes, unseen, link, around.kept_spaces or tag in tags.PREFORMATTED)


def _kind(tag: str, around: Around, lists: int, quotes: int) -> tuple[BlockKind, int]:
    if tag in tags.HEADINGS:
        return BlockKind.HEADING, tags.HEADINGS[tag]
    if tag in tags.ITEMS:
        return BlockKind.LIST_ITEM, max(1, lists)
    if tag in tags.CAPTIONS:
        return BlockKind.CAPTION, 0
    if tag in tags.PREFORMATTED:
        return BlockKind.CODE, 0
    if tag in tags.QUOTES:
        return BlockKind.QUOTATION, quotes
    if tag in tags.CELLS:
        return BlockKind.TABLE_CELL, 0
    if around.kind is BlockKind.TABLE_CELL:  # a block inside a cell: the table lays the page out
        return (BlockKind.QUOTATION, quotes) if quotes else (BlockKind.PARAGRAPH, 0)
    return around.kind, around.level

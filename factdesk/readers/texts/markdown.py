"""Markdown: blocks of the source, marks included.

The text that is kept is the source as it came, so that a position in it is a position in the file.
Only the block level is understood, and only what articles are written in: ATX and setext headings,
bulleted and numbered lists with nesting, block quotations, fenced code, dividing lines, image lines,
link definitions and a front matter between ``---`` lines. Tables, HTML and indented code stay paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdesk.model.version import Block, BlockKind
from factdesk.readers.reading import Reading
from factdesk.readers.texts.front_matter import front_matter_of
from factdesk.readers.texts.lines import Line, visible_lines
from factdesk.readers.texts.lists import BULLET, NUMBER, Nesting
from factdesk.text.spans import Span

_ATX = re.compile(r"(#{1,6})(?:[ \t]+\S.*|[ \t]*$)")
_SETEXT = re.compile(r"=+$|-{2,}$")
_RULE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])$")
_DEFINITION = re.compile(r"\[[^\]]+\]:[ \t]*\S+")
_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"(?<!\*)\*\*\S[^*\n]*\S\*\*(?!\*)"),
    re.compile(r"^> ", re.MULTILINE),
)
_PROBE = 20_000


def read(text: str) -> Reading:
    """Find the blocks of the Markdown source ``text``; linear in its length."""
    front = front_matter_of(text)
    lines = visible_lines(text)
    skipped = sum(1 for line in lines if front and line.start < front.span.end)
    found = _Blocks(text)
    for line in lines[skipped:]:
        found.add(line)
    head = [Block(BlockKind.CODE, front.span)] if front else []
    aside = [(front.span, "front matter")] if front else []
    return Reading(
        text=text,
        blocks=(*head, *_titled(found.blocks)),
        structured=True,
        stated=front.stated if front else {},
        set_aside=(*aside, *found.set_aside),
    )


def looks_like_markdown(text: str) -> bool:
    """Say whether ``text`` shows a front matter or at least two different marks of Markdown, headings among them."""
    probe = text[:_PROBE]
    if front_matter_of(probe):
        return True
    seen = [bool(sign.search(probe)) for sign in _SIGNS]
    return seen[0] and sum(seen) >= 2


class _Blocks:
    """Takes lines one by one; the last block may still grow."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.set_aside: list[tuple[Span, str]] = []
        self._text = text
        self._nesting = Nesting()
        self._fence = ""
        self._grows = False

    def add(self, line: Line) -> None:
        """Start a block with ``line``, or let the last one grow by it."""
        words = self._text[line.start : line.end]
        if self._fence:
            self._grow(line)
            if words.startswith(self._fence) and not words.strip(self._fence[0]):
                self._fence, self._grows = "", False
            return
        if line.apart:
            self._grows = False
        if fence := _FENCE.match(words):
            self._fence = fence.group(1)
            self._start(BlockKind.CODE, line)
        else:
            self._add_open(line, words)

    def _add_open(self, line: Line, words: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if atx := _ATX.match(words):
            self._start(BlockKind.HEADING, line, len(atx.group(1)))
            self._grows = False
        elif self._grows and last and last.kind is BlockKind.PARAGRAPH and _SETEXT.match(words):
            self.blocks[-1] = Block(BlockKind.HEADING, Span(last.span.start, line.end), 1 if words[0] == "=" else 2)
            self._grows = False
        elif _RULE.match(words):
            self._start(BlockKind.PARAGRAPH, line)
            self._grows = False
        elif quote := _QUOTE.match(words):
            self._quote(line, quote.group().count(">"), bare=quote.end() == len(words))
        elif BULLET.match(words) or NUMBER.match(words):
            self._start(BlockKind.LIST_ITEM, line, self._nesting.level(line.indent), keeps_list=True)
        elif _IMAGE.match(words):
            self._start(BlockKind.CAPTION, line)
            self._grows = False
        elif _DEFINITION.match(words) and not self._grows:
            self._start(BlockKind.CODE, line)
            self.set_aside.append((self.blocks[-1].span, "link definition"))
            self._grows = False
        elif self._grows:
            self._grow(line)
        else:
            self._start(BlockKind.PARAGRAPH, line, keeps_list=line.indent > 0)

    def _quote(self, line: Line, depth: int, *, bare: bool) -> None:
        last = self.blocks[-1] if self.blocks else None
        goes_on = last and last.kind is BlockKind.QUOTATION and not line.apart
        if last and goes_on and bare:
            self._grow(line)
            self._grows = False
        elif last and goes_on and self._grows and last.level == depth:
            self._grow(line)
        else:
            self._start(BlockKind.QUOTATION, line, depth)

    def _start(self, kind: BlockKind, line: Line, level: int = 0, *, keeps_list: bool = False) -> None:
        if not keeps_list:
            self._nesting.end()
        self.blocks.append(Block(kind, Span(line.start, line.end), level))
        self._grows = True

    def _grow(self, line: Line) -> None:
        last = self.blocks[-1]
        self.blocks[-1] = Block(last.kind, Span(last.span.start, line.end), last.level)


def _titled(blocks: Sequence[Block]) -> list[Block]:
    """Name the first heading the title where it is of level 1."""
    first = next((nth for nth, block in enumerate(blocks) if block.kind is BlockKind.HEADING), None)
    if first is None or blocks[first].level != 1:
        return list(blocks)
    return [*blocks[:first], Block(BlockKind.TITLE, blocks[first].span, 1), *blocks[first + 1 :]]

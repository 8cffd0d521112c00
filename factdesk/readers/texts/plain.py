"""Plain text: blocks by line ends, blank lines and list marks.

A line is a block of its own, unless the text was broken into lines of one width; then the lines of
a paragraph are joined again. Which blocks are headings is guessed later, by ``headings``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from factdesk.model.version import Block, BlockKind
from factdesk.readers.reading import Reading
from factdesk.readers.texts.lines import Line, visible_lines
from factdesk.readers.texts.lists import BULLET, NUMBER, Nesting
from factdesk.text.beats import Beat, beating, unheard
from factdesk.text.spans import Span

_NARROWEST, _WIDEST = 40, 100
"""Widths, in characters, to which people and programs break lines."""

_SPEAKER = re.compile(r"[QA]\d{0,2}[:.)] ")
_WIDE_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def read(text: str, beat: Beat = unheard) -> Reading:
    """Find the blocks of ``text``; linear in its length."""
    return Reading(text=text, blocks=_blocks(text, visible_lines(text, beat), beat), structured=False)


def _blocks(text: str, lines: Sequence[Line], beat: Beat) -> tuple[Block, ...]:
    found: list[Block] = []
    nesting = Nesting()
    width = _broken_at(lines)
    before: Line | None = None
    item_indent = -1
    for line in beating(lines, beat):
        mark = BULLET.match(text, line.start, line.end) or _number(text, line, found)
        hangs = item_indent >= 0 and not line.apart and line.indent > item_indent
        if mark:
            found.append(Block(BlockKind.LIST_ITEM, Span(line.start, line.end), nesting.level(line.indent)))
            item_indent = line.indent
        elif before and (hangs or _continues(text, before, line, width)):
            last = found[-1]
            found[-1] = Block(last.kind, Span(last.span.start, line.end), last.level)
        else:
            found.append(Block(BlockKind.PARAGRAPH, Span(line.start, line.end)))
            nesting.end()
            item_indent = -1
        before = line
    return tuple(found)


def _number(text: str, line: Line, found: Sequence[Block]) -> re.Match[str] | None:
    """Match the number of an item; a list starts with its first number, so "14. März" starts none."""
    number = NUMBER.match(text, line.start, line.end)
    goes_on = bool(found) and found[-1].kind is BlockKind.LIST_ITEM
    return number if number and (goes_on or number.group("first")) else None


def _broken_at(lines: Sequence[Line]) -> int:
    """Return the width at which the lines were broken, or 0 where each line is a paragraph."""
    times = Counter(line.end - line.start for line, after in pairwise(lines) if not after.apart)
    lengths, inner = sorted(times), times.total()
    if inner < 2:
        return 0
    upto = list(accumulate(times[length] for length in lengths))
    width = lengths[bisect_right(upto, int(inner * 0.95))]
    full = sum(times[length] for length in lengths if length >= width - 15)
    return width if _NARROWEST <= width <= _WIDEST and full >= 0.5 * inner else 0


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    """Say whether ``line`` goes on with the sentence or paragraph of the line ``before``."""
    if line.apart or _SPEAKER.match(text, line.start, line.end):
        return False
    length = before.end - before.start
    if length >= _NARROWEST and text[line.start].islower() and text[before.end - 1].isalpha():
        return True
    if not width:
        return False
    word = 1 if _WIDE_SCRIPT.match(text, line.start) else len(text[line.start : line.end].split(None, 1)[0])
    return length + 1 + word > width

"""How each line of the article is set: size, weight, indents and the room above it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from factdesk.model.version import Block, BlockKind
from factdesk.text.spans import Span
from factdesk.ui.article.shown import INVISIBLE


@dataclass(frozen=True, slots=True)
class Setting:
    """How one sort of block is set. Lengths are in ems of the reading size.

    Attributes:
        scale: size of the type, 1 for body text.
        pitch: from baseline to baseline, in ems of the block's own size.
        above: room above the block; ``again`` above a block that follows one of its own sort.
        below: the room above a following block of body text, or None where that block decides.
        indent: from the column's edge, for each level where the block has levels.
        hanging: later lines stand under the words of the first, not under its bullet.
        quiet: set in secondary ink.
        loud: set in full ink, whatever its label.
        ruled: with a rule along its leading edge.
    """

    scale: float = 1.0
    pitch: float = 1.6
    above: float = 0.75
    again: float = 0.75
    below: float | None = None
    indent: float = 0.0
    bold: bool = False
    fixed: bool = False
    hanging: bool = False
    quiet: bool = False
    loud: bool = False
    ruled: bool = False


BODY = Setting()
MARKUP = Setting(scale=0.8, above=0.3, again=0.1, quiet=True)
"""Signs between the blocks: rules, fences, the lines under a Markdown heading."""
FURNITURE = Setting(scale=0.82, pitch=1.5, above=0.3, again=0.3, quiet=True)

_KINDS = {
    BlockKind.TITLE: Setting(scale=1.55, pitch=1.28, above=0.2, again=0.5, bold=True, loud=True),
    BlockKind.PARAGRAPH: BODY,
    BlockKind.LIST_ITEM: Setting(above=0.5, again=0.3, indent=1.0, hanging=True),
    BlockKind.QUOTATION: Setting(above=0.75, again=0.3, indent=1.3, ruled=True),
    BlockKind.CAPTION: Setting(scale=0.85, pitch=1.5, above=0.4, again=0.4, quiet=True),
    BlockKind.CODE: Setting(scale=0.85, pitch=1.45, above=0.6, again=0.0, indent=1.0, fixed=True),
    BlockKind.TABLE_CELL: Setting(scale=0.92, pitch=1.5, above=0.75, again=0.15, indent=0.6),
    BlockKind.NOTE: Setting(scale=0.85, pitch=1.5, above=0.9, again=0.3),
}
_HEADINGS = (1.3, 1.2, 1.1)
_TIGHT = 0.2
_BULLET = re.compile(r"\s*(?:[•·▪▸◦‣⁃*+–—-]|\(?(?:\d{1,3}|\w)[.)])\s+")


class Row(NamedTuple):
    """One paragraph as Qt sees it: the text between two line ends.

    Attributes:
        start, length: of its characters in the shown text, in code points, without the line end.
        block: index of the article's block it belongs to, or -1.
        above: room above it in ems of the reading size.
        bullet: characters of its bullet, for a hanging row.
        empty: it shows nothing and takes no room.
        hidden: it is folded away.
        stub: index of the furniture whose stub stands above it, or -1.
    """

    start: int
    length: int
    setting: Setting
    block: int = -1
    above: float = 0.0
    bullet: int = 0
    empty: bool = False
    hidden: bool = False
    stub: int = -1

    @property
    def shows(self) -> bool:
        """Say whether its words are to be seen."""
        return not (self.empty or self.hidden)

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + self.length)


@cache
def setting_of(kind: BlockKind, level: int) -> Setting:
    """Return how a block is set; the same object for the same sort."""
    if kind is BlockKind.HEADING:
        scale = _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1]
        return Setting(scale=scale, pitch=1.35, above=1.3, again=0.6, below=0.35, bold=True)
    setting = _KINDS[kind]
    return replace(setting, indent=setting.indent * level) if level > 1 else setting


def rows_of(shown: str, blocks: Sequence[Block]) -> list[Row]:
    """Return the rows of a shown text; there is one for each of Qt's blocks, so at least one.

    Rows without a visible character take no room outside the article's blocks: the room between
    blocks comes from their settings.
    """
    rows: list[Row] = []
    last: Row | None = None
    start, nth = 0, 0
    starts, ends = [block.span.start for block in blocks], [block.span.end for block in blocks]
    parted = _parted_by_blank_lines(shown, len(blocks))
    blank = True
    for line in shown.split("\n"):
        end = start + len(line)
        while nth < len(ends) and ends[nth] <= start:
            nth += 1
        inside = nth < len(starts) and starts[nth] < end
        if inside or (line and not line.isspace() and line != INVISIBLE):
            last = _row(start, line, nth if inside else -1, blocks, last)
            if parted and not blank and last.setting is BODY and rows[-1].setting is BODY:
                last = last._replace(above=min(last.above, _TIGHT))
            rows.append(last)
            blank = False
        else:
            rows.append(Row(start, end - start, BODY, -1, 0.0, 0, True))
            blank = True
        start = end + 1
    return rows


def _parted_by_blank_lines(shown: str, blocks: int) -> bool:
    """Say whether blank lines part paragraphs; those that none parts then belong together, like question and answer."""
    blank = shown.count("\n\n") + shown.count(f"\n{INVISIBLE}\n")
    return 3 * blank >= blocks - 1


def with_furniture(rows: Sequence[Row], shown: str, furniture: Sequence[Span], *, hidden: bool) -> Sequence[Row]:
    """Return ``rows`` with those that lie in furniture set small or hidden, and room for its stubs.

    A row is furniture when all its visible characters lie in one of the ascending spans; the first
    row of each span carries the stub of that span.
    """
    if not furniture:
        return rows
    made = list(rows)
    for nth, span in enumerate(furniture):
        stub = nth
        first, last = bisect_right(rows, span.start, key=_start), bisect_left(rows, span.end, key=_start)
        for at in range(max(first - 1, 0), last):
            if rows[at].empty or not _inside(rows[at], shown, span):
                continue
            made[at] = rows[at]._replace(setting=FURNITURE, above=FURNITURE.above, bullet=0, hidden=hidden, stub=stub)
            stub = -1
    return made


def _start(row: Row) -> int:
    return row.start


def _inside(row: Row, shown: str, span: Span) -> bool:
    words = shown[slice(*row.span)]
    start = row.start + len(words) - len(words.lstrip())
    return span.start <= start and row.start + len(words.rstrip()) <= span.end


def _row(start: int, line: str, nth: int, blocks: Sequence[Block], last: Row | None) -> Row:
    setting = setting_of(blocks[nth].kind, blocks[nth].level) if nth >= 0 else MARKUP
    if last is not None and nth >= 0 and last.block == nth:
        return Row(start, len(line), setting, nth)
    bullet = _BULLET.match(line) if setting.hanging else None
    if last is None:
        above = 0.0
    elif last.setting.below is not None and not setting.bold:
        above = last.setting.below
    else:
        above = setting.again if last.setting is setting else setting.above
    return Row(start, len(line), setting, nth, above, bullet.end() if bullet else 0)

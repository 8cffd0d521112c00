"""From the printed lines of a PDF to paragraphs and headings: by leading, indent, short last lines and size of type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from factdesk.model.version import BlockKind
from factdesk.readers.papers.pdf.lines import Line
from factdesk.readers.texts.lists import BULLET, NUMBER

_SENTENCE_END = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*$")
_LARGER, _SMALLER = 1.12, 0.92
"""Sizes, beside the body's, from which on type makes a heading and below which it makes a note."""
_WIDER = 1.45
"""Distance between lines, beside the usual one, that parts paragraphs."""
_INDENT = 0.8
"""First line's indent that opens a paragraph, in sizes of type."""
_OUTDENT = 3.0
"""How far, in sizes of type, the second line of a paragraph may stand left of the first."""
_SHORT, _VERY_SHORT = 0.12, 0.5
"""Share of the column's width that a line lacks which ends its paragraph: behind a sentence, and in any case."""
_ITEM = re.compile(rf"{NUMBER.pattern}|[–—] ")
_NEAR = 2.0
"""Points by which lines of one column may begin apart."""
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """The lines of one paragraph or heading, in order; they may go on in the next column or page."""

    kind: BlockKind
    level: int
    lines: tuple[Line, ...]


def blocks_of(lines: Sequence[Line]) -> list[PrintedBlock]:
    """Return the blocks of all pages; ``lines`` are in reading order and hold no running heads."""
    if not lines:
        return []
    body = _body_size(lines)
    leading = _leading(lines)
    columns = _columns(lines)
    groups: list[list[Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, leading, columns):
            groups[-1].append(line)
        else:
            groups.append([line])
    larger = sorted({g[0].size for g in groups if g[0].size > body * _LARGER and _may_head(g)}, reverse=True)
    return list(_shaped(groups, body, larger))


def _shaped(groups: Sequence[list[Line]], body: float, larger: Sequence[float]) -> Iterator[PrintedBlock]:
    titled = False
    mostly_bold = sum(len(g) for g in groups if g[0].bold) * 2 > sum(map(len, groups))
    for group in groups:
        first = group[0]
        kind, level = BlockKind.PARAGRAPH, 0
        if first.size in larger and _may_head(group):
            kind, level = BlockKind.HEADING, min(6, larger.index(first.size) + 1)
            if not titled and first.page == 0 and level == 1:
                kind, titled = BlockKind.TITLE, True
        elif first.bold and not mostly_bold and len(group) < 3 and not _SENTENCE_END.search(group[-1].words):
            kind, level = BlockKind.HEADING, min(6, len(larger) + 1)
        elif BULLET.match(first.words) or _ITEM.match(first.words):
            kind, level = (BlockKind.NOTE, 0) if first.size < body * _SMALLER else (BlockKind.LIST_ITEM, 1)
        yield PrintedBlock(kind, level, tuple(group))


def _may_head(group: Sequence[Line]) -> bool:
    return sum(len(line.words) for line in group) <= _LONGEST_HEADING


def _body_size(lines: Sequence[Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.words)
    return max(letters, key=letters.__getitem__)


def _leading(lines: Sequence[Line]) -> float:
    steps = [a.base - b.base for a, b in pairwise(lines) if a.page == b.page and 0 < a.base - b.base < 4 * a.size]
    return median(steps) if steps else 0.0


def _columns(lines: Sequence[Line]) -> dict[Line, float]:
    """Return, for each line, where the column it stands in ends at the right."""
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    ends = {}
    for page, own in pages.items():
        for left in {round(line.left) for line in own}:
            beside = [one for one in own if one.left <= left + _NEAR and one.right > left]
            ends[page, left] = _full(beside or own)  # ink without width stands beside nothing
    return {line: ends[line.page, round(line.left)] for line in lines}


def _full(column: Sequence[Line]) -> float:
    """Return how far the lines of a column go, but for a few that go over others as well."""
    return sorted(line.right for line in column)[int(0.9 * (len(column) - 1))]


def _beside(before: Line, line: Line) -> bool:
    """Say whether both stand on one printed line: a raised number of a note, words behind a wide gap."""
    near = -0.2 * before.size <= line.left - before.right <= 3 * before.size
    return line.page == before.page and near and abs(line.base - before.base) < 0.5 * max(line.size, before.size)


def _goes_on(before: Line, line: Line, leading: float, columns: dict[Line, float]) -> bool:
    """Say whether ``line`` belongs to the paragraph of the line before it."""
    if _beside(before, line):
        return True
    if abs(line.size - before.size) > 0.08 * before.size or line.bold != before.bold:
        return False
    if before.parted:
        return True
    lacks = (columns[before] - before.right) / max(1.0, columns[before] - before.left)
    if BULLET.match(line.words) or (lacks > _SHORT and _ITEM.match(line.words)):
        return False
    step = before.base - line.base
    ended = bool(_SENTENCE_END.search(before.words))
    if line.page != before.page or step <= 0 or line.left > before.right:  # the next column or page
        return not ended and lacks <= _SHORT
    if lacks > _VERY_SHORT or (leading and step > _WIDER * leading):
        return False
    hangs = bool(BULLET.match(before.words) or _ITEM.match(before.words))
    if before.left - line.left > (_INDENT if hangs else _OUTDENT) * line.size:
        return False
    indented = line.left - before.left > _INDENT * line.size
    return hangs if indented else not (ended and lacks > _SHORT)

"""How each line of the article is set: size, weight, indents and the room above it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from factdesk.model.version import BlockKind


class Setting(Struct, frozen=True):
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
_BULLET = re.compile(r"\s*(?:[•·▪▸◦‣⁃*+–—-]|\(?(?:\d{1,3}|\w)[.)])\s+")


@cache
def setting_of(kind: BlockKind, level: int) -> Setting:
    """Return how a block is set; the same object for the same sort."""
    if kind is BlockKind.HEADING:
        scale = _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1]
        return Setting(scale=scale, pitch=1.35, above=1.3, again=0.6, below=0.35, bold=True)
    setting = _KINDS[kind]
    return replace(setting, indent=setting.indent * level) if level > 1 else setting


def bullet_of(line: str) -> int:
    """Return how many characters of a line of a list are its bullet."""
    bullet = _BULLET.match(line)
    return bullet.end() if bullet else 0

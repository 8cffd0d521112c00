"""One paragraph of a rich text file: its words are gathered first, since what it is may be said after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from factdesk.model.remark import RemarkKind
from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.papers.fields import address_of
from factdesk.readers.papers.word.styles import Shape, shape_called
from factdesk.readers.texts.lists import BULLET, NUMBER
from factdesk.text.spans import Span

_BODY_LEVEL = 9
"""The outline level that says: no heading."""
_NUMBERS = {"s": "style", "outlinelevel": "outline", "ilvl": "level", "li": "indent", "ls": "listed"}
_HANGING = re.compile(r"[^\w\s]\t")
"""Any one mark with a tab behind it, as programs write items without saying that they are."""
_STEP = 360
"""Twentieths of a point by which lists are usually indented."""


@dataclass(frozen=True, slots=True)
class Shaping:
    """What control words say of a paragraph.

    Attributes:
        style: number in the stylesheet.
        outline: outline level from 0, or 9.
        listed: number of its list, or 0.
        level: depth in that list, from 0.
        indent: from the left, in twentieths of a point.
        in_table: it stands in a cell.
    """

    style: int = 0
    outline: int = _BODY_LEVEL
    listed: int = 0
    level: int = 0
    indent: int = 0
    in_table: bool = False

    def after(self, name: str, number: int | None) -> Shaping:
        """Return what holds after one more control word; most say nothing of this."""
        if name == "pard":
            return Shaping()
        if name == "intbl":
            return replace(self, in_table=True)
        changed: dict[str, Any] = {_NUMBERS[name]: number or 0} if name in _NUMBERS else {}
        return replace(self, **changed) if changed else self

    def shape(self, style_name: str, words: str) -> Shape:
        """Return what the paragraph is; a mark that stands in the words themselves makes an item, too."""
        named = shape_called(style_name)
        if named:
            return named
        if self.outline < _BODY_LEVEL:
            return Shape(BlockKind.HEADING, min(6, self.outline + 1))
        if self.listed:
            return Shape(BlockKind.LIST_ITEM, self.level + 1)
        if self.indent and (_HANGING.match(words) or BULLET.match(words) or NUMBER.match(words)):
            return Shape(BlockKind.LIST_ITEM, max(1, self.indent // _STEP))
        return Shape(BlockKind.PARAGRAPH)


@dataclass(slots=True)
class Flow:
    """Words gathered so far; every place is within them."""

    length: int = 0
    boxes: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _links: list[tuple[Span, str]] = field(default_factory=list)
    _hidden: list[Span] = field(default_factory=list)
    _remarks: list[tuple[Span, RemarkKind, str, str]] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(self._parts)

    def say(self, words: str, *, hidden: bool) -> None:
        self._parts.append(words)
        self.length += len(words)
        if hidden:
            self._hidden.append(Span(self.length - len(words), self.length))

    def link(self, start: int, code: str) -> None:
        """Let the words from ``start`` carry the link that the code of a field gives, if it gives one."""
        if address := address_of(code):
            self._links.append((Span(start, self.length), address))

    def remark(self, start: int, end: int, kind: RemarkKind, text: str, by: str = "") -> None:
        self._remarks.append((Span(start, end), kind, text, by))

    def hand_over(self, to: Composer, shaping: Shaping, style_name: str, *, in_cell: bool) -> None:
        """Make a block of the words, and of each text box that hangs on them."""
        words = self.words
        shape = shaping.shape(style_name, words)
        if in_cell or shaping.in_table:
            shape = Shape(BlockKind.TABLE_CELL)
        to.open(shape.kind, shape.level)
        start = to.at
        to.say(words)
        for span, address in self._links:
            to.link(_moved(span, start), address)
        for span in self._hidden:
            to.set_aside(_moved(span, start), "hidden text")
        for span, kind, text, by in self._remarks:
            to.remark(_moved(span, start), kind, text, by)
        to.close()
        for box in self.boxes:
            to.open(BlockKind.PARAGRAPH)
            to.say(box)
            to.close()


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

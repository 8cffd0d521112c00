"""What the styles of a Word document say of a paragraph: heading, list item, quotation, caption."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from factdesk.model.version import BlockKind
from factdesk.readers.papers.package import attribute, child, local

_HEADING = re.compile(r"(?:heading|title of heading|überschrift|titre|título|rubrik|titolo)\s*(\d)\b", re.IGNORECASE)
_NAMED = (
    (re.compile(r"title$", re.IGNORECASE), BlockKind.TITLE),
    (re.compile(r"caption\b", re.IGNORECASE), BlockKind.CAPTION),
    (re.compile(r"(?:intense |block )?(?:quote|quotations?|block text)\b", re.IGNORECASE), BlockKind.QUOTATION),
    (re.compile(r"(?:html preformatted|preformatted text|source code|code|verbatim)\b", re.IGNORECASE), BlockKind.CODE),
    (re.compile(r"(?:footnote|endnote) text$", re.IGNORECASE), BlockKind.NOTE),
)
_BODY_LEVEL = 9
"""The outline level that says: no heading."""


class Shape(NamedTuple):
    """What a paragraph is; ``level`` as in ``Block``."""

    kind: BlockKind
    level: int = 0


def shape_called(name: str) -> Shape | None:
    """Return what a paragraph is whose style has one of Word's own names ("heading 2"), or None."""
    if heading := _HEADING.match(name):
        return Shape(BlockKind.HEADING, min(6, max(1, int(heading.group(1)))))
    kind = next((kind for pattern, kind in _NAMED if pattern.match(name)), None)
    return Shape(kind, 1 if kind in (BlockKind.TITLE, BlockKind.QUOTATION) else 0) if kind else None


class Styles:
    """The paragraph styles of one document, each with what it takes over from the one it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {
            attribute(style, "styleId"): style
            for style in (root if root is not None else ())
            if local(style) == "style" and attribute(style, "type") in ("paragraph", "")
        }

    def shape(self, paragraph: etree._Element) -> Shape:
        """Return what ``paragraph`` is, by its own marks first and then by its style."""
        own = child(paragraph, "pPr")
        chain = [one for one in (own, *self._chain(attribute(child(own, "pStyle"), "val"))) if one is not None]
        names = [attribute(child(style, "name"), "val") for style in chain if local(style) == "style"]
        outline = next((level for level in map(_outline, chain) if level is not None), None)
        if named := next(filter(None, map(shape_called, names)), None):
            return named
        if outline is not None and outline < _BODY_LEVEL:
            return Shape(BlockKind.HEADING, min(6, outline + 1))
        for holder in chain:
            numbering = child(_properties(holder), "numPr")
            if numbering is not None:
                listed = attribute(child(numbering, "numId"), "val") != "0"
                return Shape(BlockKind.LIST_ITEM, 1 + _number(child(numbering, "ilvl"))) if listed else _PLAIN
        return _PLAIN

    def _chain(self, style_id: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style_id in self._styles and self._styles[style_id] not in chain:
            chain.append(self._styles[style_id])
            style_id = attribute(child(chain[-1], "basedOn"), "val")
        return chain


_PLAIN = Shape(BlockKind.PARAGRAPH)


def is_on(switch: etree._Element | None) -> bool:
    """Say whether a switch of Word's is there and not turned off."""
    return switch is not None and attribute(switch, "val").lower() not in ("0", "false", "off", "none")


def _properties(holder: etree._Element) -> etree._Element | None:
    return holder if local(holder) == "pPr" else child(holder, "pPr")


def _outline(holder: etree._Element) -> int | None:
    level = child(_properties(holder), "outlineLvl")
    return None if level is None else _number(level)


def _number(element: etree._Element | None) -> int:
    value = attribute(element, "val")
    return int(value) if value.isdecimal() and len(value) < 3 else 0

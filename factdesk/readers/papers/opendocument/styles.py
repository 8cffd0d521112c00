"""What the styles of an OpenDocument text say of a paragraph or a run: its shape, and whether it is hidden."""

from __future__ import annotations

import re

from lxml import etree

from factdesk.model.version import BlockKind
from factdesk.readers.papers.package import attribute, local

_NAMED = (
    (re.compile(r"Title$"), (BlockKind.TITLE, 1)),
    (re.compile(r"(?:Caption|Illustration|Figure|Table|Drawing)$"), (BlockKind.CAPTION, 0)),
    (re.compile(r"(?:Quotations|Quote|Block_20_Text|Block_20_Quot)"), (BlockKind.QUOTATION, 1)),
    (re.compile(r"(?:Preformatted|Source_20_Code)"), (BlockKind.CODE, 0)),
    (re.compile(r"(?:Footnote|Endnote)$"), (BlockKind.NOTE, 0)),
)
_PLAIN = (BlockKind.PARAGRAPH, 0)


class Styles:
    """The styles of one document, by name, each with the one it takes after."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._parents: dict[str, str] = {}
        self._hidden: set[str] = set()
        for root in roots:
            for style in root.iter(etree.Element) if root is not None else ():
                if local(style) == "style":
                    self._add(style)

    def shape(self, name: str) -> tuple[BlockKind, int]:
        """Return kind and level of a paragraph whose style is called ``name``."""
        for one in self._chain(name):
            for pattern, shape in _NAMED:
                if pattern.match(one):
                    return shape
        return _PLAIN

    def hides(self, name: str) -> bool:
        """Say whether what has this style is not shown."""
        return any(one in self._hidden for one in self._chain(name))

    def _add(self, style: etree._Element) -> None:
        name = attribute(style, "name")
        self._parents[name] = attribute(style, "parent-style-name")
        if any(local(one) == "text-properties" and attribute(one, "display") == "none" for one in style):
            self._hidden.add(name)

    def _chain(self, name: str) -> list[str]:
        chain: list[str] = []
        while name and name not in chain:
            chain.append(name)
            name = self._parents.get(name, "")
        return chain

"""Marks of list items, and how deep an item stands."""

from __future__ import annotations

import re

BULLET = re.compile(r"[•‣◦▪▫●○■□·►▸➤⁃∙*+-](?=[ \t\u00a0])[ \t\u00a0]*(?=\S)")
"""A bullet and the space after it; a dash without space, or an em dash, opens no item."""

NUMBER = re.compile(r"(?:(?P<first>[(]?1[.)]|[aA]\))|\d{1,3}[.)]|\(\d{1,3}\)|[b-hB-H]\))[ \t\u00a0]+(?=\S)")
"""A number or letter and the space after it; ``first`` is set where it can begin a list."""


class Nesting:
    """Depth of list items by their indent, as they come one after the other."""

    def __init__(self) -> None:
        self._indents: list[int] = []

    def level(self, indent: int) -> int:
        """Return the depth, from 1, of an item that starts at column ``indent``."""
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        return len(self._indents)

    def end(self) -> None:
        """Forget the list: something else stands between."""
        self._indents.clear()

"""The visible lines of a text, with exact places."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile("([^\r\n\v\f\x85\u2028\u2029]*)(\r\n|[\r\n\v\f\x85\u2028\u2029]|\\Z)")
_TAB = 4


class Line(NamedTuple):
    """One line with something to see on it.

    Attributes:
        start, end: code points, without the white space at both ends.
        indent: columns of white space before it; a tab counts four.
        apart: a blank line, or the start of the text, stands before it.
    """

    start: int
    end: int
    indent: int
    apart: bool


def visible_lines(text: str) -> list[Line]:
    """Return every line of ``text`` that holds more than white space, in order."""
    found: list[Line] = []
    apart = True
    for match in _LINE.finditer(text):
        raw = match.group(1)
        bare = raw.strip()
        if not bare:
            apart = True
            continue
        lead = len(raw) - len(raw.lstrip())
        start = match.start() + lead
        indent = lead if "\t" not in raw[:lead] else sum(_TAB if char == "\t" else 1 for char in raw[:lead])
        found.append(Line(start, start + len(bare), indent, apart))
        apart = False
    return found


def line_number(text: str, position: int) -> int:
    """Return the number, from 1, of the line on which ``position`` stands; blank lines count."""
    ends = text.count("\n", 0, position) + text.count("\r", 0, position) - text.count("\r\n", 0, position)
    return ends + 1

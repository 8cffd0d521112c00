"""The visible lines of a text, with exact places."""

from __future__ import annotations

import re
from typing import NamedTuple

from factdesk.text.beats import Beat, beating, unheard

_ENDS = "\n\v\f\r\x85\u2028\u2029"
_VISIBLE = re.compile(f"\\S[^{_ENDS}]*")
_END = re.compile(f"\r\n|[{_ENDS}]")
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


def visible_lines(text: str, beat: Beat = unheard) -> list[Line]:
    """Return every line of ``text`` that holds more than white space, in order."""
    found: list[Line] = []
    before = 0
    for match in beating(_VISIBLE.finditer(text), beat):
        start = match.start()
        gap = text[before:start]
        end = start + len(match.group().rstrip())
        if gap == "\n":
            found.append(Line(start, end, 0, False))
        else:
            ends = _END.split(gap)
            found.append(Line(start, end, len(ends[-1].expandtabs(_TAB)), not found or len(ends) > 2))
        before = end
    return found


def line_number(text: str, position: int) -> int:
    """Return the number, from 1, of the line on which ``position`` stands; blank lines count."""
    ends = text.count("\n", 0, position) + text.count("\r", 0, position) - text.count("\r\n", 0, position)
    return ends + 1

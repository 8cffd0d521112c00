"""What Qt is given to show for a version's text: the same length in UTF-16, unit for unit.

Qt joins ``\\r\\n``, ends paragraphs at signs of its own and hides others; so every character it would
change is replaced by one it keeps. The article is never read back from Qt.
"""

from __future__ import annotations

import re
from functools import cache

_LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2029"
_ODD = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2029\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"

_SLICE = 1 << 16

INVISIBLE = "\u200b"
"""A sign without width: for the ``\\r`` of a ``\\r\\n``, and for U+FEFF, which Qt loses at a text's start."""


def shown(text: str) -> str:
    """Return ``text`` with one character for each, such that Qt keeps every one of them.

    The result holds no line end but ``\\n`` (and U+2028, which breaks a line inside a paragraph);
    the ``\\r`` of a ``\\r\\n`` takes no room; a control character shows as its picture.
    """
    pieces: list[str] = []
    done = 0
    for at in range(0, len(text), _SLICE):  # in slices: one search through a long text holds up every other thread
        if _is_plain(text[at : at + _SLICE]):
            continue
        for found in _odd().finditer(text, at, at + _SLICE):
            pieces += text[done : found.start()], _stand_in(found)
            done = found.end()
    return "".join((*pieces, text[done:])) if pieces else text


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(_ODD)  # late: most articles hold nothing odd


def _is_plain(text: str) -> bool:
    """Say that nothing in ``text`` is odd, in half the time of looking for it; of some plain texts it is not said."""
    return "\ufffc" not in text and all(map(str.isprintable, text.split("\n")))


def _stand_in(found: re.Match[str]) -> str:
    char = found.group()
    if char == "\ufeff" or (char == "\r" and found.string.startswith("\n", found.end())):
        return INVISIBLE
    if char in _LINE_ENDS:
        return "\n"
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\N{SYMBOL FOR DELETE}" if char == "\x7f" else "\N{REPLACEMENT CHARACTER}"

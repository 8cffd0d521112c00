"""Words of a text, so that the edges of a claim can be moved by word in any script."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from factdesk.text.spans import Span

_SINGLE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(r"\w+(?:['’.,:·-]\w+)*")


def words(text: str) -> list[Span]:
    """Return the words of ``text`` in reading order."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def next_word_edge(text: str, index: int) -> int:
    """Return the end of the first word that ends after ``index``; the text's end where none does."""
    ends = [word.end for word in words(text)]
    at = bisect_right(ends, index)
    return ends[at] if at < len(ends) else len(text)


def previous_word_edge(text: str, index: int) -> int:
    """Return the start of the last word that starts before ``index``; 0 where none does."""
    starts = [word.start for word in words(text)]
    at = bisect_left(starts, index)
    return starts[at - 1] if at else 0

"""Which block of a page is the article's headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factdesk.model.version import BlockKind
from factdesk.readers.web.walk import Walked

_WORD = re.compile(r"\w+")
_LONGEST = 400
_NEAR = 0.6


def title_of(walked: Walked, names: Iterable[str]) -> int | None:
    """Return the number of the headline's block, or None where no heading is like one.

    It is the heading most like one of ``names``, as the page states its title elsewhere; else the first of level 1.
    """
    headings = [
        nth
        for nth, one in enumerate(walked.blocks)
        if one.block.kind is BlockKind.HEADING and one.block.span.end - one.block.span.start <= _LONGEST
    ]
    stated = [words for words in map(_words, names) if words]
    best, score = None, 0.0
    for nth in headings:
        block = walked.blocks[nth].block
        like = _likeness(_words(walked.text[block.span.start : block.span.end]), stated) - block.level / 100
        if like > score:
            best, score = nth, like
    if best is not None and score >= _NEAR:
        return best
    return next((nth for nth in headings if walked.blocks[nth].block.level == 1), None)


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))


def _likeness(words: frozenset[str], stated: Sequence[frozenset[str]]) -> float:
    """Return how much of a heading and of a stated title is the same; a site's name added to either costs little."""
    return max((2 * len(words & one) / (len(words) + len(one)) for one in stated), default=0.0) if words else 0.0

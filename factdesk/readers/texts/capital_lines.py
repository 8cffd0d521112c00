"""Titles in capitals that a page stretches over several lines: they are one title, not several claims."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factdesk.model.version import Block, BlockKind
from factdesk.text.spans import Span

_HEAD = 12
"""Blocks from the top among which such a title is looked for."""
_LONGEST = 220
"""Characters of the whole title."""
_LEAST_WORDS = 4
"""Of its first line: menus and labels have fewer."""


def in_capitals(words: str) -> bool:
    """Say whether ``words`` have capitals and no small letters."""
    return words.isupper()


def with_capital_lines_joined(text: str, blocks: Sequence[Block], set_aside: Collection[Span]) -> tuple[Block, ...]:
    """Return ``blocks``, lines in capitals right below a longer one in capitals joined to it, near the top only.

    Args:
        set_aside: spans of blocks that are furniture; a joined block ends before them.
    """
    joined: list[Block] = []
    for block in blocks[:_HEAD]:
        if joined and block.span not in set_aside and joined[-1].span not in set_aside:
            together = Block(joined[-1].kind, Span(joined[-1].span.start, block.span.end), joined[-1].level)
            if _goes_on(text, joined[-1], block) and together.span.end - together.span.start <= _LONGEST:
                joined[-1] = together
                continue
        joined.append(block)
    return (*joined, *blocks[_HEAD:])


def _goes_on(text: str, above: Block, below: Block) -> bool:
    """Say whether two paragraphs, with no blank line between, are in capitals and no sentence ends in the first."""
    if above.kind is not BlockKind.PARAGRAPH or below.kind is not BlockKind.PARAGRAPH:
        return False
    words = text[slice(*above.span)]
    if not in_capitals(words) or not in_capitals(text[slice(*below.span)]):
        return False
    gap = text[above.span.end : below.span.start]
    return len(gap.splitlines()) == 1 and words[-1] not in ".!?:" and len(words.split()) >= _LEAST_WORDS

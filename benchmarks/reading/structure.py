"""Which links, headings, items and quotations of a page's article came in, and how many from outside it.

An element is the article's when the words of its block are a line of the gold body, or five words and more of it. The
same words in two places of a page count once.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.reading.bodies import Body, folded
from factdesk.model.draft import Draft
from factdesk.model.version import BlockKind

_KINDS = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION)


@dataclass(slots=True)
class Kept:
    """By kind: how many are the article's, how many of them were kept, and how many others."""

    there: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    outside: int = 0

    @property
    def share(self) -> float:
        return self.kept.total() / self.there.total()


def structure(draft: Draft, body: str, own: Kept, theirs: Kept, their_text: str) -> None:
    """Count the elements of one page for our reader and for another whose whole text is ``their_text``."""
    gold, other = Body.of(body), Body.of(their_text)
    aside = {piece.span for piece in draft.furniture}
    found: dict[tuple[str, str, bool], tuple[bool, bool]] = {}
    for kind, words, nth in _elements(draft):
        block = draft.text[slice(*draft.blocks[nth].span)]
        key = (kind, folded(words), gold.holds(block))
        ours, others = found.get(key, (False, False))
        found[key] = ours or draft.blocks[nth].span not in aside, others or other.holds(block)
    for (kind, _, inside), kept in found.items():
        for counts, is_kept in zip((own, theirs), kept, strict=True):
            if inside:
                counts.there[kind] += 1
                counts.kept[kind] += is_kept
            else:
                counts.outside += is_kept


def _elements(draft: Draft) -> list[tuple[str, str, int]]:
    found = [(str(b.kind), draft.text[slice(*b.span)], nth) for nth, b in enumerate(draft.blocks) if b.kind in _KINDS]
    starts = [block.span.start for block in draft.blocks]
    links = ((draft.text[slice(*link.span)], bisect(starts, link.span.start) - 1) for link in draft.links)
    return [*found, *(("link", words, nth) for words, nth in links)]

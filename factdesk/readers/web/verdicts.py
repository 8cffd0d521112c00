"""From two opinions to what is kept: agreement decides, disagreement is shown, nothing is taken out of the text.

Measured on saved news pages (``python -m benchmarks intake``): what both judges took is right more often than either.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from factdesk.model.version import BlockKind
from factdesk.readers.furniture.own_words import find_furniture
from factdesk.readers.web.visible import HIDDEN
from factdesk.readers.web.walk import PageBlock, Walked

_OUTSIDE = "outside the article"
_AROUND = {"nav": "menu", "footer": "foot of the page", "aside": "beside the article", "form": "form"}
_HINTS = (
    ("comment", "comments"),
    ("disqus", "comments"),
    ("newsletter", "newsletter line"),
    ("related", "related links"),
    ("recirc", "related links"),
    ("share", "share bar"),
    ("social", "share bar"),
    ("cookie", "cookie or consent line"),
    ("consent", "cookie or consent line"),
    ("breadcrumb", "menu"),
    ("sidebar", "beside the article"),
)
_HALF = 0.5
_PLAINLY_NOT = frozenset(
    ("advertisement mark", "share bar", "dividing line", "page control", "menu", "comments", "cookie or consent line",
     "newsletter line", "related links", "links of the page", "topic tags")
)  # fmt: skip
"""Reasons that need no second judge."""

_LINKS = frozenset(("related links", "links of the page"))
"""Said of a block for the blocks around it too; words that link nowhere are none."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one block.

    Attributes:
        kept: it is the article's.
        reason: why it is set aside, or would be; empty where nobody doubts that it is the article's.
        disputed: the judges disagree.
    """

    kept: bool
    reason: str = ""
    disputed: bool = False


def decide(blocks: Sequence[PageBlock], opinions: Sequence[frozenset[int]]) -> list[Verdict]:
    """Return a verdict for each block.

    - With no opinion everything is kept; with one it is followed.
    - With two, what both took is kept. Where one took less than half of the other's words, and nothing else, it lost
      the article half way: the longer is followed.
    - A quotation between two kept blocks is kept: both judges drop posts that an article embeds.
    """
    if not opinions:
        return [Verdict(kept=True) for _ in blocks]
    kept = _with_quotations(blocks, _agreed(blocks, opinions))
    taken = frozenset().union(*opinions)
    agreed = taken.intersection(*opinions)
    reasons = _Reasons()
    return [
        Verdict(
            kept=nth in kept,
            reason="" if nth in agreed else reasons.of(one.element),
            disputed=(nth in taken) is not (nth in agreed) or (nth in kept) is not (nth in taken),
        )
        for nth, one in enumerate(blocks)
    ]


def with_own_words(walked: Walked, verdicts: Sequence[Verdict], title: int | None) -> list[Verdict]:
    """Return ``verdicts`` with what the words of a block alone say of it.

    A share bar or a menu is set aside whoever kept it; of words that an article may hold as well, it is only said.
    Where a block is set aside already, its words give the better reason.
    """
    numbers = {one.block.span: nth for nth, one in enumerate(walked.blocks)}
    told = list(verdicts)
    for piece in find_furniture(walked.text, [one.block for one in walked.blocks]):
        nth = numbers.get(piece.span)
        if (
            nth is None
            or nth == title
            or (verdicts[nth].kept and piece.reason in _LINKS and not walked.blocks[nth].linked)
        ):
            continue
        before = verdicts[nth]
        kept = before.kept and piece.reason not in _PLAINLY_NOT
        told[nth] = Verdict(kept, piece.reason, before.disputed)
    return told


def without_unseen(walked: Walked, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return ``verdicts`` with every block set aside whose words cannot be seen on the page."""
    unseen = sorted(walked.unseen)
    starts = [span.start for span, _ in unseen]
    told = list(verdicts)
    for nth, one in enumerate(walked.blocks):
        last = bisect(starts, one.block.span.start) - 1
        if last >= 0 and unseen[last][0].end >= one.block.span.end:
            why = unseen[last][1]
            told[nth] = Verdict(why != HIDDEN and verdicts[nth].kept, why, verdicts[nth].kept and why != HIDDEN)
    return told


def _agreed(blocks: Sequence[PageBlock], opinions: Sequence[frozenset[int]]) -> set[int]:
    shorter, *longer = sorted(opinions, key=lambda taken: _length(blocks, taken))
    if not longer:
        return set(shorter)
    both = shorter & longer[0]
    inside = _length(blocks, both) >= 0.8 * _length(blocks, shorter)
    if inside and _length(blocks, shorter) < _HALF * _length(blocks, longer[0]):
        return set(longer[0])
    return set(both)


def _length(blocks: Sequence[PageBlock], taken: frozenset[int]) -> int:
    return sum(blocks[nth].block.span.end - blocks[nth].block.span.start for nth in taken)


def _with_quotations(blocks: Sequence[PageBlock], kept: set[int]) -> set[int]:
    order = sorted(kept)
    quotations = (nth for nth, one in enumerate(blocks) if one.block.kind is BlockKind.QUOTATION and nth not in kept)
    return kept.union(nth for nth in quotations if 0 < bisect(order, nth) < len(order))


class _Reasons:
    """What the page itself calls the places that blocks stand in; each place is looked at once."""

    def __init__(self) -> None:
        self._known: dict[html.HtmlElement, str] = {}

    def of(self, element: html.HtmlElement) -> str:
        passed: list[html.HtmlElement] = []
        found = _OUTSIDE
        for around in _upwards(element):
            passed.append(around)
            if reason := self._known.get(around) or _called(around):
                found = reason
                break
        self._known.update(dict.fromkeys(passed, found))
        return found


def _called(element: html.HtmlElement) -> str:
    if element.tag in _AROUND:
        return _AROUND[element.tag]
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return next((reason for hint, reason in _HINTS if hint in names), "")


def _upwards(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    while element is not None and element.tag not in ("body", "html", "article", "main"):
        yield element
        element = element.getparent()

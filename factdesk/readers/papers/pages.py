"""Pages inside other files (chapters of a book, the body of an e-mail): every block of theirs, none judged."""

from __future__ import annotations

import re
from bisect import bisect_left

from lxml import html

from factdesk.model.remark import RemarkKind
from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.web.tree import tree_of
from factdesk.readers.web.visible import HIDDEN
from factdesk.readers.web.walk import walk
from factdesk.text.spans import Span

_MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[*†‡§])\W{0,2}")
_BACK = re.compile(r"\s{0,2}[↩↑^]\W{0,2}")
"""The sign behind a note that leads back to its mark."""


def add_page(composer: Composer, source: str) -> None:
    """Add the blocks of the page with this ``source``, its links, and what is hidden on it."""
    tree, _ = tree_of(source)
    walked = walk(tree)
    inward = [(Span(*span), target[1:]) for span, target in walked.links if target.startswith("#")]
    marks = [(span, name) for span, name in inward if _MARK.fullmatch(walked.text, *span)]
    notes = {name for _, name in marks}
    starts: list[int] = []
    shifts: list[int] = []
    for one in walked.blocks:
        block = one.block
        note = any(above.get("id") in notes for above in (one.element, *one.element.iterancestors()))
        composer.open(BlockKind.NOTE if note else block.kind, 0 if note else block.level)
        starts.append(block.span.start)
        shifts.append(composer.at - block.span.start)
        composer.say(walked.text[slice(*block.span)])
        composer.close()

    def placed(span: Span) -> Span:
        """Return where words of the page stand in the text: they move with the block they begin in."""
        shift = shifts[max(0, bisect_left(starts, span.start + 1) - 1)] if shifts else 0
        return Span(span.start + shift, span.end + shift)

    named = {one.get("id"): one for one in tree.iter() if one.get("id") in notes}
    for span, target in walked.links:
        if "://" in target or target.startswith("mailto:"):
            composer.link(placed(Span(*span)), target)
    for span, name in marks:
        at = placed(span).start
        composer.remark(Span(at, at), RemarkKind.FOOTNOTE, _words(named.get(name)))
    for span, _ in inward:
        if _MARK.fullmatch(walked.text, *span) or _BACK.fullmatch(walked.text, *span):
            composer.set_aside(placed(span), "note mark")
    for span, why in walked.unseen:
        composer.set_aside(placed(Span(*span)), "hidden text" if why == HIDDEN else why)


def _words(note: html.HtmlElement | None) -> str:
    """Return the words of a note, without the sign that leads back to its mark."""
    return _BACK.sub("", " ".join("".join(note.itertext()).split())) if note is not None else ""

"""An article as the rules read it: its sentences, and which of them are the article's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from factdesk.model.draft import Furniture
from factdesk.model.version import Block
from factdesk.rules.sentences.signs import Sentence, sentences_of
from factdesk.text.spans import Span

Progress = Callable[[int, int], None]
"""Called with (done, total); what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Article:
    """The sentences of one text in reading order.

    Attributes:
        aside: those of them that furniture covers by half or more.
    """

    sentences: tuple[Sentence, ...]
    aside: frozenset[Span]

    @property
    def proper(self) -> list[Sentence]:
        """The sentences that are the article's own."""
        return [sentence for sentence in self.sentences if sentence.span not in self.aside]


def read_article(
    text: str,
    blocks: Sequence[Block],
    furniture: Iterable[Furniture] = (),
    *,
    wording: bool,
    on_progress: Progress | None = None,
) -> Article:
    """Split ``text`` along its blocks and find the signs in each sentence; linear in the text.

    Args:
        wording: whether the rules on English words are used.
        on_progress: called after each block.
    """
    found: list[Sentence] = []
    for nth, block in enumerate(blocks, start=1):
        found += sentences_of(text, block, wording=wording)
        if on_progress is not None:
            on_progress(nth, len(blocks))
    return Article(tuple(found), _aside(found, sorted(item.span for item in furniture)))


def _aside(article: Iterable[Sentence], furniture: Sequence[Span]) -> frozenset[Span]:
    found: list[Span] = []
    first = 0
    for sentence in article:
        start, end = sentence.span
        while first < len(furniture) and furniture[first].end <= start:
            first += 1
        at, covered = first, 0
        while at < len(furniture) and furniture[at].start < end:
            covered += min(end, furniture[at].end) - max(start, furniture[at].start)
            at += 1
        if 2 * covered >= end - start:
            found.append(sentence.span)
    return frozenset(found)

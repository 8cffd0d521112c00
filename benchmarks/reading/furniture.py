"""How well furniture is told from the article: on annotated sentences, and on saved pages pasted whole.

``newsgold``: a sentence counts as set aside when most of it lies in a furniture stretch; right when one
annotator says so, missed when both do. ``extraction``: a page's visible blocks, one a line, are read as a
paste; a block whose words stand in the gold body is the article's, every other one is the page's.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.newsgold import FILES, gold_articles
from benchmarks.reading.bodies import Body
from benchmarks.reading.shingles import tokens
from benchmarks.results import Result
from factdesk.model.draft import Draft
from factdesk.readers.formats import read_text
from factdesk.text.spans import Span

_INLINE_TAGS = "a abbr b bdi big cite code del em font i ins label mark q s small span strong sub sup time tt u wbr"
_INLINE = frozenset(_INLINE_TAGS.split())
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "head", "select", "textarea", "iframe"))


@dataclass(slots=True)
class _Tally:
    """Set aside and rightly, set aside and wrongly, left in place though furniture."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def results(self, of: str) -> list[Result]:
        taken = self.right + self.wrong
        return [
            Result(
                f"furniture, {of}: precision", self.right / taken if taken else None, "share", note=f"{taken} set aside"
            ),
            Result(f"furniture, {of}: recall", self.right / (self.right + self.missed), "share"),
        ]


def measure(data: Path) -> list[Result]:
    """Measure on the annotated sentences and on the saved pages below ``data``."""
    return [*_on_gold(data), *_on_pages(data / "extraction")]


def _on_gold(data: Path) -> list[Result]:
    articles = gold_articles(data)
    if not articles:
        return [Result("furniture, annotated", None, "", note=f"no {' or '.join(FILES)} in {data}")]
    tally = _Tally()
    for article in articles:
        for line in article.lines:
            said = line.kinds.count("furniture")
            if _mostly_aside(article.draft, line.span):
                tally.right += said > 0
                tally.wrong += said == 0
            else:
                tally.missed += said == len(line.kinds)
    return tally.results("annotated")


def _mostly_aside(draft: Draft, span: Span) -> bool:
    inside = sum(
        min(piece.span.end, span.end) - max(piece.span.start, span.start)
        for piece in draft.furniture
        if piece.span.overlaps(span)
    )
    return inside * 2 > span.end - span.start


def _on_pages(folder: Path) -> list[Result]:
    if not folder.is_dir():
        return [Result("furniture, whole pages", None, "", note=f"no {folder}")]
    tally, of_the_article = _Tally(), 0
    for draft, body in _pages(folder):
        for reason, _, own in _blocks(draft, body):
            of_the_article += own
            tally.right += bool(reason) and not own
            tally.wrong += bool(reason) and own
            tally.missed += not reason and not own
    lost = tally.wrong / of_the_article
    note = f"of {of_the_article} blocks of the gold bodies"
    return [
        *tally.results("whole pages"),
        Result("furniture, whole pages: article set aside", lost, "share", note=note),
    ]


def _pages(folder: Path) -> Iterator[tuple[Draft, Body]]:
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, page in sorted(gold.items()):
        with gzip.open(folder / "html" / f"{name}.html.gz", "rt", encoding="utf-8", errors="replace") as file:
            text = "\n\n".join(_visible_blocks(file.read()))
        yield read_text(text), Body.of(page["articleBody"])


def _blocks(draft: Draft, body: Body) -> Iterator[tuple[str, str, bool]]:
    aside = {piece.span: piece.reason for piece in draft.furniture}
    for block in draft.blocks:
        words = draft.text[block.span.start : block.span.end]
        if tokens(words):
            yield aside.get(block.span, ""), words, body.holds(words)


def _visible_blocks(page: str) -> Sequence[str]:
    reader = _Blocks()
    reader.feed(page)
    reader.close()
    reader.end_block()
    return reader.blocks


class _Blocks(HTMLParser):
    """Collects the visible words of a page, one entry for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag not in _INLINE:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag not in _INLINE:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def end_block(self) -> None:
        words = " ".join("".join(self._words).split())
        if words:
            self.blocks.append(words)
        self._words.clear()

"""How well furniture is told from the article: on annotated sentences, and on saved pages pasted whole.

``newsgold``: a sentence counts as set aside when most of it lies in a furniture stretch; right when one
annotator says so, missed when both do. ``extraction``: a page's visible blocks, one a line, are read as a
paste; a block whose words stand in the gold body is the article's, every other one is the page's.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from factdesk.model.draft import Draft
from factdesk.readers.formats import read_text
from factdesk.text.spans import Span

_GOLD = ("newsgold_dev.jsonl", "newsgold_web_dev.jsonl")
_INLINE_TAGS = "a abbr b bdi big cite code del em font i ins label mark q s small span strong sub sup time tt u wbr"
_INLINE = frozenset(_INLINE_TAGS.split())
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "head", "select", "textarea", "iframe"))
_WORD = re.compile(r"\w+")
_TELLING = 5
"""Words; a shorter block is the article's only when it is a line of the gold body."""


@dataclass(slots=True)
class _Tally:
    """Counts of one sort: taken and right, taken and wrong, left out."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def row(self, name: str, of: str) -> dict[str, object]:
        taken, due = self.right + self.wrong, self.right + self.missed
        return {
            "measure": name,
            "of": of,
            "precision": round(self.right / taken, 3) if taken else None,
            "recall": round(self.right / due, 3) if due else None,
            "set_aside": taken,
            "wrongly": self.wrong,
        }


def measure(data: Path) -> list[dict[str, object]]:
    """Return one row for each set below ``data``; a set that is absent is said to be not measured."""
    rows = [_on_gold(data / name) if (data / name).is_file() else _absent(name) for name in _GOLD]
    pages = data / "extraction"
    return [*rows, *(_on_pages(pages) if pages.is_dir() else [_absent("extraction")])]


def wrongly_set_aside(data: Path) -> Iterator[tuple[str, str]]:
    """Yield reason and words of each article block of ``extraction`` that was set aside, to be looked at."""
    for draft, body in _pages(data / "extraction"):
        for reason, words, own in _blocks(draft, body):
            if reason and own:
                yield reason, words


def _absent(name: str) -> dict[str, object]:
    return {"measure": "furniture", "of": name, "note": "not measured"}


def _on_gold(path: Path) -> dict[str, object]:
    tally = _Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        draft = read_text(article["text"])
        for sentence in article["sentences"]:
            said = sentence["kind"].count("furniture")
            if _mostly_aside(draft, Span(sentence["start"], sentence["end"])):
                tally.right += said > 0
                tally.wrong += said == 0
            else:
                tally.missed += said == 2
    return tally.row("furniture", path.name)


def _mostly_aside(draft: Draft, span: Span) -> bool:
    inside = sum(
        min(piece.span.end, span.end) - max(piece.span.start, span.start)
        for piece in draft.furniture
        if piece.span.overlaps(span)
    )
    return inside * 2 > span.end - span.start


def _on_pages(folder: Path) -> list[dict[str, object]]:
    tally, body_blocks, page_words, aside_words = _Tally(), 0, 0, 0
    for draft, body in _pages(folder):
        for reason, words, own in _blocks(draft, body):
            body_blocks += own
            tally.right += bool(reason) and not own
            tally.wrong += bool(reason) and own
            tally.missed += not reason and not own
            if not own:
                page_words += len(words.split())
                aside_words += len(words.split()) if reason else 0
    row = tally.row("furniture", "extraction, pages pasted whole")
    lost = {"article_blocks": body_blocks, "article_blocks_lost": round(tally.wrong / body_blocks, 4)}
    return [row | lost | {"words_of_the_page_set_aside": round(aside_words / page_words, 3)}]


def _pages(folder: Path) -> Iterator[tuple[Draft, _Body]]:
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, page in sorted(gold.items()):
        with gzip.open(folder / "html" / f"{name}.html.gz", "rt", encoding="utf-8", errors="replace") as file:
            text = "\n\n".join(_visible_blocks(file.read()))
        yield read_text(text), _Body.of(page["articleBody"])


@dataclass(frozen=True, slots=True)
class _Body:
    words: str
    lines: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Body:
        return cls(_words_of(text), frozenset(map(_words_of, text.splitlines())))

    def holds(self, words: str) -> bool:
        return words in self.lines or (len(words.split()) >= _TELLING and words in self.words)


def _blocks(draft: Draft, body: _Body) -> Iterator[tuple[str, str, bool]]:
    aside = {piece.span: piece.reason for piece in draft.furniture}
    for block in draft.blocks:
        words = draft.text[block.span.start : block.span.end]
        known = _words_of(words)
        if known.strip():
            yield aside.get(block.span, ""), words, body.holds(known)


def _words_of(text: str) -> str:
    return " " + " ".join(_WORD.findall(text.lower())) + " "


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

"""Articles whose repeats people labelled, with the pairs of sentences that the program compares in them.

Four sets: the newsgold articles, labelled line by line by two annotators; 100 pairs of sentences of ``extraction/``;
53 articles of ``extraction/`` that were read whole, each under its headline, before the rules were written anew; and
23 texts that nothing was chosen by.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from benchmarks.data import rows
from benchmarks.newsgold import FILES, most_overlapping
from factdesk.readers.formats import read_text
from factdesk.rules.sentences.article import Article, read_article
from factdesk.rules.tellings.repeats import ToldAgain
from factdesk.text.spans import Span

PAIRS = Path(__file__).parents[1] / "quality" / "repeats.json"
"""Pairs of sentences of articles of ``extraction/``: the article's name there, two spans of its body, and whether
one verdict serves both. Chosen by likeness, three an article at most, and labelled by reading them."""
READ = Path(__file__).parents[1] / "quality" / "tellings.json"
"""Articles of ``extraction/`` read whole: each telling with its head, as spans of the body; a head of null is the
headline. ``open`` are lines that may or may not tell again: neither right nor wrong."""
UNSEEN = Path(__file__).parents[1] / "quality" / "unseen.json"
"""Texts of ``docclaim``, labelled in the same way after the rules were done and before their proposals were seen. They
are measured and nothing else: neither rules nor weights may follow from them (CC BY-NC)."""
HELD_OUT = Path(__file__).parents[1] / "quality" / "held_out.json"
"""Ten more texts of ``docclaim`` and two pages of ``extraction/``, labelled likewise after the next rules were done;
read twice by one person, from the top and from the end: where the readings differ the line is open."""
_SITE = re.compile(r"\s[|–—]\s|\s-\s(?=[A-Z][\w .]+$)")
"""What parts a headline from the name of its site in a page's title."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Told:
    """The labels of one article, by labelled line.

    Attributes:
        name: of the article; the same in every set.
        heads: telling → the head that is named for it.
        open: lines of which people are not of one mind: neither right nor wrong.
        asked: pair → whether it tells the same, where single pairs are labelled and not lines.
        found: features of each pair the program judges.
        near: features of every pair that shares enough to be looked at, refused ones among them.
    """

    name: str
    text: str
    article: Article
    lines: list[Span]
    heads: dict[int, int] = field(default_factory=dict)
    open: frozenset[int] = frozenset()
    asked: dict[Pair, bool] = field(default_factory=dict)
    found: dict[Pair, dict[str, float]] = field(default_factory=dict)
    near: dict[Pair, dict[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        again = ToldAgain(self.text, self.article, wording=True)
        match = [most_overlapping(self.lines, passage.span) for passage in again.passages]
        for one, other in again.near:
            a, b = match[one], match[other]
            if a is not None and b is not None and a < b:
                found = again.features(one, other)
                self.near.setdefault((a, b), found)
                if again.may_tell(one, other):
                    self.found.setdefault((a, b), found)

    @property
    def wanted(self) -> int:
        """How many tellings, or pairs that tell the same, there are to be found."""
        return sum(self.asked.values()) if self.asked else len(self.heads)

    def family(self, line: int) -> int:
        """Return the first line of the statement that ``line`` tells; itself where it is told once."""
        while line in self.heads:
            line = self.heads[line]
        return line

    def judged(self) -> list[tuple[Pair, bool]]:
        """Return the pairs to learn from, with whether they tell the same; none that an open line may tell."""
        if self.asked:
            return [(pair, self.asked[pair]) for pair in self.found if pair in self.asked]
        return [
            (pair, self.heads.get(pair[1]) == pair[0])
            for pair in self.found
            if self.heads.get(pair[1]) == pair[0]
            or (pair[1] not in self.open and self.family(pair[0]) != self.family(pair[1]))
        ]


def newsgold(data: Path) -> list[Told]:
    """Return the newsgold articles; what both annotators name is labelled, where they differ the line is open."""
    return [_twice(row) for name in FILES for row in rows(data / name)]


@dataclass(frozen=True, slots=True)
class Pages:
    """The saved pages of ``extraction/``."""

    folder: Path

    def bodies(self) -> dict[str, str]:
        """Return the body of each article by its name; none where the pages are absent."""
        path = self.folder / "ground-truth.json"
        if not path.is_file():
            return {}
        return {name: it["articleBody"] for name, it in json.loads(path.read_text(encoding="utf-8")).items()}

    def headline(self, name: str) -> str:
        """Return the headline that the page itself names."""
        page = html.fromstring(gzip.decompress((self.folder / "html" / f"{name}.html.gz").read_bytes()))
        named = page.xpath("//meta[@property='og:title']/@content") or page.xpath("//title//text()") or [""]
        return _SITE.split(" ".join(str(named[0]).split()))[0]


def labelled_pairs(data: Path) -> list[Told]:
    """Return the articles of which single pairs are labelled."""
    bodies = Pages(data / "extraction").bodies()
    by_article: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for label in json.loads(PAIRS.read_text(encoding="utf-8")):
        by_article[label["article"]].append(label)
    return [_by_pairs(name, bodies[name], labels) for name, labels in by_article.items() if bodies]


def read_whole(data: Path) -> list[Told]:
    """Return the articles that were read whole, each under its headline."""
    pages = Pages(data / "extraction")
    bodies = pages.bodies()
    labels = json.loads(READ.read_text(encoding="utf-8")) if bodies else []
    return [_whole(label, f"{pages.headline(label['article'])}\n\n", bodies[label["article"]]) for label in labels]


def unseen(data: Path, labelled: Path) -> list[Told]:
    """Return the texts that nothing was chosen by, of ``UNSEEN`` or ``HELD_OUT``; none where they are absent."""
    pages = Pages(data / "extraction")
    bodies = pages.bodies()
    texts = {row["id"]: row["text"] for row in rows(data / "docclaim_news_averitec_dce_dev.jsonl")}
    labels = json.loads(labelled.read_text(encoding="utf-8")) if texts and bodies else []
    of_web = [_whole(label, "", texts[label["article"]]) for label in labels if label["article"] in texts]
    saved = (label for label in labels if label["article"] in bodies)
    return of_web + [
        _whole(label, f"{pages.headline(label['article'])}\n\n", bodies[label["article"]]) for label in saved
    ]


def _read(text: str) -> tuple[str, Article]:
    draft = read_text(text)
    return draft.text, read_article(draft.text, draft.blocks, draft.furniture, wording=True)


def _twice(row: dict[str, Any]) -> Told:
    lines = row["sentences"]
    named = {nth: tuple(line["repeat_of"]) for nth, line in enumerate(lines)}
    text, article = _read(row["text"])
    return Told(
        row["doc_id"].removeprefix("web_"),
        text,
        article,
        [Span(line["start"], line["end"]) for line in lines],
        {nth: one for nth, (one, other) in named.items() if one is not None and one == other},
        frozenset(nth for nth, (one, other) in named.items() if one != other),
    )


def _by_pairs(name: str, body: str, labels: list[dict[str, Any]]) -> Told:
    lines = sorted({Span(*label[side]) for label in labels for side in ("first", "second")})
    at = {span: nth for nth, span in enumerate(lines)}
    text, article = _read(body)
    asked = {(at[Span(*label["first"])], at[Span(*label["second"])]): label["same"] for label in labels}
    return Told(name, text, article, lines, asked=asked)


def _whole(label: dict[str, Any], headline: str, body: str) -> Told:
    text, article = _read(headline + body)
    begin = len(headline)
    lines = [sentence.span for sentence in article.proper]

    def line(span: list[int] | None) -> int:
        wanted = Span(begin + span[0], begin + span[1]) if span else Span(0, begin - 2)
        found = most_overlapping(lines, wanted)
        if found is None:
            raise ValueError(f"{label['article']} is not the page that was labelled")
        return found

    return Told(
        label["article"],
        text,
        article,
        lines,
        {line(it["telling"]): line(it["head"]) for it in label["tellings"]},
        frozenset(line(span) for span in label["open"]),
    )

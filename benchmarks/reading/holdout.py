"""How far the rules for web pages were fitted to the pages they are measured on: one half to choose, one to measure.

    python -m benchmarks.reading.holdout [--data DIR]

Each way to come from two opinions to what is kept is scored on a random half of the saved pages; the best one there is
measured on the other half. What it loses against the best way chosen with all pages in sight is how much choosing was
worth. The ways are those that were thought of with these very pages in view, so a little more may be lost elsewhere.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import mean, pstdev

from benchmarks.data import BESIDE
from benchmarks.reading.intake import pages_of
from benchmarks.reading.shingles import Tally
from factdesk.model.version import BlockKind
from factdesk.readers.encoding import decode
from factdesk.readers.web.declared import declared
from factdesk.readers.web.judges import judge
from factdesk.readers.web.stated import stated
from factdesk.readers.web.title import title_of
from factdesk.readers.web.tree import tree_of
from factdesk.readers.web.verdicts import Verdict, with_own_words, without_unseen
from factdesk.readers.web.walk import Walked, walk

SPLITS = 40
SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)
"""Of the longer opinion: a shorter one inside it is no longer followed below this share; 0 follows it always."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way from opinions to what is kept.

    Attributes:
        follows: "both", "either", or the number of the one judge that is believed.
        least: one of ``SHARES``.
        quotations: those between kept blocks are kept.
        own_words: what a block says of itself may set it aside.
    """

    follows: str
    least: float
    quotations: bool
    own_words: bool


WAYS = [
    Way(*one)
    for one in product(("both", "either", "0", "1"), SHARES, (True, False), (True, False))
    if one[0] == "both" or not one[1]
]
SHIPPED = Way("both", 0.5, quotations=True, own_words=True)


@dataclass(frozen=True, slots=True)
class _Judged:
    walked: Walked
    opinions: Sequence[frozenset[int]]
    title: int | None
    body: str


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.holdout", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data (%(default)s)")
    pages = [_judged(page.source, page.body) for page in pages_of(parser.parse_args().data / "extraction").values()]
    kept = {way: [_kept(page, way) for page in pages] for way in WAYS}

    def f1(way: Way, chosen: Iterable[int]) -> Tally:
        tally = Tally()
        for nth in chosen:
            tally.add(pages[nth].body, kept[way][nth])
        return tally

    _say("shipped, all pages", [f1(SHIPPED, range(len(pages)))])
    _say("best of all ways, all pages", [max((f1(way, range(len(pages))) for way in WAYS), key=lambda one: one.f1)])
    draw = random.Random(7)
    seen, unseen, shipped = [], [], []
    for _ in range(SPLITS):
        order = draw.sample(range(len(pages)), len(pages))
        half = len(pages) // 2
        best = max(WAYS, key=lambda way: f1(way, order[:half]).f1)
        seen.append(f1(best, order[:half]))
        unseen.append(f1(best, order[half:]))
        shipped.append(f1(SHIPPED, order[half:]))
    _say(f"chosen on a half, there ({SPLITS} splits)", seen)
    _say("the same on the other half", unseen)
    _say("shipped on the other half", shipped)


def _say(name: str, tallies: Sequence[Tally]) -> None:
    scores = [tally.f1 for tally in tallies]
    print(f"{name:<44} F1 {mean(scores):.4f} ± {pstdev(scores):.4f}  exact {mean(t.exact for t in tallies):.3f}")


def _judged(source: bytes, body: str) -> _Judged:
    decoded = decode(source, declared(source))
    tree, _ = tree_of(decoded.text if decoded else "")
    walked = walk(tree)
    title = title_of(walked, [value for name, value, _ in stated(tree, "") if name == "title"])
    return _Judged(walked, judge(tree, walked.blocks), title, body)


def _kept(page: _Judged, way: Way) -> str:
    blocks = page.walked.blocks
    taken = _taken(page, way)
    if way.quotations:
        order = sorted(taken)
        taken = taken | {
            nth
            for nth, one in enumerate(blocks)
            if one.block.kind is BlockKind.QUOTATION and order and order[0] < nth < order[-1]
        }
    verdicts: list[Verdict] = [Verdict(nth in taken) for nth in range(len(blocks))]
    if way.own_words:
        verdicts = with_own_words(page.walked, verdicts, page.title)
    verdicts = without_unseen(page.walked, verdicts)
    return "\n".join(
        page.walked.text[slice(*one.block.span)]
        for nth, (one, verdict) in enumerate(zip(blocks, verdicts, strict=True))
        if verdict.kept and nth != page.title
    )


def _taken(page: _Judged, way: Way) -> set[int]:
    opinions = page.opinions
    if not opinions:
        return set(range(len(page.walked.blocks)))
    if len(opinions) == 1 or way.follows in "01":
        return set(opinions[min(len(opinions) - 1, int(way.follows) if way.follows in "01" else 0)])
    if way.follows == "either":
        return set(opinions[0] | opinions[1])
    length = _length(page)
    shorter, longer = sorted(opinions, key=length)
    both = shorter & longer
    inside = length(both) >= 0.8 * length(shorter)
    return set(longer if inside and length(shorter) < way.least * length(longer) else both)


def _length(page: _Judged) -> Callable[[Iterable[int]], int]:
    spans = [one.block.span for one in page.walked.blocks]
    return lambda taken: sum(spans[nth].end - spans[nth].start for nth in taken)


if __name__ == "__main__":
    main()

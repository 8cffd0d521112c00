"""Figures with their value, on paragraphs of saved pages that were labelled by hand.

The paragraphs were drawn at random (seed 20261125): pages of ``extraction/`` in shuffled order, of each at most
two paragraphs under 900 characters that hold a digit or a number word, until about 330 such words were drawn. All
figures in them were labelled in one sitting before the rules were written; pages fall to *dev* and *test* in turn.
The rules were mended on dev alone. Labelled are quantities, sums, shares, measures, ranges, scores, and ordinals
from "second" on; not dates, clock times, years, numbers of items, names ("G7"), "one" without a unit, nor number
words of other languages.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from benchmarks.results import OURS, Result
from factdesk.text.languages import guess_language
from factdesk.text.moments import dated, moments
from factdesk.text.numbers.quantities import Quantity, quantities

_LABELS = Path(__file__).with_name("figures.json")
_PAGES = Path("extraction", "ground-truth.json")
_BAR = 0.95
_HALVES = ("dev", "test")

Label = tuple[int, Decimal, Decimal, str]
"""Where a figure begins, its lowest and highest value, its unit."""


def measure(data: Path) -> list[Result]:
    """Measure F1: a figure is right when its place, its value and its unit are."""
    if not (data / _PAGES).is_file():
        return [Result("figures", None, "F1", bar=_BAR, note=f"no {_PAGES} in {data}")]
    bodies = json.loads((data / _PAGES).read_text(encoding="utf-8"))
    tally = {half: [0, 0, 0] for half in _HALVES}
    for passage in json.loads(_LABELS.read_text(encoding="utf-8"))["passages"]:
        body = bodies[passage["page"]]["articleBody"]
        labels = [(at, Decimal(low), Decimal(high), unit) for at, low, high, unit in passage["figures"]]
        for nth, count in enumerate(_counted(_found(body, passage["start"], passage["end"]), labels)):
            tally[passage["half"]][nth] += count
    both = [sum(counts) for counts in zip(*tally.values(), strict=True)]
    rows = [("figures, all", both), *((f"figures, {half}", tally[half]) for half in _HALVES)]
    return [
        Result(
            name, 2 * right / (2 * right + wrong + missed), "F1", bar=_BAR, by=OURS, note=_note(right, wrong, missed)
        )
        for name, (right, wrong, missed) in rows
    ]


def _note(right: int, wrong: int, missed: int) -> str:
    return f"{right + missed} figures of saved pages: {right} right, {wrong} wrong, {missed} missed"


def _found(body: str, start: int, end: int) -> list[Quantity]:
    english = (guess_language(body) or "en").split("-")[0] == "en"
    words = body[start:end]
    return quantities(words, english=english, aside=dated(moments(words, english=english)))


def _counted(found: list[Quantity], labels: list[Label]) -> tuple[int, int, int]:
    """Return how many are right, wrong and missed."""
    left, right = list(labels), 0
    for one in found:
        value = (one.low, one.high, one.unit.name)
        hit = next((label for label in left if one.span.start <= label[0] < one.span.end and label[1:] == value), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right, len(found) - right, len(left)

"""Suggestions and registers of five megabytes in any script, and of texts that are traps, as a curve over the length.

Each text is one piece told over and over. What is found must lie inside the text; its time must grow with the length.
"""

from __future__ import annotations

import time
from itertools import chain
from pathlib import Path

from benchmarks.results import BarOn, Result
from benchmarks.window.growth import exponent
from factdesk.model.draft import Draft
from factdesk.readers.formats import read_text
from factdesk.rules.registers.reading import reading_of_draft
from factdesk.rules.suggestions.suggest import suggest
from factdesk.work.jobs import Unwatched
from factdesk.work.registers import work_out

PIECES = {
    "one sentence": "the old bridge of the valley and ",
    "one word": "a",
    "digits": "7",
    "verbs of saying": "said Lind ",
    "opened quotations": "“",
    "Arabic": "قال المتحدث يوم الأحد إن الجسر أُغلق بعد 12 عاما.\n",
    "Chinese": "大桥在五月三日关闭，市长说要花三百万元。",
    "Hindi": "पुल 3 मई को बंद हुआ। महापौर ने कहा कि मरम्मत होगी।\n",
    "letters under marks": "e\u0301\u0302\u0303 ",
    "emoji": "😀👩\u200d🚀 ",
}
"""What is told over and over → the piece."""
_LENGTHS = (50_000, 500_000, 5_000_000)
_READ = (10_000, 100_000, 1_000_000)
"""Lengths at which registers, repeats and questions are worked out, too."""
_LINEAR = 1.15


def measure(_data: Path) -> list[Result]:
    """Measure seconds at the longest length and the exponent of the curve: 1 is linear."""
    found: list[Result] = []
    for name, piece in PIECES.items():
        found += _curve(f"suggestions, {name}", [_suggested(_of(piece, length)) for length in _LENGTHS], _LENGTHS)
        found += _curve(f"registers, {name}", [_worked_out(_of(piece, length)) for length in _READ], _READ)
    return found


def _of(piece: str, length: int) -> Draft:
    return read_text("Lind " + (piece * (length // len(piece) + 1))[:length])


def _curve(name: str, seconds: list[float], lengths: tuple[int, ...]) -> list[Result]:
    told = ", ".join(f"{length:,}: {taken:.2f}" for length, taken in zip(lengths, seconds, strict=True))
    growth = exponent(lengths, seconds)
    return [
        Result(
            f"{name}: growth",
            growth,
            "exponent, less is better",
            bar=_LINEAR,
            bar_on=BarOn.MOST,
            note=f"seconds at {told}",
        )
    ]


def _suggested(draft: Draft) -> float:
    start = time.process_time()
    proposed = suggest(draft.text, draft.blocks, draft.furniture, language="en")
    taken = time.process_time() - start
    if not all(one.span.within(len(draft.text)) for one in proposed):
        raise AssertionError("a proposal lies outside the text")
    return taken


def _worked_out(draft: Draft) -> float:
    start = time.process_time()
    found = work_out(reading_of_draft(draft, ()), Unwatched())
    taken = time.process_time() - start
    if not all(entry.span.within(len(draft.text)) for entry in chain(*found.registers.entries.values())):
        raise AssertionError("an entry lies outside the text")
    return taken

"""What is ranked first in debates, on the ClaimBuster sentences that experts labelled, each scored by itself.

The expert rows come from the same debates as the taught ones, as their authors split them; no sentence is in both. So a
second row learns without the debate a sentence is from.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.learning.debates import HELD_OUT, TAUGHT, Row, labelled, learned
from benchmarks.quality.measures import average_precision
from benchmarks.results import OURS, PUBLISHED, RERUN, Result
from factdesk.rules.suggestions.debates import shipped, worth
from factdesk.rules.suggestions.wording import likeness
from factdesk.text.lexicon import tokens

_BAR = 0.94
_FOLDS = 5
_NAME = "ranking, debates"
_PUBLISHED = (
    ("best at CheckThat! 2023, task 1B, English", 0.898, "F1", "11 teams; overview of the lab, CLEF 2023"),
    ("best at CheckThat! 2024, task 1, English", 0.802, "F1", "26 teams; overview of task 1, CLEF 2024"),
    ("best at CheckThat! 2019, task 1", 0.166, "MAP", "overview of task 1, CLEF 2019"),
)
"""What others reached on their own tests, which are not here: with large language models, but for the last."""


def measure(data: Path) -> list[Result]:
    """Measure average precision as shipped, without the debate, and of simpler rankings."""
    rows, taught = labelled(data, HELD_OUT), labelled(data, TAUGHT)
    if not rows or not taught:
        return [Result(_NAME, None, "AP", note=f"no {HELD_OUT[0]} or {TAUGHT[0]} in {data}")]
    simple: dict[str, Callable[[Row], float]] = {
        "words alone, without pairs": lambda row: likeness([word for word, _, _ in tokens(row.sentence)]),
        "figures counted": lambda row: sum(term in row.found for term in ("<number>", "<money>", "<share>")),
        "longest first": lambda row: len(row.sentence),
        "chance": lambda row: random.Random(row.sentence).random(),
    }
    ours = _ap(rows, [worth(row.found, shipped()) for row in rows])
    best = {name: _ap(rows, [score(row) for row in rows]) for name, score in simple.items()}
    shared = len({row.sentence for row in rows} & {row.sentence for row in taught})
    wanted = sum(row.checked for row in rows)
    note = f"{len(rows)} sentences, {wanted} to check; learned from {len(taught)}, {shared} shared"
    apart = _ap(rows, _without_their_debate(rows, taught))
    return [
        Result(_NAME, ours, "AP", max(best.values()), _BAR, note, OURS),
        Result(f"{_NAME}: learned without the debate", apart, "AP", None, None, f"{_FOLDS} parts", OURS),
        *(Result(f"{_NAME}: {name}", value, "AP", by=RERUN) for name, value in best.items()),
        *(Result(f"{_NAME}: {name}", value, unit, note=note, by=PUBLISHED) for name, value, unit, note in _PUBLISHED),
    ]


def _ap(rows: Sequence[Row], scores: Sequence[float]) -> float:
    return average_precision(scores, [row.checked for row in rows]) or 0.0


def _without_their_debate(rows: Sequence[Row], taught: Sequence[Row]) -> list[float]:
    debates = sorted({row.debate for row in rows})
    random.Random(1).shuffle(debates)
    found: dict[Row, float] = {}
    for part in range(_FOLDS):
        held_out = frozenset(debates[part::_FOLDS])
        weights = learned([row for row in taught if row.debate not in held_out])
        found |= {row: worth(row.found, weights) for row in rows if row.debate in held_out}
    return [found[row] for row in rows]

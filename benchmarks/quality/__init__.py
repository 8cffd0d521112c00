"""One table of how good the proposals are: our figure, the baselines run anew beside it, and what others published.

A task is one module with ``measure(data)``, and one line of ``TASKS``. Its first row is ours and has the bar; rows
of other methods say in ``by`` how they came about.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.quality import chosen_claim, figures, kinds, learning, ranking_debates, ranking_news, registers, repeats
from benchmarks.results import Result

TASKS: dict[str, Callable[[Path], list[Result]]] = {
    "kinds": kinds.measure,
    "ranking-news": ranking_news.measure,
    "chosen-claim": chosen_claim.measure,
    "ranking-debates": ranking_debates.measure,
    "learning": learning.measure,
    "repeats": repeats.measure,
    "figures": figures.measure,
    "registers": registers.measure,
}
"""Name of the task → what measures it, given the folder of the labelled data; run alone as ``quality/NAME``."""


def measure(data: Path) -> list[Result]:
    """Return the rows of every task, in the order of ``TASKS``."""
    return [result for task in TASKS.values() for result in task(data)]

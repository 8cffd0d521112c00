"""How opening, coverage, scrolling and restyling grow: 10 kB to 10 MB of text, 10 to 50,000 claims.

The cases are made of facts, not read from a desk. Each step is measured several times in processor time and told as a
row; a curve's own row is its exponent, the slope of a straight line through the logarithms: 1 is linear, less better.
A display is needed (``xvfb-run -a`` gives one).
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.results import BarOn, Result

TEXTS = (10_000, 100_000, 1_000_000, 10_000_000)
"""Characters, each with 500 claims, or one for each 200 characters where that is fewer."""
CLAIMS = (10, 100, 1_000, 10_000, 50_000)
"""Claims, each time in 5 MB of text."""
_SIZES = [f"{size // 1000:,} kB of text" for size in TEXTS]
_COUNTS = [f"{count:,} claims" for count in CLAIMS]
TEXT_OF_CLAIMS = 5_000_000
RUNS = 5
LINEAR = 1.1
"""Exponent that is called linear: what the scatter of a busy machine adds to 1."""

Curves = dict[str, list[float]]
"""Name of a step → what it took at each size, in milliseconds."""


def measure(_data: Path) -> list[Result]:
    """Measure both curves of each step."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("growth", None, "ms", note="no display: xvfb-run -a python -m benchmarks growth")]
    from benchmarks.window.steps import Bench

    bench = Bench()
    by_text = [bench.steps(size, min(500, size // 200), RUNS) for size in TEXTS]
    by_claims = [bench.steps(TEXT_OF_CLAIMS, count, RUNS) for count in CLAIMS]
    bench.close()
    return [*_curves(TEXTS, _SIZES, by_text), *_curves(CLAIMS, _COUNTS, by_claims)]


def _curves(at: Sequence[int], names: Sequence[str], measured: Sequence[dict[str, list[float]]]) -> list[Result]:
    found: list[Result] = []
    for step in measured[0]:
        taken = [one[step] for one in measured]
        found += [Result.several(f"{step}, {name}", ms, "ms") for name, ms in zip(names, taken, strict=True)]
        told = f"{names[0]} to {names[-1]}; 1 is linear"
        found.append(
            Result(
                f"{step}: growth, {names[0]} up",
                exponent(at, [median(ms) for ms in taken]),
                "exponent",
                bar=LINEAR,
                bar_on=BarOn.MOST,
                note=told,
            )
        )
    return found


def points(results: Iterable[Result]) -> tuple[Curves, Curves]:
    """Return the curves by text and by claims: name of the step → milliseconds at each of ``TEXTS`` or ``CLAIMS``."""
    taken = {result.name: result.value for result in results}
    return _points(taken, _SIZES), _points(taken, _COUNTS)


def _points(taken: dict[str, float | None], names: Sequence[str]) -> Curves:
    steps = [name.removesuffix(f", {names[0]}") for name in taken if name.endswith(f", {names[0]}")]
    found = {step: [taken.get(f"{step}, {name}") for name in names] for step in steps}
    return {step: [one for one in told if one is not None] for step, told in found.items() if None not in told}


def exponent(sizes: Sequence[float], taken: Sequence[float]) -> float:
    """Return the slope of the least-squares line through the logarithms of both."""
    x, y = [math.log(size) for size in sizes], [math.log(ms) for ms in taken]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    across = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return across / sum((a - mean_x) ** 2 for a in x)

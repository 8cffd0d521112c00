"""How opening, coverage, scrolling and restyling grow: 10 kB to 10 MB of text, 10 to 50,000 claims.

The cases are made of facts, not read from a desk. Each step is measured several times in processor time and told as a
row; a curve's own row is its exponent, the slope of a straight line through the logarithms: 1 is linear, less better.
A display is needed (``xvfb-run -a`` gives one).
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.results import Result

TEXTS = (10_000, 100_000, 1_000_000, 10_000_000)
"""Characters, each with 500 claims, or one for each 200 characters where that is fewer."""
CLAIMS = (10, 100, 1_000, 10_000, 50_000)
"""Claims, each time in 5 MB of text."""
TEXT_OF_CLAIMS = 5_000_000
RUNS = 5
LINEAR = 1.1
"""Exponent that is called linear: what the scatter of a busy machine adds to 1."""


def measure(_data: Path) -> list[Result]:
    """Measure both curves of each step."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("growth", None, "ms", note="no display: xvfb-run -a python -m benchmarks growth")]
    from benchmarks.steps import Bench

    bench = Bench()
    by_text = [bench.steps(size, min(500, size // 200), RUNS) for size in TEXTS]
    by_claims = [bench.steps(TEXT_OF_CLAIMS, count, RUNS) for count in CLAIMS]
    bench.close()
    sizes = [f"{size // 1000:,} kB of text" for size in TEXTS]
    counts = [f"{count:,} claims" for count in CLAIMS]
    return [*_curves(TEXTS, sizes, by_text), *_curves(CLAIMS, counts, by_claims)]


def _curves(at: Sequence[int], names: Sequence[str], measured: Sequence[dict[str, float]]) -> list[Result]:
    found: list[Result] = []
    for step in measured[0]:
        taken = [one[step] for one in measured]
        found += [Result(f"{step}, {name}", ms, "ms") for name, ms in zip(names, taken, strict=True)]
        told = f"{names[0]} to {names[-1]}; 1 is linear"
        found.append(Result(f"{step}: growth, {names[0]} up", exponent(at, taken), "exponent", bar=LINEAR, note=told))
    return found


def exponent(sizes: Sequence[float], taken: Sequence[float]) -> float:
    """Return the slope of the least-squares line through the logarithms of both."""
    x, y = [math.log(size) for size in sizes], [math.log(ms) for ms in taken]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    across = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return across / sum((a - mean_x) ** 2 for a in x)

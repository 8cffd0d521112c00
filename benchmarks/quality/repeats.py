"""Repeats: pairs of sentences that tell the same, cross-validated over articles, the threshold, too."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean

from benchmarks.repeats import Told, cross_validated, f1, newsgold_pairs, own_pairs
from benchmarks.results import OURS, RERUN, Result

_SEEDS = (1, 2, 3)


def measure(data: Path) -> list[Result]:
    """Measure pairwise F1 on all pairs of newsgold, on the pairs labelled by hand, and on both together."""
    twice, by_hand = newsgold_pairs(data), own_pairs(data)
    if not twice or not by_hand:
        return [Result("repeats", None, "F1", note=f"newsgold or extraction is not in {data}")]
    studied = [*twice, *by_hand]
    proposed = [cross_validated(studied, seed) for seed in _SEEDS]
    cut = len(twice)
    return [
        Result("repeats", fmean(f1(studied, p) for p in proposed), "F1", bar=0.65, by=OURS, note=_count(studied)),
        Result("repeats, newsgold", fmean(f1(twice, p[:cut]) for p in proposed), "F1", by=OURS, note=_count(twice)),
        Result("repeats, own", fmean(f1(by_hand, p[cut:]) for p in proposed), "F1", by=OURS, note=_count(by_hand)),
        Result(
            "repeats, by cosine", _by_cosine(studied), "F1", by=RERUN, note="best threshold of all, chosen on these"
        ),
    ]


def _by_cosine(studied: list[Told]) -> float:
    """Return the best F1 there is for the cosine of stems alone."""
    at = [nth / 100 for nth in range(5, 100)]
    return max(f1(studied, [{p: told.found[p]["cosine"] >= t for p in told.judged} for told in studied]) for t in at)


def _count(studied: list[Told]) -> str:
    return f"{sum(len(told.same) for told in studied)} pairs in {len(studied)} articles"

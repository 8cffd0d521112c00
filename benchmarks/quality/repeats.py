"""Repeats: what the window would propose, by weights that never saw the article, against what people labelled.

The unit is the line: a telling is found where it is proposed in one group with the head that both annotators name, or
with another telling of that head. ``docs/quality.md`` says why, and the other readings stand beside it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.data import rows
from benchmarks.learning.repeats import best_threshold, cross_validated, decisions
from benchmarks.learning.tellings import HELD_OUT, UNSEEN, Told, labelled_pairs, newsgold, read_whole, unseen
from benchmarks.newsgold import FILES, most_overlapping
from benchmarks.results import OURS, PUBLISHED, RERUN, Result
from factdesk.rules.tellings.repeats import Pairing, repeats, shipped

_SEEDS = (1, 2, 3)
_COSINE = Pairing({"cosine": 1.0}, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Count:
    """What was right, what was proposed and what was to be found."""

    right: float = 0
    said: float = 0
    wanted: float = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.said + other.said, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.said + self.wanted)


Reading = Callable[[Told, list[list[int]]], Count]
"""Counts the groups of labelled lines that are proposed in one article."""


def measure(data: Path) -> list[Result]:
    """Measure F1 on both newsgold sets and the labelled pairs together, on each alone, and in other readings."""
    twice, pairs, whole = newsgold(data), labelled_pairs(data), read_whole(data)
    if not twice or not pairs:
        return [Result("repeats", None, "F1", note=f"newsgold or extraction is not in {data}")]
    measured, cut = [*twice, *pairs], len(twice)
    proposed = [_proposed(measured, cross_validated(measured, whole, seed)) for seed in _SEEDS]
    counts = [_mean([by_line(told, groups[nth]) for groups in proposed]) for nth, told in enumerate(measured)]
    low, high = _interval(counts)
    wanted = sum(told.wanted for told in measured)
    return [
        Result(
            "repeats",
            _f1(counts),
            "F1",
            bar=0.65,
            by=OURS,
            note=f"{wanted} in {len(measured)} articles; 95% {low:.3f}–{high:.3f}",
        ),
        Result("repeats, newsgold", _f1(counts[:cut]), "F1", by=OURS, note=f"{_wanted(twice)} tellings"),
        Result("repeats, own pairs", _f1(counts[cut:]), "F1", by=OURS, note=f"{_wanted(pairs)} pairs"),
        *(
            Result(
                f"repeats, newsgold, {name}",
                fmean(_read(twice, groups[:cut], reading) for groups in proposed),
                "F1",
                by=OURS,
            )
            for name, reading in (("every pair", by_pair), ("line only", by_line_alone))
        ),
        _whole_result(whole, measured),
        _unseen_result(data, "unseen", UNSEEN),
        _unseen_result(data, "held out", HELD_OUT),
        Result("repeats, by cosine", _by_cosine(measured), "F1", by=RERUN, note="its threshold chosen on these"),
        *_people(data),
    ]


def by_line(told: Told, groups: list[list[int]]) -> Count:
    """Count tellings by line; single labelled pairs each for itself."""
    if told.asked:
        together = {pair for pair in told.asked if any(set(pair) <= set(group) for group in groups)}
        return Count(sum(told.asked[pair] for pair in together), len(together), told.wanted)
    right = said = 0
    for group in groups:
        families = {line: told.family(line) for line in group}
        for line in group[1:]:
            kin = any(families[line] == families[other] for other in group if other != line)
            if line not in told.open and (line in told.heads or not kin):
                said, right = said + 1, right + (kin and line in told.heads)
    return Count(right, said, told.wanted)


def by_line_alone(told: Told, groups: list[list[int]]) -> Count:
    """Count lines that tell something again, whatever it is."""
    said = {line for group in groups for line in group[1:] if line not in told.open}
    return Count(len(said & told.heads.keys()), len(said), told.wanted)


def by_pair(told: Told, groups: list[list[int]]) -> Count:
    """Count every pair of lines that stand in one group; two tellings of one head are neither right nor wrong."""
    named = {(min(pair), max(pair)) for pair in told.heads.items()}
    said = {(one, other) for group in groups for nth, one in enumerate(group) for other in group[nth + 1 :]}
    said = {(a, b) for a, b in said if (a, b) in named or (b not in told.open and told.family(a) != told.family(b))}
    return Count(len(said & named), len(said), len(named))


def _proposed(measured: Sequence[Told], pairings: Sequence[Pairing]) -> list[list[list[int]]]:
    """Return the groups proposed in each article, as labelled lines in reading order."""
    return [_lines(told, pairing) for told, pairing in zip(measured, pairings, strict=True)]


def _lines(told: Told, pairing: Pairing) -> list[list[int]]:
    found = repeats(told.text, told.article, pairing=pairing).groups
    matched = ({most_overlapping(told.lines, span) for span in (group.head, *group.tellings)} for group in found)
    return [sorted(line for line in lines if line is not None) for lines in matched]


def _whole_result(whole: Sequence[Told], measured: Sequence[Told]) -> Result:
    """Measure the articles read whole by weights that never saw them, in the same way."""
    pairings = cross_validated(whole, measured, _SEEDS[0])
    counts = [by_line(told, groups) for told, groups in zip(whole, _proposed(whole, pairings), strict=True)]
    return Result("repeats, read whole", _f1(counts), "F1", by=OURS, note=f"{_wanted(whole)} in {len(whole)} articles")


def _unseen_result(data: Path, name: str, labelled: Path) -> Result:
    """Measure what ships on texts that nothing was chosen by."""
    told = unseen(data, labelled)
    if not told:
        return Result(f"repeats, {name}", None, "F1", note=f"docclaim or extraction is not in {data}")
    counts = [by_line(one, groups) for one, groups in zip(told, _proposed(told, [shipped()] * len(told)), strict=True)]
    total = sum(counts, Count())
    note = f"{total.right} right of {total.said}; {_wanted(told)} in {len(told)} texts"
    return Result(f"repeats, {name}", total.f1, "F1", by=OURS, note=note)


def _by_cosine(measured: list[Told]) -> float:
    """Return the best F1 there is for the cosine alone, no pair refused."""
    measured = [_unrefused(told) for told in measured]
    threshold = best_threshold(measured, _COSINE)
    chosen = [[right for score, right in decisions(told, _COSINE) if score >= threshold] for told in measured]
    return sum((Count(sum(of), len(of), told.wanted) for told, of in zip(measured, chosen, strict=True)), Count()).f1


def _unrefused(told: Told) -> Told:
    found = copy(told)
    found.found = told.near
    return found


def _people(data: Path) -> list[Result]:
    """Measure one annotator's tellings by the other's."""
    counts = []
    for name in FILES:
        named = [tuple(line["repeat_of"]) for row in rows(data / name) for line in row["sentences"]]
        both = sum(one is not None and one == other for one, other in named)
        counts.append(Count(both, *(sum(pair[nth] is not None for pair in named) for nth in (0, 1))))
    note = "Wikinews {:.3f}, web {:.3f}".format(*(count.f1 for count in counts))
    return [Result("repeats, newsgold, by people", _f1(counts), "F1", by=PUBLISHED, note=f"one by the other; {note}")]


def _read(measured: Sequence[Told], groups: Sequence[list[list[int]]], reading: Reading) -> float:
    return _f1(reading(told, found) for told, found in zip(measured, groups, strict=True))


def _mean(counts: Sequence[Count]) -> Count:
    total = sum(counts, Count())
    return Count(total.right / len(counts), total.said / len(counts), total.wanted / len(counts))


def _f1(counts: Iterable[Count]) -> float:
    return sum(counts, Count()).f1


def _wanted(studied: Sequence[Told]) -> int:
    return sum(told.wanted for told in studied)


def _interval(counts: Sequence[Count]) -> tuple[float, float]:
    """Return the 95% bootstrap interval over articles; the same each time."""
    draw = random.Random(0)
    found = sorted(_f1(draw.choices(counts, k=len(counts))) for _ in range(1000))
    return found[25], found[974]

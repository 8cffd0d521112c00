"""What a benchmark says: one figure, what it is held against, and what it must reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from statistics import median
from typing import Self

OURS, RERUN, CARD, PUBLISHED = "ours", "re-run here", "the data's card", "published"
"""How a figure came about, in ``Result.by``; a published one names its source in the note."""


class BarOn(Enum):
    """What a bar is held against: the ratio to the floor, its most; or the value, its most or its least."""

    RATIO = "ratio at most"
    MOST = "at most"
    LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Result:
    """One measured figure.

    Attributes:
        value: None where it was not measured; the median where it was measured several times.
        unit: "F1", "AP", "sentences/s" …
        floor: the figure it is held against: a library's, a baseline's; None where there is none.
        bar: what it must reach, as ``bar_on`` says; None where it is only reported.
        note: how much data, or why it was not measured.
        by: how the figure came about; empty where it can only be ours.
        spread, floor_spread: least and most of the several measurements.
    """

    name: str
    value: float | None
    unit: str
    floor: float | None = None
    bar: float | None = None
    note: str = ""
    by: str = ""
    bar_on: BarOn = BarOn.LEAST
    spread: tuple[float, float] | None = None
    floor_spread: tuple[float, float] | None = None

    @classmethod
    def several(cls, name: str, ours: Sequence[float], unit: str, floor: Sequence[float] = (), note: str = "") -> Self:
        """Return the medians of what was measured several times, with least and most."""
        return cls(
            name,
            median(ours),
            unit,
            median(floor) if floor else None,
            note=note,
            spread=_spread(ours),
            floor_spread=_spread(floor),
        )

    def held(self, bar: float | None, on: BarOn = BarOn.RATIO) -> Self:
        """Return the figure held against a bar."""
        return replace(self, bar=bar, bar_on=on)

    @property
    def met(self) -> bool | None:
        """Whether the bar is reached; None where there is none, or nothing was measured."""
        held = self.ratio if self.bar_on is BarOn.RATIO else self.value
        if self.bar is None or held is None:
            return None
        return held >= self.bar if self.bar_on is BarOn.LEAST else held <= self.bar

    @property
    def ratio(self) -> float | None:
        """The value in terms of its floor."""
        return self.value / self.floor if self.value is not None and self.floor else None

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "floor": self.floor,
            "ratio": self.ratio,
            "bar": self.bar,
            "bar_on": self.bar_on.value,
            "met": self.met,
            "spread": self.spread,
            "floor_spread": self.floor_spread,
            "note": self.note,
            "by": self.by,
        }


def _spread(taken: Sequence[float]) -> tuple[float, float] | None:
    return (min(taken), max(taken)) if len(taken) > 1 else None


HEADS = ("name", "value", "unit", "floor", "ratio", "bar", "met", "by", "note")


def table(results: Iterable[Result]) -> str:
    """Return the results as aligned lines, one each."""
    rows = [HEADS, *(_cells(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def markdown(results: Iterable[Result]) -> str:
    """Return the results as a table of Markdown, without who made them."""
    rows = [HEADS, ("---",) * len(HEADS), *(_cells(result) for result in results)]
    return "\n".join(f"| {' | '.join((*row[:7], row[8]))} |" for row in rows)


def _cells(result: Result) -> tuple[str, ...]:
    bar = "–" if result.bar is None else f"{result.bar_on.value} {_figure(result.bar)}"
    return (
        result.name,
        _figure(result.value, "not measured") + _between(result.spread),
        result.unit,
        _figure(result.floor) + _between(result.floor_spread),
        _figure(result.ratio),
        bar,
        {None: "–", True: "met", False: "missed"}[result.met],
        result.by,
        result.note,
    )


def _between(spread: tuple[float, float] | None) -> str:
    return f" ({_figure(spread[0])} to {_figure(spread[1])})" if spread else ""


def _figure(value: float | None, missing: str = "–") -> str:
    if value is None:
        return missing
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"

"""What a benchmark says: one figure, what it is held against, and what it must reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

OURS, RERUN, CARD, PUBLISHED = "ours", "re-run here", "the data's card", "published"
"""How a figure came about, in ``Result.by``; a published one names its source in the note."""


@dataclass(frozen=True, slots=True)
class Result:
    """One measured figure.

    Attributes:
        value: None where it was not measured.
        unit: "F1", "AP", "sentences/s" …
        floor: the figure it is held against: a library's, a baseline's; None where there is none.
        bar: what it must reach; None where it is only reported.
        note: how much data, or why it was not measured.
        by: how the figure came about; empty where it can only be ours.
    """

    name: str
    value: float | None
    unit: str
    floor: float | None = None
    bar: float | None = None
    note: str = ""
    by: str = ""

    @property
    def ratio(self) -> float | None:
        """The value in terms of its floor."""
        return self.value / self.floor if self.value is not None and self.floor else None

    def as_json(self) -> dict[str, str | float | None]:
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "floor": self.floor,
            "ratio": self.ratio,
            "bar": self.bar,
            "note": self.note,
            "by": self.by,
        }


def table(results: Iterable[Result]) -> str:
    """Return the results as aligned lines, one each."""
    heads = ("name", "value", "unit", "floor", "ratio", "bar", "by", "note")
    rows = [heads] + [
        (
            r.name,
            _figure(r.value, "not measured"),
            r.unit,
            _figure(r.floor),
            _figure(r.ratio),
            _figure(r.bar),
            r.by,
            r.note,
        )
        for r in results
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _figure(value: float | None, missing: str = "–") -> str:
    if value is None:
        return missing
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}"

"""Ridge regression in plain Python: a few thousand rows, a hundred columns, a few seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Row = Sequence[float]
Matrix = list[list[float]]


@dataclass(frozen=True, slots=True)
class Moments:
    """What ridge regression needs to know of some rows; moments of two sets of rows add up.

    Attributes:
        products: X'X, where each row of X ends with a 1.
        targets: X'y.
    """

    products: Matrix
    targets: list[float]

    @classmethod
    def of(cls, rows: Sequence[Row], targets: Sequence[float]) -> Moments:
        width = len(rows[0]) + 1
        products = [[0.0] * width for _ in range(width)]
        sums = [0.0] * width
        for row, target in zip(rows, targets, strict=True):
            full = [*row, 1.0]
            for nth, value in enumerate(full):
                if value:
                    line = products[nth]
                    products[nth] = [before + value * other for before, other in zip(line, full, strict=True)]
                    sums[nth] += value * target
        return cls(products, sums)

    def __add__(self, other: Moments) -> Moments:
        return Moments(
            [[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(self.products, other.products, strict=True)],
            [a + b for a, b in zip(self.targets, other.targets, strict=True)],
        )


def fit(moments: Moments, strength: float) -> tuple[list[float], float]:
    """Return weights and bias that fit best while each weight, times its column's spread, stays small.

    The penalty is on standardised columns, so their units do not matter; the bias is free. A
    column that never varies gets weight 0.
    """
    count = moments.products[-1][-1]
    means = [value / count for value in moments.products[-1][:-1]]
    width = len(means)
    spreads = [max(0.0, moments.products[n][n] / count - means[n] ** 2) ** 0.5 for n in range(width)]
    live = [n for n in range(width) if spreads[n] > 1e-9]
    mean = moments.targets[-1] / count
    system = [
        [
            (moments.products[a][b] - count * means[a] * means[b]) / (spreads[a] * spreads[b]) + strength * (a == b)
            for b in live
        ]
        for a in live
    ]
    sides = [(moments.targets[n] - count * means[n] * mean) / spreads[n] for n in live]
    weights = [0.0] * width
    for n, value in zip(live, solved(system, sides), strict=True):
        weights[n] = value / spreads[n]
    return weights, mean - sum(weight * centre for weight, centre in zip(weights, means, strict=True))


def solved(system: Matrix, sides: list[float]) -> list[float]:
    """Solve a symmetric positive definite system by elimination."""
    size = len(sides)
    lines = [[*line, side] for line, side in zip(system, sides, strict=True)]
    for n in range(size):
        pivot = lines[n][n]
        for line in lines[n + 1 :]:
            factor = line[n] / pivot
            if factor:
                line[n:] = [value - factor * other for value, other in zip(line[n:], lines[n][n:], strict=True)]
    found = [0.0] * size
    for n in reversed(range(size)):
        rest = sum(value * other for value, other in zip(lines[n][n + 1 : size], found[n + 1 :], strict=True))
        found[n] = (lines[n][-1] - rest) / lines[n][n]
    return found

"""Heights of rows, in parts: nothing that is asked of them walks through a whole long article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from factdesk.ui.article.rows import Row, Rows

PART = 256
"""Rows in a part."""
_PLACES, _SAMPLE = 8, 64
"""Places of a long article, and rows at each, looked at to guess the rest; a shorter one is looked at whole."""

Expected = Callable[[Sequence[Row]], list[float]]


class Heights:
    """Heights of all rows. Those of a part nobody looked at are one guess from its characters, until somebody does."""

    def __init__(self, rows: Rows, expected: Expected, first: float) -> None:
        """Guess.

        Args:
            expected: guesses the heights of some rows, one by one.
            first: y at which the first row begins.
        """
        self._rows, self._expected, self._first = rows, expected, first
        count = -(-len(rows) // PART)
        self._parts: list[list[float] | None] = [None] * count
        self._tops_in: dict[int, list[float]] = {}
        self._starts: list[float] | None = None
        if len(rows) <= _PLACES * _SAMPLE:
            self._sums = [sum(self._opened(nth)) for nth in range(count)]
        else:
            each = self._mean_character()
            self._sums = [self._characters(nth * PART, PART) * each for nth in range(count)]

    def __getitem__(self, n: int) -> float:
        return self._part(n // PART)[n % PART]

    def __setitem__(self, n: int, height: float) -> None:
        nth = n // PART
        part = self._part(nth)
        self._sums[nth] += height - part[n % PART]
        part[n % PART] = height
        self._tops_in.pop(nth, None)
        self._starts = None

    def top(self, n: int) -> float:
        """Return the y at which row ``n`` begins; for the number of rows, where the last one ends."""
        if n >= len(self._rows):
            return self._all_starts()[-1]
        nth = n // PART
        tops = self._tops(nth)  # first: a part that is looked at for the first time moves those after it
        return self._all_starts()[nth] + tops[n % PART]

    def row_at(self, y: float) -> int:
        """Return the row at ``y``; beyond the ends the first or the last one."""
        if not self._parts:
            return 0
        nth = max(min(bisect_right(self._all_starts(), y) - 1, len(self._parts) - 1), 0)
        at = bisect_right(self._tops(nth), y - self._all_starts()[nth]) - 1
        return max(min(nth * PART + at, len(self._rows) - 1), 0)

    def _part(self, nth: int) -> list[float]:
        part = self._parts[nth]
        if part is None:
            part = self._opened(nth)
            self._sums[nth] = sum(part)
            self._starts = None
        return part

    def _opened(self, nth: int) -> list[float]:
        part = self._parts[nth] = self._expected(self._rows[nth * PART : (nth + 1) * PART])
        return part

    def _mean_character(self) -> float:
        """Return the height that a character takes on the mean, guessed from some rows."""
        places = range(0, len(self._rows), len(self._rows) // _PLACES)
        height = sum(sum(self._expected(self._rows[at : at + _SAMPLE])) for at in places)
        return height / sum(self._characters(at, _SAMPLE) for at in places)

    def _characters(self, first: int, count: int) -> int:
        return self._rows.characters(first, min(first + count, len(self._rows)))

    def _tops(self, nth: int) -> list[float]:
        if nth not in self._tops_in:
            self._tops_in[nth] = list(accumulate(self._part(nth), initial=0.0))
        return self._tops_in[nth]

    def _all_starts(self) -> list[float]:
        if self._starts is None:
            self._starts = list(accumulate(self._sums, initial=self._first))
        return self._starts

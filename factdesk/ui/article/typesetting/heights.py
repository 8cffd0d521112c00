"""Heights of rows, in parts: nothing that is asked of them walks through a whole long article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from factdesk.ui.article.typesetting.rows import TOGETHER, Row, Rows
from factdesk.ui.article.typesetting.sums import Sums

_PLACES, _SAMPLE = 8, 64
"""Places of a long article, and rows at each, looked at to guess the rest; a shorter one is looked at whole."""

Expected = Callable[[Sequence[Row]], list[float]]


class Heights:
    """Heights of all rows. Those of a part nobody looked at are one guess from its characters, until somebody does.

    A part holds the rows that are made together: a jump makes no row but those around the place it goes to.

    Attributes:
        corrected: called after each height that turned out to be another: rows below it have moved.
    """

    def __init__(self, rows: Rows, expected: Expected, first: float) -> None:
        """Guess.

        Args:
            expected: guesses the heights of some rows, one by one.
            first: y at which the first row begins.
        """
        self.corrected: Callable[[], None] = lambda: None
        self._rows, self._expected, self._first = rows, expected, first
        count = -(-len(rows) // TOGETHER)
        self._parts: list[list[float] | None] = [None] * count
        self._tops_in: dict[int, list[float]] = {}
        if len(rows) <= _PLACES * _SAMPLE:
            self._sums = Sums(sum(self._opened(nth)) for nth in range(count))
        else:
            each = self._mean_character()
            # Whole pixels, as all heights are: what is added to their sums and taken away again leaves nothing behind.
            self._sums = Sums(round(characters * each) for characters in rows.characters_in_parts())

    def __getitem__(self, n: int) -> float:
        part = self._parts[n // TOGETHER] or self._part(n // TOGETHER)
        return part[n % TOGETHER]

    def __setitem__(self, n: int, height: float) -> None:
        nth = n // TOGETHER
        part = self._part(nth)
        self._sums.add(nth, height - part[n % TOGETHER])
        part[n % TOGETHER] = height
        self._tops_in.pop(nth, None)
        self.corrected()

    def top(self, n: int) -> float:
        """Return the y at which row ``n`` begins; for the number of rows, where the last one ends."""
        if n >= len(self._rows):
            return self._first + self._sums.before(len(self._parts))
        nth = n // TOGETHER
        return self._first + self._sums.before(nth) + self._tops(nth)[n % TOGETHER]

    def row_at(self, y: float) -> int:
        """Return the row at ``y``; beyond the ends the first or the last one."""
        if not self._parts:
            return 0
        nth = min(self._sums.reaching(y - self._first), len(self._parts) - 1)
        at = bisect_right(self._tops(nth), y - self._first - self._sums.before(nth)) - 1
        return max(min(nth * TOGETHER + at, len(self._rows) - 1), 0)

    def _part(self, nth: int) -> list[float]:
        part = self._parts[nth]
        if part is None:
            part = self._opened(nth)
            self._sums.add(nth, sum(part) - (self._sums.before(nth + 1) - self._sums.before(nth)))
            self.corrected()
        return part

    def _opened(self, nth: int) -> list[float]:
        part = self._parts[nth] = self._expected(self._rows.part(nth))
        return part

    def _mean_character(self) -> float:
        """Return the height that a character takes on the mean, guessed from some rows."""
        places = range(0, len(self._rows), len(self._rows) // _PLACES)
        height = sum(sum(self._expected(self._rows[at : at + _SAMPLE])) for at in places)
        ends = (min(at + _SAMPLE, len(self._rows)) for at in places)
        return height / sum(self._rows.characters(at, end) for at, end in zip(places, ends, strict=True))

    def _tops(self, nth: int) -> list[float]:
        tops = self._tops_in.get(nth)
        if tops is None:
            tops = self._tops_in[nth] = list(accumulate(self._part(nth), initial=0.0))
        return tops

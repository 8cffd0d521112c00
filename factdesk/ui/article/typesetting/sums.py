"""Numbers that change one by one, and their sums from the beginning: none of them is counted through for either."""

from __future__ import annotations

from collections.abc import Iterable


class Sums:
    """A binary indexed tree (Fenwick 1994): changing a number, summing and seeking cost the logarithm of how many."""

    def __init__(self, numbers: Iterable[float]) -> None:
        self._tree = [0.0, *numbers]
        for at in range(1, len(self._tree)):
            over = at + (at & -at)
            if over < len(self._tree):
                self._tree[over] += self._tree[at]

    def __len__(self) -> int:
        return len(self._tree) - 1

    def add(self, nth: int, more: float) -> None:
        """Make number ``nth`` larger by ``more``."""
        at = nth + 1
        while at < len(self._tree):
            self._tree[at] += more
            at += at & -at

    def before(self, nth: int) -> float:
        """Return the sum of the first ``nth`` numbers."""
        total = 0.0
        while nth:
            total += self._tree[nth]
            nth &= nth - 1
        return total

    def reaching(self, total: float) -> int:
        """Return how many numbers from the first on stay within ``total`` together; none of them is below 0."""
        at, step = 0, 1 << len(self).bit_length()
        while step := step >> 1:
            if at + step <= len(self) and self._tree[at + step] <= total:
                at += step
                total -= self._tree[at]
        return at

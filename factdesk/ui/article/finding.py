"""Finding words in one text: where they stand and which place is looked at."""

from __future__ import annotations

from bisect import bisect_left

from factdesk.text.folding import Folded, find_all, fold
from factdesk.text.spans import Span


class Finding:
    """A search in a text that does not change.

    Attributes:
        words: what is sought, as typed.
        places: where it stands, in reading order.
        at: index of the place looked at, or -1 where nothing was found.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: dict[bool, Folded] = {}
        self.words = ""
        self.case = False
        self.places: list[Span] = []
        self.at = -1

    def seek(self, words: str, start: int, *, case: bool) -> None:
        """Look for ``words``; the first place at or after code point ``start`` is looked at, else the first."""
        self.words, self.case = words, case
        if words and case not in self._folded:
            self._folded[case] = fold(self._text, case=case)
        self.places = find_all(self._folded[case], words, case=case) if words else []
        nth = bisect_left(self.places, start, key=lambda span: span.start)
        self.at = (nth % len(self.places)) if self.places else -1

    def step(self, by: int) -> None:
        """Look at the next place, or with -1 the one before; after the last comes the first."""
        if self.places:
            self.at = (self.at + by) % len(self.places)

    @property
    def place(self) -> Span | None:
        return self.places[self.at] if self.places else None

"""Where in a text a pattern can begin at all: a pattern of many words is tried there and nowhere else.

A search for one of some hundred words tries each of them at every letter. One pass that notes where each word and
each digit stands serves all such patterns of a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

_RUN = re.compile(r"[^\W\d]+")
_DIGIT = re.compile(r"\d")


class Beginnings:
    """The places of the words and digits of one text; digits part words: "Box69440" begins with "box".

    Attributes:
        digits: where each digit, of any script, stands.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = defaultdict(list)
        for run in _RUN.finditer(text):
            self._places[run[0].lower()].append(run.start())
        self.digits: Sequence[int] = [digit.start() for digit in _DIGIT.finditer(text)]

    def has(self, words: AbstractSet[str]) -> bool:
        """Say whether one of ``words``, in lower case, stands in the text as a whole word."""
        return not self._places.keys().isdisjoint(words)

    def among(self, words: Iterable[str]) -> set[str]:
        """Return those of ``words``, in lower case, that stand in the text as whole words."""
        return self._places.keys() & words

    def of(self, words: AbstractSet[str]) -> list[int]:
        """Return where one of ``words``, in lower case, begins, in no order."""
        return [place for word in self._places.keys() & words for place in self._places[word]]

    def matches(self, pattern: re.Pattern[str], places: Sequence[int]) -> Iterator[re.Match[str]]:
        """Yield what ``pattern.finditer`` would, given that it can begin only at ``places``."""
        at = 0
        for place in sorted(places):
            if place >= at and (found := pattern.match(self._text, place)):
                at = found.end()
                yield found


@lru_cache(maxsize=1)
def beginnings(text: str) -> Beginnings:
    """Return the beginnings of ``text``; those asked for last are kept, since one paragraph is read for many things."""
    return Beginnings(text)

"""Which blocks of a page are its article's, by the article's words as people wrote them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from benchmarks.reading.shingles import tokens

_TELLING = 5
"""Words; a shorter block is the article's only when it is a line of its body."""


@dataclass(frozen=True, slots=True)
class Body:
    """The words of an article, folded."""

    words: str
    lines: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        return cls(folded(text), frozenset(map(folded, text.splitlines())))

    def holds(self, block: str) -> bool:
        """Say whether a block is a line of the body, or five words and more of it; one without words is not."""
        words = folded(block)
        count = len(words.split())
        return count > 0 and (words in self.lines or (count >= _TELLING and words in self.words))


def folded(text: str) -> str:
    """Return the words of ``text`` in small letters, with a space before and behind each."""
    return f" {' '.join(tokens(text.lower()))} "

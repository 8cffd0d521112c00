"""Whether two passages say the same thing in the same words."""

from __future__ import annotations

from factdesk.text.folding import fold
from factdesk.text.words import words


def spoken(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared: no case, accents, quotation marks or punctuation.

    A figure keeps its currency and percent sign.
    """
    folded = fold(text).text
    return [folded[start:end] for start, end in words(folded)]


def same_words(first: str, second: str) -> bool:
    """Say whether two passages have the same words in the same order."""
    return spoken(first) == spoken(second)

"""Which way words run: from the right for Arabic, Hebrew and their kin."""

from __future__ import annotations

import re
import unicodedata

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LETTERS = 1000


def has_right_to_left(text: str) -> bool:
    """Say whether any character of ``text`` may run from the right."""
    return _FROM_RIGHT.search(text) is not None


def begins_right(text: str) -> bool:
    """Say whether the first character with a direction runs from the right (rules P2 and P3 of UAX 9)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def reads_from_right(language: str, text: str) -> bool:
    """Say whether an article reads from the right: by its language tag, else by its first words."""
    if language:
        return language.split("-")[0].lower() in _LANGUAGES
    return begins_right(text[:_LETTERS])

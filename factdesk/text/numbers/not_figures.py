"""Digits that tell no quantity: addresses of pages, telephone numbers, notes, numbers of items, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factdesk.text.beginnings import beginnings
from factdesk.text.numbers.numerals import english_words
from factdesk.text.spans import Span

_ADDRESS_SIGNS = ("://", "www.", "pic.twitter.com/", "@", "#", ".com", ".org", ".net", ".eu")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S+|[@#]\w+|\b[\w.-]{1,60}@[\w.-]+|\b[\w-]{1,60}\.(?:com|org|net|eu)\b\S*"
)
_SHAPES = (
    re.compile(r"\+\d[\d ()/.-]{6,24}\d|\(?\b0\d{1,4}\)?[-/ ]\d{3,4}[-/ ]?\d{2,4}\b|\b\d{3}-(?:\d{3}-)?\d{4}\b"),
    re.compile(r"\[\d{1,4}(?:[,–-] ?\d{1,4})*\]|\(\d{1,3}(?:, ?\d{1,3})*\)(?=[.,;:]|\s*$)", re.MULTILINE),
    re.compile(r"^[ \t]*\(?\d{1,3}[.)](?=\s)", re.MULTILINE),
    re.compile(r"\b\d{1,4}(?:\.\d{1,5}){2,}[a-z]?\b(?!\s*%)"),
    re.compile(r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b"),
    re.compile(r"\b24/7\b|\b9/11\b|\b[Nn]o\. ?\d{1,6}\b"),
)  # fmt: skip
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def not_figures(text: str, *, english: bool) -> list[Span]:
    """Return the stretches of ``text`` whose digits count nothing, in reading order; they may overlap."""
    shapes = [_ADDRESS] if any(sign in text for sign in _ADDRESS_SIGNS) else []
    if beginnings(text).digits:
        shapes += _SHAPES
    found = [Span(*match.span()) for shape in shapes for match in shape.finditer(text) if not _thousands(match[0])]
    if english:
        found += _numbered(text)
    return sorted(found)


def _thousands(written: str) -> bool:
    return _THOUSANDS.fullmatch(written) is not None


def _numbered(text: str) -> Iterator[Span]:
    """Yield what numbers one thing among its like: "No. 178", "Box 69440", "Block 1"."""
    known = beginnings(text)
    if known.digits:
        words = known.of(_label_words())
        yield from (Span(*match.span("number")) for match in known.matches(_labels(), words))


@cache
def _label_words() -> frozenset[str]:
    return frozenset(word.rstrip(".").lower() for word in english_words()["labels"])


@cache
def _labels() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(english_words()["labels"], key=len, reverse=True))
    # A capital or a full stop shows that the word names: "Week 3" is one week, "a week 3 people" is not.
    return re.compile(rf"(?<![\w.])(?=[A-Z]|\w{{1,3}}\.)(?i:{words})\s?(?P<number>\d{{1,6}}(?![\d,.]*\d|\s?%))")


def in_a_name(text: str, start: int) -> bool:
    """Say whether a letter of a script with capitals stands right before, or with a hyphen between: "G7"."""
    before = text[max(0, start - 2) : start]
    letter = before[:1] if before[-1:] in "-‑" and len(before) == 2 else before[-1:]
    return letter.lower() != letter.upper()

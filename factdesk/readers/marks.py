"""Markdown's marks inside a line, taken away for a proposal; the text itself keeps them."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_EMPHASIS = re.compile(r"(?<!\w)([*_`]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")


def without_links(words: str) -> str:
    """Return ``words`` with each ``[shown](target)`` as what it shows."""
    return _LINK.sub(r"\1", words) if "](" in words else words


def without_marks(words: str) -> str:
    """Return ``words`` without links' targets and without the marks around emphasis; "M*A*S*H" has none."""
    return _EMPHASIS.sub(r"\2", without_links(words))

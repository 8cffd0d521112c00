"""Running heads and feet of a PDF: what stands at the same edge of many pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factdesk.readers.papers.pdf_lines import Line

_EDGE = 0.12
"""Share of the page's height at top and foot in which running heads stand."""
_FEWEST = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|–|-)\s*\d{1,4})?[\W_]*$", re.IGNORECASE
)


def running_heads(lines: Sequence[Line], heights: Sequence[float]) -> dict[Line, str]:
    """Return the lines that are running heads, each with the reason in words.

    Args:
        lines: of all pages.
        heights: of the pages, in points.
    """
    at_edges = [(line, edge) for line in lines if (edge := _edge(line, heights[line.page]))]
    often = Counter((edge, _pattern(line)) for line, edge in at_edges)
    pages = len({line.page for line in lines})
    enough = max(2, min(_FEWEST, pages // 2 + 1))
    found: dict[Line, str] = {}
    for line, edge in at_edges:
        if _PAGE_NUMBER.match(line.words):
            found[line] = "page number"
        elif pages > 1 and often[edge, _pattern(line)] >= enough:
            found[line] = f"running {edge}"
    return found


def _edge(line: Line, height: float) -> str:
    if line.base > height * (1 - _EDGE):
        return "head"
    return "foot" if line.base < height * _EDGE else ""


def _pattern(line: Line) -> str:
    return _DIGITS.sub("0", line.words.casefold())

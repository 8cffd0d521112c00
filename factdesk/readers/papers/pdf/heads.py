"""Running heads and feet of a PDF: what stands at the same edge of many pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from factdesk.readers.papers.pdf.lines import Line

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
    at_edges = {edge: _at_edge(lines, heights, edge) for edge in ("head", "foot")}
    pages = len({line.page for line in lines})
    enough = max(2, min(_FEWEST, pages // 2 + 1))
    found: dict[Line, str] = {}
    for edge, by_page in at_edges.items():
        often = Counter(_pattern(line) for own in by_page.values() for line in own)
        for own in by_page.values():
            for line in own:  # from the edge inwards: the first line of the body ends them
                numbers = bool(_PAGE_NUMBER.match(line.words))
                if line.parted or not (numbers or often[_pattern(line)] >= enough):
                    break
                found[line] = "page number" if numbers else f"running {edge}"
    return found


def _at_edge(lines: Sequence[Line], heights: Sequence[float], edge: str) -> dict[int, list[Line]]:
    """Return the lines near one edge, by page, from the edge inwards."""
    by_page: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        height = heights[line.page]
        if (line.base > height * (1 - _EDGE)) if edge == "head" else (line.base < height * _EDGE):
            by_page[line.page].append(line)
    for own in by_page.values():
        own.sort(key=lambda line: -line.base if edge == "head" else line.base)
    return by_page


def _pattern(line: Line) -> str:
    return _DIGITS.sub("0", line.words.casefold())

"""A page pasted whole: the links above the article and below it.

One short line proves nothing. But where many blocks without a single sentence follow each other and several
of them are furniture by their words, what stands between those is the page's too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_REASON = "links of the page"
_BESIDE_THE_HEADLINE = frozenset(("share bar", "comments", "picture credit", "related links", "dividing line"))
_SHORTEST_RUN = 8
_LEAST_KNOWN = 3
_SHARE_IN_BODY = 0.3
_PROSE = 60
_LONG_PROSE = 200
_TITLE_WORDS = 5
_SOON = 6
_STOPS = '.!?…。！？؟।:;"”’»)'


def is_prose(line: str) -> bool:
    """Say whether a folded block holds at least one sentence; empty stands for a long block."""
    return not line or len(line) >= _LONG_PROSE or (len(line) >= _PROSE and line[-1] in _STOPS)


def mark_page_links(lines: Sequence[str], reasons: list[str]) -> None:
    """Fill in the reasons of short blocks between blocks known to be furniture; none is overwritten.

    Above the article the headline nearest to the first sentence, and what follows it, is never taken.
    """
    for run in _runs(lines, reasons):
        known = [nth for nth in run if reasons[nth]]
        if len(run) < _SHORTEST_RUN or len(known) < _LEAST_KNOWN:
            continue
        start, end = _start(known), known[-1] + 1
        if run.start == 0:
            above = [nth for nth in known if reasons[nth] not in _BESIDE_THE_HEADLINE]
            start, end = 0, min(above[-1] + 1 if above else 0, _headline(lines, reasons, run))
        elif run.stop == len(lines):
            end = run.stop
        elif len(known) < _SHARE_IN_BODY * (end - start):
            continue
        for nth in range(start, end):
            reasons[nth] = reasons[nth] or _REASON


def _runs(lines: Sequence[str], reasons: Sequence[str]) -> Iterator[range]:
    start = 0
    for nth, line in enumerate(lines):
        if is_prose(line) and not reasons[nth]:
            yield range(start, nth)
            start = nth + 1
    yield range(start, len(lines))


def _start(known: Sequence[int]) -> int:
    """Return the first known block that another follows soon; a lone one may stand before the article's own list."""
    return next((one for one, after in pairwise(known) if after - one <= _SOON), known[-1])


def _headline(lines: Sequence[str], reasons: Sequence[str], run: range) -> int:
    for nth in reversed(run):
        if not reasons[nth] and len(lines[nth].split()) >= _TITLE_WORDS:
            return nth
    return run.stop

"""A page's furniture in the report: a long run of it is told in one line, with what the line stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from factdesk.model.segment import Label
from factdesk.report.parts import NotChecked
from factdesk.report.words import LABELS, shortened
from factdesk.text.direction import begins_right

LEAST = 3
"""Paragraphs of furniture in a row from which they are told in one line."""

_SHOWN = 40
"""Characters of the first and of the last of them that are printed."""


def folded_copy(copy: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the paragraphs as the page template reads them, each long run of furniture as one small one.

    What is told of a place in them ("line 12") is told of the line that stands for them.
    """
    made: list[dict[str, Any]] = []
    for kind, blocks in groupby(copy, key=lambda block: str(block["kind"])):
        run = list(blocks)
        made.extend([_one_for(run)] if kind == "furniture" and len(run) >= LEAST else run)
    return made


def folded_list(rows: Iterable[NotChecked]) -> tuple[NotChecked, ...]:
    """Return what was not checked with one row for each long run of furniture that one person set aside.

    Args:
        rows: in reading order; a paragraph may have several.
    """
    runs: list[list[NotChecked]] = []
    for row in rows:
        if runs and _goes_on(runs[-1][-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return tuple(row for run in runs for row in ([_row_for(run)] if len(run) >= LEAST else run))


def _goes_on(before: NotChecked, row: NotChecked) -> bool:
    furniture = LABELS[Label.FURNITURE]
    if not before.what == row.what == furniture or before.by != row.by:
        return False
    return before.paragraph is not None and row.paragraph is not None and row.paragraph - before.paragraph <= 1


def _row_for(run: Sequence[NotChecked]) -> NotChecked:
    """Return one row that says how many it stands for, how they begin and end, and how often each reason was given."""
    reasons = Counter(row.reason for row in run if row.reason)
    told = ", ".join(
        f"{reason} ({number:,})" if len(reasons) > 1 else reason for reason, number in reasons.most_common()
    )
    return replace(run[0], quote=f"{len(run):,} stretches: {_ends(run[0].quote, run[-1].quote)}", reason=told)


def _one_for(blocks: Sequence[dict[str, Any]]) -> dict[str, Any]:
    first, last = ("".join(run["lead"] + run["rest"] for run in blocks[at]["runs"]) for at in (0, -1))
    starts = [start for block in blocks for run in block["runs"] for start in run["starts"]]
    told = f" paragraphs of the page’s furniture, not checked: {_ends(first, last)}"
    run = blocks[0]["runs"][0] | {"lead": f"{len(blocks):,}", "rest": told, "starts": starts}
    return blocks[0] | {"right_to_left": False, "runs": [run]}


def _ends(first: str, last: str) -> str:
    """Return how the first and the last of a run read."""
    return " … ".join(f"“{_isolated(shortened(words, _SHOWN))}”" for words in (first, last))


def _isolated(words: str) -> str:
    return f"\u2067{words}\u2069" if begins_right(words) else words

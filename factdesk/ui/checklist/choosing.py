"""Which rows of the checklist are shown, in which order, and which comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from factdesk.model.claim import ClaimKind, State
from factdesk.ui.checklist.rows import Row, RowKind, Standing

NOT_DECIDED = ""
"""Stands for "no verdict" where a filter names a verdict."""


class Which(StrEnum):
    """The first choice of a filter: one chip each."""

    ALL = "all"
    OPEN = "open"
    MINE = "mine"
    HIGH_RISK = "high-risk"
    SUGGESTIONS = "suggestions"


class Order(StrEnum):
    """What the rows are sorted by."""

    READING = "reading"
    PRIORITY = "priority"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. Every condition must hold; the default shows everything.

    Attributes:
        verdict: id of a value, ``NOT_DECIDED``, or None for any.
        kind: kind of claim, or None for any.
        words: each of them must stand somewhere in the row.
    """

    which: Which = Which.ALL
    verdict: str | None = None
    kind: ClaimKind | None = None
    words: str = ""

    def keeps(self, row: Row) -> bool:
        """Say whether ``row`` is shown."""
        if not _WHICH[self.which](row):
            return False
        if self.verdict is not None and (row.kind is not RowKind.CLAIM or self.verdict != _verdict_id(row)):
            return False
        if self.kind is not None and row.claim_kind is not self.kind:
            return False
        return all(word in row.sought for word in self.words.casefold().split())


_WHICH: dict[Which, Callable[[Row | Standing], bool]] = {
    Which.ALL: lambda _: True,
    Which.OPEN: lambda row: row.is_open and row.kind is RowKind.CLAIM,
    Which.MINE: lambda row: row.is_mine,
    Which.HIGH_RISK: lambda row: row.high_risk,
    Which.SUGGESTIONS: lambda row: row.kind is RowKind.SUGGESTION,
}


def tally(rows: Iterable[Row]) -> Counter[Standing]:
    """Count rows by what they are counted by; one changed row then changes two counts."""
    return Counter(row.standing for row in rows)


def count(tallied: Mapping[Standing, int], which: Which) -> int:
    """Count the rows a chip would show."""
    return sum(number for standing, number in tallied.items() if _WHICH[which](standing))


_WORK_FIRST = (
    State.RETURNED, State.STALE, State.IN_CHECK, State.NEW, State.WAITING, None,
    State.PROPOSED, State.IN_REVIEW, State.AGREED, State.SET_ASIDE, State.GONE,
)  # fmt: skip
"""Order of states: what calls for the checker first; None is a suggestion."""
_RANK = {state: rank for rank, state in enumerate(_WORK_FIRST)}


def ordered(rows: Sequence[Row], order: Order) -> tuple[Row, ...]:
    """Sort rows that stand in reading order, which also decides between equals.

    By priority, claims come first, high risk before the rest of their priority, and suggestions
    after them by score.
    """
    match order:
        case Order.READING:
            return tuple(rows)
        case Order.PRIORITY:
            return tuple(sorted(rows, key=_urgency))
        case Order.STATE:
            return tuple(sorted(rows, key=lambda row: _RANK[row.state]))


def following(
    rows: Sequence[Row], after: int, step: int, wanted: Callable[[Row], bool], *, wrap: bool = False
) -> Row | None:
    """Return the next wanted row from position ``after`` (exclusive), in steps of +1 or -1.

    Args:
        after: position in ``rows``; -1 or ``len(rows)`` begin at an end.
        wrap: go on at the other end, up to and including the row at ``after``.
    """
    count = len(rows)
    ahead = range(after + 1, count) if step > 0 else range(after - 1, -1, -1)
    behind = range(after + 1) if step > 0 else range(count - 1, after - 1, -1)
    for at in chain(ahead, behind if wrap else range(0)):
        if 0 <= at < count and wanted(rows[at]):
            return rows[at]
    return None


def _urgency(row: Row) -> tuple[bool, int, bool, float]:
    return row.kind is RowKind.SUGGESTION, -row.priority, not row.high_risk, -row.score


def _verdict_id(row: Row) -> str:
    return row.verdict.id if row.verdict else NOT_DECIDED

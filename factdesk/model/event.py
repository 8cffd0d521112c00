"""An event: one entry of the append-only, hash-chained record."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from factdesk.model.ids import ArticleId


class RowKey(NamedTuple):
    """One row of the desk: table and id."""

    table: str
    id: str


class Changes(Struct, frozen=True, dict=True):
    """What a step touched; listeners refresh only that.

    Attributes:
        rows: every row inserted, changed or deleted.
        articles: the articles those rows belong to.
    """

    rows: frozenset[RowKey] = frozenset()
    articles: frozenset[ArticleId] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Return both; beside nothing the one itself, whose rows are sorted out already where it was asked before."""
        for one, beside in ((self, other), (other, self)):
            if not (beside.rows or beside.articles):
                return one
        return Changes(self.rows | other.rows, self.articles | other.articles)

    def ids(self, table: str) -> frozenset[str]:
        """Return the ids touched in one table."""
        return self._by_table.get(table, frozenset())

    @property
    def tables(self) -> frozenset[str]:
        """The tables that were touched."""
        return frozenset(self._by_table)

    @cached_property
    def _by_table(self) -> dict[str, frozenset[str]]:
        """The rows sorted out once: a step of thousands of them is asked dozens of times."""
        sorted_out = defaultdict[str, set[str]](set)
        for row in self.rows:
            sorted_out[row.table].add(row.id)
        return {name: frozenset(ids) for name, ids in sorted_out.items()}


class Event(Struct, frozen=True, kw_only=True):
    """One entry as history, report and undo list show it.

    Attributes:
        seq: 1, 2, … without gaps.
        at: UTC, ISO 8601.
        person: who; empty where the record was purged.
        kind: class of the edit ("SetVerdict"), or "undo", "redo" or the name of a barrier.
        label: what the Undo menu says after the word "Undo"; English.
        of: for undo and redo, the ``seq`` of the step meant.
        article_id: the article it belongs to, where it belongs to one.
        claims: ids of the claims whose rows it changed.
        hash: of the entry, hexadecimal.
    """

    seq: int
    at: str
    person: str
    kind: str
    label: str
    of: int | None
    article_id: ArticleId | None
    claims: frozenset[str]
    hash: str

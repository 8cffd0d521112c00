"""The record of an open desk, as it is asked for: its entries and what they touched."""

from __future__ import annotations

import sqlite3

from factdesk.model.event import Changes, Event, RowKey
from factdesk.model.ids import ArticleId
from factdesk.store import journal
from factdesk.store.patience import Patience
from factdesk.store.writer import Image


class Record:
    """Reads the record of one desk; entries are numbered from 1, and 0 is before the first.

    Every method raises what reading the desk raises (``store.trouble``).
    """

    def __init__(self, connection: sqlite3.Connection, patience: Patience) -> None:
        self._connection, self._patience = connection, patience

    def head(self) -> journal.Head:
        """Return number and hash of the newest entry."""
        with self._patience.reading():
            return journal.head(self._connection)

    def last_seq(self) -> int:
        """Return the number of the newest entry; to read its hash, too, SQLite walks through all its images."""
        with self._patience.reading():
            return journal.last_seq(self._connection)

    def changes_after(self, seq: int) -> Changes:
        """Return what all entries behind ``seq`` touched."""
        total = Changes()
        with self._patience.reading():
            for article, images in journal.touched(self._connection, seq):
                total |= changes_of(article, images)
        return total

    def weight_after(self, seq: int) -> int:
        """Return how many bytes of row images all entries behind ``seq`` hold."""
        with self._patience.reading():
            return journal.weight(self._connection, "seq > ?", seq)

    def weight_of(self, seq: int) -> int:
        """Return how many bytes of row images one entry holds."""
        with self._patience.reading():
            return journal.weight(self._connection, "seq = ?", seq)

    def events(self, article_id: str | None = None) -> tuple[Event, ...]:
        """Return the whole record, oldest first, or one article's."""
        with self._patience.reading():
            return journal.events(self._connection, article_id)

    def event(self, seq: int) -> Event:
        """Return one event, without its claims and its hash."""
        with self._patience.reading():
            return journal.event(self._connection, seq)

    def newest_of(self, person: str, before: int | None = None) -> Event | None:
        """Return the newest event of ``person`` behind the last barrier (and before ``before``), as ``event`` does."""
        with self._patience.reading():
            return journal.newest_of(self._connection, person, before)

    def last_undo(self, of: int, before: int) -> int:
        """Return the newest entry before ``before`` that undid step ``of``."""
        with self._patience.reading():
            return journal.last_undo(self._connection, of, before)

    def last_writer(self, table: str, row_id: str, after: int) -> Event | None:
        """Return the newest event behind ``after`` that wrote this row, or None."""
        with self._patience.reading():
            return journal.last_writer(self._connection, table, row_id, after)

    def images_of(self, seq: int) -> tuple[Image, ...]:
        """Return the row images of one entry."""
        with self._patience.reading():
            return journal.images_of(self._connection, seq)


def changes_of(article_id: str | None, images: tuple[Image, ...]) -> Changes:
    """Return what these rows of one article are, as a change; of the whole desk where there is no article."""
    articles = frozenset({ArticleId(article_id)}) if article_id else frozenset[ArticleId]()
    return Changes(frozenset(RowKey(image.table, image.id) for image in images), articles)

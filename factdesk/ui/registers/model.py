"""The listed entries as Qt's item model; a row is made when it is asked for."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factdesk.rules.entries import Entry
from factdesk.text.spans import Span
from factdesk.ui.registers.rows import Listing, Row, Ticks

ROW = Qt.ItemDataRole.UserRole
"""Role under which an index gives its ``Row``."""

_Index = QModelIndex | QPersistentModelIndex


class EntriesModel(QAbstractListModel):
    """Holds the entries shown and which of them are ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.ticked: frozenset[Span] = frozenset()
        self._grouped = False
        self._listing = Listing((), "")

    def show(self, listing: Listing, entries: list[Entry], ticked: frozenset[Span], *, grouped: bool) -> None:
        """Show ``entries`` of ``listing``; where they are ``grouped``, further tellings stand in."""
        self.beginResetModel()
        self._grouped = grouped
        self._listing, self.entries, self.ticked = listing, entries, ticked
        self.endResetModel()

    def show_ticks(self, ticked: frozenset[Span]) -> None:
        """Show other ticks on the same entries; the first of a group tells how many of it are ticked."""
        changed = ticked ^ self.ticked
        self.ticked = ticked
        head = 0
        for at, entry in enumerate(self.entries):
            head = head if self._follows(at) else at
            if entry.span in changed:
                self.dataChanged.emit(self.index(head), self.index(at))

    def row(self, at: int) -> Row:
        """Return the row on a line."""
        group = self.with_followers(at)
        ticked = sum(entry.span in self.ticked for entry in group)
        return self._listing.row(self.entries[at], Ticks(ticked, len(group)), follows=self._follows(at))

    def with_followers(self, at: int) -> list[Entry]:
        """Return the entry on a line and, where it is the first of a group, those that follow it."""
        end = at + 1
        while not self._follows(at) and end < len(self.entries) and self._follows(end):
            end += 1
        return self.entries[at:end]

    def _follows(self, at: int) -> bool:
        return self._grouped and at > 0 and self.entries[at - 1].normal == self.entries[at].normal

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(row.sentence)}</p><p>{escape(row.below)}</p>"
        return row if role == ROW else row.words


_ROLES = frozenset((ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole))

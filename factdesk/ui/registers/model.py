"""The listed entries as Qt's item model; a row is made when it is asked for."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factdesk.rules.registers.entries import Entry
from factdesk.text.spans import Span
from factdesk.ui.registers.rows import Listing, Row, Standing

ROW = Qt.ItemDataRole.UserRole
"""Role under which an index gives its ``Row``."""

_Index = QModelIndex | QPersistentModelIndex


class DrawnRows(QAbstractListModel):
    """A model whose lines are each a ``Row``."""

    def row(self, at: int) -> Row:
        """Return the row on a line."""
        raise NotImplementedError

    def shape(self, at: int) -> object:
        """Return what the height of a row follows from; rows of one shape are equally high."""
        return at

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (row.words, row.beside, row.sentence, row.below)
            return "".join(f"<p>{escape(part)}</p>" for part in told if part)
        return row if role == ROW else row.words


class EntriesModel(DrawnRows):
    """Holds the entries shown and which of them are ticked. Of a group that is folded only the first is shown.

    Attributes:
        entries: those shown, one for each line.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.ticked: frozenset[Span] = frozenset()
        self._listing = Listing((), "")
        self._grouped = False
        self._groups: dict[int, tuple[Entry, ...]] = {}
        self._unfolded: Collection[str] = ()

    def show(
        self, listing: Listing, entries: list[Entry], ticked: frozenset[Span], unfolded: Collection[str] | None = None
    ) -> None:
        """Show ``entries`` of ``listing``.

        Args:
            unfolded: normal forms of the groups that are shown whole; None where nothing is grouped.
        """
        self.beginResetModel()
        self._listing, self.ticked = listing, ticked
        self._grouped, self._unfolded, self._groups = unfolded is not None, unfolded or (), {}
        self.entries = self._folded(entries) if self._grouped else entries
        self.endResetModel()

    def show_ticks(self, ticked: frozenset[Span]) -> None:
        """Show other ticks on the same entries; the first of a group tells how many of it are ticked."""
        changed = ticked ^ self.ticked
        self.ticked = ticked
        for at in range(len(self.entries)):
            if any(entry.span in changed for entry in self.group(at)):
                self.dataChanged.emit(self.index(at), self.index(at))

    def row(self, at: int) -> Row:
        entry, group = self.entries[at], self.group(at)
        ticked = sum(one.span in self.ticked for one in group)
        folded = None if len(group) == 1 else entry.normal not in self._unfolded
        return self._listing.row(entry, Standing(ticked, len(group), self._grouped, self.follows(at), folded))

    def shape(self, at: int) -> object:
        return self.follows(at), bool(self.entries[at].flags)

    def group(self, at: int) -> tuple[Entry, ...]:
        """Return the entry on a line and, where it is the first of a group, the others of it, folded or not."""
        return self._groups.get(at, (self.entries[at],))

    def line_of(self, span: Span) -> int | None:
        """Return the line of an entry, or of the first of its group where it is folded away."""
        for at, entry in enumerate(self.entries):
            if entry.span == span or any(one.span == span for one in self._groups.get(at, ())):
                return at if entry.span == span or entry.normal not in self._unfolded else at + self._nth(at, span)
        return None

    def follows(self, at: int) -> bool:
        """Say whether an entry stands below the first of its group."""
        return self._grouped and at > 0 and self.entries[at - 1].normal == self.entries[at].normal

    def first(self, at: int) -> int:
        """Return the line of the first of the group that a line is of."""
        while self.follows(at):
            at -= 1
        return at

    def beyond(self, at: int) -> int:
        """Return the first line below that is of another group; it may be the number of lines."""
        normal, at = self.entries[at].normal, at + 1
        while self._grouped and at < len(self.entries) and self.entries[at].normal == normal:
            at += 1
        return at

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.entries)

    def _nth(self, at: int, span: Span) -> int:
        return next(nth for nth, one in enumerate(self._groups[at]) if one.span == span)

    def _folded(self, entries: list[Entry]) -> list[Entry]:
        shown: list[Entry] = []
        for normal, found in groupby(entries, key=lambda entry: entry.normal):
            group = tuple(found)
            if len(group) > 1:
                self._groups[len(shown)] = group
            shown.extend(group if normal in self._unfolded else group[:1])
        return shown


_ROLES = frozenset((ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole))

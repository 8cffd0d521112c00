"""The shown rows as Qt's item model. It decides nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factdesk.ui.checklist.listed import Difference, Place
from factdesk.ui.checklist.rows import Fact, Row

MOST = 50
"""Changed rows told one by one; where there are more, the list is shown anew."""

_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Holds what is shown, sorted by ``place``, and tells exactly what changed. Rows are made when they are asked for.

    Attributes:
        facts: what the rows stand for.
        place: what they are sorted by.
        make: makes the row of a fact.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: list[Fact] = []
        self._found = 0
        self.place: Callable[[Fact], Place] = lambda fact: (fact.id,)
        self.make: Callable[[Fact], Row]

    def show(self, facts: tuple[Fact, ...]) -> None:
        """Show other rows, sorted by ``place``."""
        self.beginResetModel()
        self.facts = list(facts)
        self.endResetModel()

    def change(self, difference: Difference, place: Callable[[Fact], Place]) -> None:
        """Take out what is gone and put in what came, by its new ``place``; one that stays there is drawn again."""
        gone = sorted((at for fact in difference.gone if (at := self.line(fact)) is not None), reverse=True)
        self.place = place
        come = sorted(difference.come, key=place)
        if len(gone) == len(come) == 1 and self._fits(come[0], gone[0]):
            self.facts[gone[0]] = come[0]
            index = self.index(gone[0])
            self.dataChanged.emit(index, index)
            return
        for at in gone:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self.facts[at]
            self.endRemoveRows()
        for fact in come:
            at = self.line_from(place(fact))
            self.beginInsertRows(QModelIndex(), at, at)
            self.facts.insert(at, fact)
            self.endInsertRows()

    def line(self, fact: Fact | None) -> int | None:
        """Return the line of a row, or None where it is not shown."""
        if fact is None:
            return None
        for at in (self._found, self._found + 1):  # mostly the row is asked for that was found last, or the next
            if self._is_at(fact, at):
                self._found = at
                return at
        self._found = self.line_from(self.place(fact))
        return self._found if self._is_at(fact, self._found) else None

    def line_from(self, place: Place) -> int:
        """Return the first line at or behind a place."""
        return bisect_left(self.facts, place, key=self.place)

    def _is_at(self, fact: Fact, at: int) -> bool:
        return at < len(self.facts) and self.facts[at].id == fact.id

    def _fits(self, fact: Fact, at: int) -> bool:
        """Say whether ``fact`` may stand at ``at`` in the place of what stands there."""
        here = self.place(fact)
        before = at == 0 or self.place(self.facts[at - 1]) < here
        return before and (at + 1 == len(self.facts) or here < self.place(self.facts[at + 1]))

    def row(self, line: int) -> Row:
        """Return what the row on a line shows."""
        return self.make(self.facts[line])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.facts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        return _ROLES[role](self.row(index.row()))


def _tip(row: Row) -> str:
    """Return all words of a row; escaped, since a tip reads words that look like HTML as HTML."""
    from html import escape

    return f"<p>{escape(row.words)}</p>"


_ROLES: dict[int, Callable[[Row], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.words,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
}

"""The shown rows as Qt's item model. It decides nothing."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factdesk.ui.checklist.rows import Row

ROW = Qt.ItemDataRole.UserRole
"""Role under which an index gives its ``Row``."""

_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Holds the rows as they are shown and tells exactly what changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._places: dict[tuple[str, str], int] = {}

    def show(self, rows: tuple[Row, ...]) -> None:
        """Take over ``rows``. Rows that stayed in place keep selection and scroll position."""
        same = len(rows) == len(self.rows) and all(a.key == b.key for a, b in zip(rows, self.rows, strict=True))
        if not same:
            self.beginResetModel()
            self.rows, self._places = rows, {row.key: at for at, row in enumerate(rows)}
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def show_again(self, row: Row) -> None:
        """Take over one row in the place of the one with its key, where that is shown."""
        at = self.place(row.key)
        if at is not None:
            self.rows = (*self.rows[:at], row, *self.rows[at + 1 :])
            self.dataChanged.emit(self.index(at), self.index(at))

    def place(self, key: tuple[str, str] | None) -> int | None:
        """Return the line of the row called ``key``, or None where it is not shown."""
        return None if key is None else self._places.get(key)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Row | str | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(row.words)}</p>"  # escaped: a tooltip reads words that look like HTML as HTML
            case _ if role == ROW:
                return row
        return None

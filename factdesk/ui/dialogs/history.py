"""The record of the desk, newest step first, and how far it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from factdesk.model.event import Event
from factdesk.ui import theme
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role
from factdesk.work.history import Standing

_Index = QModelIndex | QPersistentModelIndex
_WHEN, _WHO, _WHAT, _STANDING = range(4)


class HistoryDialog(Sheet):
    """Shows the steps. It stays open while steps are taken back: ``show_events`` brings it up to date.

    Signals:
        undo_down_to(int): take back every step of this person down to and with this one.
    """

    undo_down_to = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSize(720, 560), parent)
        self.say(
            self.tr("History"),
            self.tr(
                "Nothing is erased from this record: taking a step back adds one. Your own steps can be taken back."
            ),
        )
        self._model = _Events(self)
        self.table = QTreeView()
        set_role(self.table, Role.FIELD)
        self.table.setAccessibleName(self.tr("Steps, newest first"))
        self.table.setModel(self._model)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.header().setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        self.table.selectionModel().currentChanged.connect(self._show_button)
        self.body.addWidget(self.table, 1)
        self.undo_button = self.add_side_button("", self._ask)
        self.add_button(self.tr("Close"), self.accept, primary=True)
        self._show_button()

    def show_events(
        self, events: Sequence[Event], standing: Standing, numbers: Mapping[str, str] | None = None
    ) -> None:
        """Show the record.

        Args:
            events: oldest first, as ``Session.events`` gives them.
            numbers: number of each claim by its id, for the claims of the article that is open.
        """
        self._model.show_events(events, standing, numbers or {})
        for column, widest in ((_WHEN, 150), (_WHO, 130), (_STANDING, 120)):
            self.table.setColumnWidth(column, widest)
        self.table.setCurrentIndex(self._model.index(0, 0))
        self._show_button()

    def _steps(self) -> int:
        """Return how many steps would be taken back; 0 where the row's own step cannot be."""
        return self._model.steps_down_to(self.table.currentIndex().row())

    def _show_button(self) -> None:
        steps = self._steps()
        self.undo_button.setEnabled(steps > 0)
        self.undo_button.setText(
            self.tr("Undo this step")
            if steps == 1
            else self.tr("Undo down to here ({0} steps)").format(steps)
            if steps
            else self.tr("Undo down to here")
        )

    def _ask(self) -> None:
        self.undo_down_to.emit(self._model.event(self.table.currentIndex().row()).seq)


class _Events(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._events: tuple[Event, ...] = ()
        self._standing = Standing(frozenset(), ())
        self._order: dict[int, int] = {}
        self._numbers: Mapping[str, str] = {}
        self._labels: dict[int, str] = {}

    def show_events(self, events: Sequence[Event], standing: Standing, numbers: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._events, self._standing, self._numbers = tuple(reversed(events)), standing, numbers
        self._order = {seq: nth for nth, seq in enumerate(standing.undoable, start=1)}
        self._labels = {event.seq: event.label for event in events}
        self.endResetModel()

    def event(self, row: int) -> Event:  # type: ignore[override]  # QObject.event(QEvent) is another thing
        return self._events[row]

    def steps_down_to(self, row: int) -> int:
        return self._order.get(self._events[row].seq, 0) if 0 <= row < len(self._events) else 0

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Now"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        event = self._events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (_local(event.at), event.person, self._what(event), self._now(event))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == _WHEN:
            return ", ".join(
                part for part in (self._what(event), event.person, _local(event.at), self._now(event)) if part
            )
        if role == Qt.ItemDataRole.ForegroundRole and (event.of is not None or event.seq in self._standing.undone):
            return QColor(theme.current().quiet)
        return None

    def _what(self, event: Event) -> str:
        about = ", ".join(sorted((self._numbers[c] for c in event.claims if c in self._numbers), key=_natural)[:4])
        said = {"undo": self.tr("Took back “{0}”"), "redo": self.tr("Did “{0}” again")}.get(event.kind, "{0}")
        said = said.format(event.label)
        return self.tr("{0} · claim {1}").format(said, about) if about else said

    def _now(self, event: Event) -> str:
        if event.seq in self._standing.undone:
            return self.tr("taken back")
        return self.tr("can be undone") if event.seq in self._order else ""


def _local(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M:%S}"


def _natural(number: str) -> tuple[float, str]:
    head = number.split(".")[0]
    return (float(head) if head.isdecimal() else 0.0, number)

"""Steps of the record as a tree: like steps one after the other are one line, which opens to show each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from factdesk.model.event import Event
from factdesk.ui import theme, written
from factdesk.work.history import Standing

_Index = QModelIndex | QPersistentModelIndex
WHEN, WHO, WHAT, STANDING = range(4)
FOLDED_FROM = 3
"""Like steps that stand together in one line; two are read as quickly as they are opened."""
MOST_CLAIMS = 4
"""Numbers of claims told in one line."""


class Runs(QAbstractItemModel):
    """Steps, newest first. A run is its newest step where it stands alone, else a line with its steps below."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runs: tuple[tuple[Event, ...], ...] = ()
        self._standing = Standing(frozenset(), ())
        self._order: dict[int, int] = {}
        self._numbers: Mapping[str, str] = {}
        self._titles: Mapping[str, str] = {}

    def show_events(
        self, events: Sequence[Event], standing: Standing, numbers: Mapping[str, str], titles: Mapping[str, str]
    ) -> None:
        """Show steps, oldest first in ``events``, with the numbers of the claims they touched, else their article."""
        self.beginResetModel()
        self._standing, self._numbers, self._titles = standing, numbers, titles
        self._order = {seq: nth for nth, seq in enumerate(standing.undoable, start=1)}
        runs = [tuple(run) for _, run in groupby(reversed(events), self._likeness)]
        self._runs = tuple(part for run in runs for part in ([run] if len(run) >= FOLDED_FROM else zip(run)))
        self.endResetModel()

    def line_of(self, seq: int) -> QModelIndex:
        """Return the line that holds a step, folded or alone; none where there is no such step."""
        at = next((nth for nth, run in enumerate(self._runs) if any(step.seq == seq for step in run)), None)
        return QModelIndex() if at is None else self.index(at, 0)

    def steps(self, index: _Index) -> tuple[Event, ...]:
        """Return the steps a line stands for, newest first; none for no line."""
        if not index.isValid():
            return ()
        run = self._runs[index.internalId() - 1 if index.internalId() else index.row()]
        return (run[index.row()],) if index.internalId() else run

    def steps_down_to(self, index: _Index) -> int:
        """Return how many steps would be taken back down to and with this line; 0 where it cannot be."""
        steps = self.steps(index)
        return self._order.get(steps[-1].seq, 0) if steps else 0

    # --- what Qt asks; a line within a run keeps the run's place and one more as its internal id

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        inside = index.internalId() if index.isValid() else 0
        return self.createIndex(inside - 1, 0, 0) if inside else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        if not parent.isValid():
            return len(self._runs)
        if parent.internalId() or parent.column() > 0:
            return 0
        steps = len(self._runs[parent.row()])
        return steps if steps > 1 else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: ARG002, B008, N802
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Now"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        steps = self.steps(index)
        if not steps:
            return None
        newest = steps[0]
        if role == Qt.ItemDataRole.DisplayRole:
            return (written.moment(newest.at), newest.person, self._what(steps), self._now(newest))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WHEN:
            told = (self._what(steps), newest.person, written.moment(newest.at), self._now(newest))
            return ", ".join(part for part in told if part)
        if role == Qt.ItemDataRole.ForegroundRole and (newest.of is not None or newest.seq in self._standing.undone):
            return QColor(theme.current().quiet)
        return None

    # --- in words

    def _likeness(self, event: Event) -> tuple[object, ...]:
        return event.person, event.kind, event.label, event.article_id, event.of is None, self._now(event)

    def _what(self, steps: Sequence[Event]) -> str:
        newest = steps[0]
        said = {"undo": self.tr("Took back “{0}”"), "redo": self.tr("Did “{0}” again")}.get(newest.kind, "{0}")
        said = said.format(newest.label)
        if len(steps) > 1:
            said = self.tr("{0}, {1} times").format(said, written.count(len(steps)))
        numbers = {self._numbers[claim] for step in steps for claim in step.claims if claim in self._numbers}
        told = sorted(numbers, key=_natural)
        about = ", ".join(told[:MOST_CLAIMS]) + (", …" if len(told) > MOST_CLAIMS else "")
        if about:
            return self.tr("{0} · claim {1}").format(said, about)
        title = self._titles.get(newest.article_id or "", "")
        return self.tr("{0} · “{1}”").format(said, title) if title else said

    def _now(self, event: Event) -> str:
        if event.seq in self._standing.undone:
            return self.tr("taken back")
        return self.tr("can be undone") if event.seq in self._order else ""


def _natural(number: str) -> tuple[float, str]:
    head = number.split(".")[0]
    return (float(head) if head.isdecimal() else 0.0, number)

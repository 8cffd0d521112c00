"""Steps of the record as a tree: like steps one after the other are one line, which opens to show each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from factdesk.model.event import Event
from factdesk.ui import theme, written
from factdesk.work.history import Record, Run

_Index = QModelIndex | QPersistentModelIndex
WHEN, WHO, WHAT, STANDING = range(4)
MOST_CLAIMS = 4
"""Numbers of claims told in one line."""
_SAID = " "
"""What a cell tells whose words are told with the first one: empty, Qt would tell what it shows."""
_MORE = 500
"""Lines that are put up at once; others follow when the last of them is looked at."""


class Runs(QAbstractItemModel):
    """Steps, newest first. A run is its newest step where it stands alone, else a line with its steps below."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._record = Record()
        self._shown = 0
        self._numbers: Mapping[str, str] = {}

    def show_record(self, record: Record, numbers: Mapping[str, str]) -> None:
        """Show the steps with the numbers of the claims they touched, else with their article."""
        self.beginResetModel()
        self._record, self._numbers = record, numbers
        self._shown = min(max(self._shown, _MORE), len(record.runs))
        self.endResetModel()

    def line_of(self, seq: int) -> QModelIndex:
        """Return the line that holds a step, folded or alone; none where it is not shown."""
        runs = self._record.runs[: self._shown]
        at = next((nth for nth, run in enumerate(runs) if run.steps[-1].seq <= seq <= run.steps[0].seq), None)
        return QModelIndex() if at is None else self.index(at, 0)

    def folded(self) -> list[QModelIndex]:
        """Return the lines that stand for several steps."""
        return [self.index(nth, 0) for nth, run in enumerate(self._record.runs[: self._shown]) if len(run.steps) > 1]

    def steps(self, index: _Index) -> tuple[Event, ...]:
        """Return the steps a line stands for, newest first; none for no line."""
        if not index.isValid():
            return ()
        steps = self._run(index).steps
        return (steps[index.row()],) if index.internalId() else steps

    def steps_down_to(self, index: _Index) -> int:
        """Return how many steps would be taken back down to and with this line; 0 where it cannot be."""
        steps = self.steps(index)
        return self._record.order.get(steps[-1].seq, 0) if steps else 0

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
            return self._shown
        if parent.internalId() or parent.column() > 0:
            return 0
        steps = len(self._record.runs[parent.row()].steps)
        return steps if steps > 1 else 0

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802
        return not parent.isValid() and self._shown < len(self._record.runs)

    def fetchMore(self, parent: _Index) -> None:  # noqa: ARG002, N802
        more = min(self._shown + _MORE, len(self._record.runs))
        self.beginInsertRows(QModelIndex(), self._shown, more - 1)
        self._shown = more
        self.endInsertRows()

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
            return self._told(index, newest)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() != WHEN:
                return _SAID
            told = (self._what(index), newest.person, written.moment(newest.at), self._now(newest))
            return ", ".join(part for part in told if part)
        if role == Qt.ItemDataRole.ForegroundRole and (newest.of is not None or newest.seq in self._record.undone):
            return QColor(theme.current().quiet)
        return None

    # --- in words

    def _run(self, index: _Index) -> Run:
        return self._record.runs[index.internalId() - 1 if index.internalId() else index.row()]

    def _told(self, index: _Index, newest: Event) -> str:
        if index.column() == WHAT:
            return self._what(index)
        return (written.moment(newest.at), newest.person, "", self._now(newest))[index.column()]

    def _what(self, index: _Index) -> str:
        steps = self.steps(index)
        newest, claims = steps[0], steps[0].claims if index.internalId() else self._run(index).claims
        said = {
            "undo": self.tr("Took back “{0}”"),
            "redo": self.tr("Did “{0}” again"),
            "created": self.tr("The desk was made"),
            "migrated": self._brought_up(newest),
            "restored": self.tr("A backup was restored"),
        }.get(newest.kind, "{0}")
        said = said.format(newest.label)
        if len(steps) > 1:
            said = self.tr("{0}, {1} times").format(said, written.count(len(steps)))
        numbers = {self._numbers[claim] for claim in claims if claim in self._numbers}
        told = sorted(numbers, key=_natural)
        about = ", ".join(told[:MOST_CLAIMS]) + (", …" if len(told) > MOST_CLAIMS else "")
        if about:
            return self.tr("{0} · claim {1}").format(said, about)
        title = self._record.titles.get(newest.article_id or "", "")
        return self.tr("{0} · “{1}”").format(said, title) if title else said

    def _brought_up(self, event: Event) -> str:
        """A desk that did not verify was copied, and its record says how much was found."""
        if event.label:
            return self.tr("The desk was brought up to date: {0}")
        return self.tr("The desk was brought up to date")

    def _now(self, event: Event) -> str:
        if event.seq in self._record.undone:
            return self.tr("taken back")
        return self.tr("can be undone") if event.seq in self._record.order else ""


def _natural(number: str) -> tuple[float, str]:
    head = number.split(".")[0]
    return (float(head) if head.isdecimal() else 0.0, number)

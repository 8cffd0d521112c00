"""The desks used before: open one, or take one off the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from factdesk.ui.controls.card import Card
from factdesk.ui.controls.labels import quiet
from factdesk.ui.jobs import RunningJob
from factdesk.ui.style import Role, set_role
from factdesk.work.jobs import Watch, step


@dataclass(frozen=True, slots=True)
class RecentDesk:
    """A desk used before, as the disk knows it now.

    Attributes:
        changed: when it was written last, local time; None where the file is not there.
    """

    path: Path
    changed: datetime | None


def look(paths: Sequence[Path], watch: Watch) -> tuple[RecentDesk, ...]:
    """Look which desks are there: a job, since a folder of another machine may take its time."""
    found = []
    for n, path in enumerate(paths):
        step(watch, n, len(paths))
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)  # as the clock on the wall shows it
        except OSError:
            changed = None
        found.append(RecentDesk(path, changed))
    return tuple(found)


class RecentDesks(QWidget):
    """One card for each desk, newest first.

    Signals:
        chosen(object Path): open this desk.
        forgotten(object Path): take it off the list; the file stays.
        shown(): what the disk says of the desks stands in the cards.
    """

    chosen = Signal(object)
    forgotten = Signal(object)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looking: RunningJob[tuple[RecentDesk, ...]] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)

    def show_desks(self, paths: Sequence[Path]) -> None:
        """List ``paths``; whether each is there is found out beside the window's work, and then shown."""
        if self._looking is not None:
            self._looking.cancel()
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.deleteLater()
        if not paths:
            self._rows.addWidget(quiet(self.tr("None yet. The first article you open is kept in one.")))
            return
        self._looking = RunningJob(lambda watch: look(paths, watch), self._show, _unexpected)
        self.destroyed.connect(self._looking.cancel)
        self._looking.start()

    def _show(self, desks: tuple[RecentDesk, ...]) -> None:
        for desk in desks:
            self._rows.addWidget(self._row(desk))
        self.shown.emit()

    def _row(self, desk: RecentDesk) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        when = self._said(desk.changed) if desk.changed else self.tr("not found")
        card = Card(desk.path.stem, _home_as_tilde(desk.path.parent), aside=when)
        card.setEnabled(desk.changed is not None)
        card.clicked.connect(lambda: self.chosen.emit(desk.path))
        forget = QToolButton()
        forget.setText("×")
        forget.setToolTip(self.tr("Take off this list; the file stays where it is"))
        forget.setAccessibleName(self.tr("Take “{0}” off this list").format(desk.path.stem))
        set_role(forget, Role.FLAT)
        forget.clicked.connect(lambda: self.forgotten.emit(desk.path))
        line.addWidget(card, 1)
        line.addWidget(forget)
        return row

    def _said(self, when: datetime) -> str:
        """Return a time as one says it: today and yesterday by name."""
        short = QLocale.FormatType.ShortFormat
        hour = QLocale().toString(QTime(when.hour, when.minute), short)
        if when.date() == date.today():
            return self.tr("today, {0}").format(hour)
        if when.date() == date.today() - timedelta(days=1):
            return self.tr("yesterday, {0}").format(hour)
        return QLocale().toString(QDate(when.year, when.month, when.day), short)


def _home_as_tilde(folder: Path) -> str:
    home = Path.home()
    shown = str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
    return f"\u2066{shown}\u2069"  # a path reads from left to right in a window of any direction


def _unexpected(error: Exception) -> None:
    """``look`` raises nothing that is expected: it is a bug, and shown as one."""
    raise error

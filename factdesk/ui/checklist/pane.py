"""The checklist: claims and undecided suggestions, filtered, sorted and walked through."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from factdesk.model.scale import Scale
from factdesk.rules.coverage import Coverage
from factdesk.ui.checklist.choosing import Filter, Order, following, ordered, tally
from factdesk.ui.checklist.empty import EmptyNote
from factdesk.ui.checklist.head import ChecklistHead
from factdesk.ui.checklist.list import RowList
from factdesk.ui.checklist.rows import Row, Standing
from factdesk.ui.style import Role, set_role

Key = tuple[str, str]
"""Kind and id of a row: ``("claim", …)`` or ``("suggestion", …)``."""


class ChecklistPane(QWidget):
    """Shows the checklist and says what the person entered in it. It changes nothing itself.

    Signals:
        row_entered(str, str): kind and id of the row the person moved to.
        row_activated(str, str): the person pressed Enter on it or clicked it twice.
        next_bare_asked(): go to the next words nobody accounted for.
        context_asked(QPoint): a menu for the current row is wanted at this global position.
    """

    row_entered = Signal(str, str)
    row_activated = Signal(str, str)
    next_bare_asked = Signal()
    context_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._lined_up: tuple[Row, ...] = ()
        self._order = Order.READING
        self._current: Key | None = None
        self._places: dict[Key, int] = {}
        self._tally: Counter[Standing] = Counter()
        self._last_place = 0
        self.head = ChecklistHead(self)
        self.list = RowList(self)
        self.empty = EmptyNote(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        line = QFrame(self)
        set_role(line, Role.LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self._connect()
        self.show_nothing()

    def show_case(self, rows: tuple[Row, ...], coverage: Coverage, scale: Scale) -> None:
        """Show the rows of an article (``rows.rows_of``). Filter, order and current row stay."""
        self._all = rows
        self._tally = tally(rows)
        self.head.setVisible(True)
        self.head.show_counts(self._tally)
        self.head.show_frame(coverage, scale)
        if self._current is not None and all(row.key != self._current for row in rows):
            self._current = None
        self._arrange()

    def row(self, key: Key) -> Row | None:
        """Return a row by kind and id, shown or hidden."""
        at = self._places.get(key)
        return None if at is None else self._lined_up[at]

    def show_row(self, row: Row) -> None:
        """Show one row again whose work changed (``rows.row_again``), without looking at the others."""
        before = self.row(row.key)
        if before is None:
            return
        self._tally.subtract([before.standing])
        self._tally.update([row.standing])
        self.head.show_counts(self._tally)
        self._all = tuple(row if one is before else one for one in self._all)
        keeps = self.head.filter.keeps
        if self._order is not Order.READING or keeps(before) != keeps(row):
            self._arrange()
            return
        self._lined_up = self._all
        self.list.rows.show_again(row)

    def show_nothing(self) -> None:
        """Show that no article is open."""
        self._all, self._lined_up, self._current, self._last_place = (), (), None, 0
        self._places = {}
        self.head.setVisible(False)
        self.list.show_rows(())
        self.empty.show_no_article()
        self._stack.setCurrentWidget(self.empty)

    def set_current(self, kind: str, row_id: str) -> None:
        """Make a row the current one without telling so; a hidden row is kept in mind."""
        self._current = (kind, row_id)
        self._remember_place()
        self.list.set_line(self.list.rows.place(self._current))

    def current(self) -> Key | None:
        """Return kind and id of the current row, shown or hidden."""
        return self._current

    def next_unchecked(self, *, wrap: bool = True) -> Key | None:
        """Return the next shown row that still has something to do, after the current one."""
        rows = self.list.rows
        found = following(
            self._lined_up, self._from(+1), +1, lambda row: row.is_open and rows.place(row.key) is not None, wrap=wrap
        )
        return None if found is None else (found.kind.value, found.id)

    def step(self, by: int) -> None:
        """Enter the next (+1) or the previous (-1) shown row, if there is one."""
        rows = self.list.rows
        found = following(self._lined_up, self._from(by), by, lambda row: rows.place(row.key) is not None)
        if found is not None:
            self.list.enter(rows.place(found.key) or 0)

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self.head.search.setFocus()
        self.head.search.selectAll()

    def show_all(self) -> None:
        """Take every filter away."""
        self.head.set_filter(Filter())

    def set_key_hint(self, name: str, key: str) -> None:
        """Show the key of "search", "next-bare" or "make-claim" where it acts."""
        if name == "make-claim":
            self.empty.set_make_claim_key(key)
        else:
            self.head.set_key_hint(name, key)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus to the list. A focus proxy would make Tab skip what stands before it."""
        self.list.setFocus(event.reason())

    def _connect(self) -> None:
        self.head.filter_changed.connect(self._arrange)
        self.head.order_changed.connect(self._reorder)
        self.head.next_bare_asked.connect(self.next_bare_asked)
        self.head.search.returnPressed.connect(self._leave_search)
        self.list.entered_at.connect(self._entered)
        self.list.activated.connect(self._activated)
        self.list.context_asked.connect(self.context_asked)
        self.empty.all_asked.connect(self.show_all)

    def _reorder(self, order: Order) -> None:
        self._order = order
        self._arrange()

    def _arrange(self) -> None:
        """Sort and filter again. The current row stays, and is found again when it was hidden."""
        self._lined_up = ordered(self._all, self._order)
        self._places = {row.key: at for at, row in enumerate(self._lined_up)}
        if self._current is not None:
            self._remember_place()
        shown = tuple(row for row in self._lined_up if self.head.filter.keeps(row))
        self.list.show_rows(shown)
        self.list.set_line(self.list.rows.place(self._current))
        if not shown:
            self.empty.show_hidden(len(self._all)) if self._all else self.empty.show_no_rows()
        self._stack.setCurrentWidget(self.list if shown else self.empty)

    def _remember_place(self) -> None:
        """Keep where the current row stands, so that the walk goes on from there when it vanishes."""
        if self._current is not None:
            self._last_place = self._places.get(self._current, self._last_place)

    def _from(self, step: int) -> int:
        """Return the place to walk on from, in all rows: the current one, or where it was before it vanished."""
        gone = self._current is None
        return self._last_place - 1 if gone and step > 0 else self._last_place

    def _entered(self, line: int) -> None:
        row = self.list.rows.rows[line]
        self._current = row.key
        self._remember_place()
        self.row_entered.emit(row.kind.value, row.id)

    def _activated(self) -> None:
        if self._current is not None:
            self.row_activated.emit(*self._current)

    def _leave_search(self) -> None:
        """Enter in the search field goes to the first row found."""
        if self.list.rows.rows:
            self.list.setFocus()
            if self.list.line() is None:
                self.list.enter(0)

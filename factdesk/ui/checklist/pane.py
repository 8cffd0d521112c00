"""The checklist: claims and undecided suggestions, filtered, sorted and walked through."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from factdesk.model.scale import Scale
from factdesk.model.suggestion import Suggestion
from factdesk.rules.coverage import Coverage
from factdesk.rules.suggestions.reach import next_part
from factdesk.ui.checklist.choosing import Filter, Order, chosen, following, ordered, place_in
from factdesk.ui.checklist.head import ChecklistHead
from factdesk.ui.checklist.list import RowList
from factdesk.ui.checklist.listed import Difference, Listed, Place
from factdesk.ui.checklist.model import MOST
from factdesk.ui.checklist.rows import Fact, Key, Row, key_of, told_nothing
from factdesk.ui.controls.pile import Pile
from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from factdesk.ui.checklist.coming import Coming
    from factdesk.ui.checklist.empty import EmptyNote

_PROPOSED = ("version", "suggestions", "segments")
"""Parts of a case from which follows how far claims were proposed."""


class ChecklistPane(QWidget):
    """Shows the checklist and says what the person entered in it. It changes nothing itself.

    Attributes:
        listed: what it shows, before filter and order; None while no article is open.

    Signals:
        row_entered(str, str): kind and id of the row the person moved to.
        row_activated(str, str): the person pressed Enter on it or clicked it twice.
        next_bare_asked(): go to the next words nobody accounted for.
        further_asked(): propose claims further on in a long text.
        context_asked(QPoint): a menu for the current row is wanted at this global position.
    """

    row_entered = Signal(str, str)
    row_activated = Signal(str, str)
    next_bare_asked = Signal()
    further_asked = Signal()
    context_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed: Listed | None = None
        self._order = Order.READING
        self._being_kept: frozenset[str] = frozenset()
        self._current: Key | None = None
        self._place: Place = ()
        self._make_claim_key = ""
        self.head = ChecklistHead(self)
        self.list = RowList(self)
        self._stack = Pile(self)
        self._stack.add(self.list)
        line = QFrame(self)
        set_role(line, Role.LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self._connect()
        self.head.hide()

    @cached_property
    def empty(self) -> EmptyNote:
        """What stands in the place of no rows; made, like ``coming``, when it is wanted first."""
        from factdesk.ui.checklist.empty import EmptyNote

        note = EmptyNote(self._make_claim_key, self)
        note.all_asked.connect(self.show_all)
        self._stack.add(note)
        self.setTabOrder(self.list, note.button)
        return note

    @cached_property
    def coming(self) -> Coming:
        """The shape of rows that are being read."""
        from factdesk.ui.checklist.coming import Coming

        rows = Coming(self)
        self._stack.add(rows)
        return rows

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A pane that was given no article yet says so."""
        super().showEvent(event)
        if self.listed is None and self._stack.page is self.list:
            self.show_nothing()

    def show_case(self, listed: Listed, coverage: Coverage, scale: Scale) -> None:
        """Show the checklist of an article. Filter, order and current row stay."""
        self.head.setVisible(True)
        self.head.show_frame(scale)
        self._take(listed.retold(self.listed.told if self.listed else told_nothing), coverage)
        with self.list.place_kept():
            self._arrange()

    def show_told(self, told: Callable[[Suggestion], str]) -> None:
        """Show on their rows what suggestions are proposed to tell again; no row moves."""
        if self.listed is not None and told is not self.listed.told:
            self.listed = self.listed.retold(told)
            self.list.rows.make = _made(self.listed, self._being_kept)
            self.list.viewport().update()

    def show_change(self, listed: Listed, difference: Difference, coverage: Coverage) -> None:
        """Show what ``listed.after`` gave: only the rows that changed are looked at."""
        from factdesk.ui.checklist.seeking import seeks_number  # late: nothing is sought at the start

        renumbered = self.listed is None or listed.numbers is not self.listed.numbers
        self._take(listed, coverage)
        moved = renumbered and seeks_number(self.head.filter.words)  # rows that were left alone may match otherwise
        if moved or len(difference.gone) + len(difference.come) > MOST:
            with self.list.place_kept():
                self._arrange()
            return
        shown = Difference(difference.gone, chosen(difference.come, self.head.filter, listed))
        with self.list.told_nobody():
            self.list.rows.make = _made(listed, self._being_kept)
            self.list.rows.change(shown, place_in(self._order, listed))
        if renumbered:
            self.list.viewport().update()
        self._find_current()

    def show_being_kept(self, about: frozenset[str]) -> None:
        """Show on the rows with these ids that what was done with them is still to be kept; no row moves."""
        if about != self._being_kept:
            self._being_kept = about
            if self.listed is not None:
                self.list.rows.make = _made(self.listed, about)
            self.list.viewport().update()

    def show_nothing(self) -> None:
        """Show that no article is open."""
        self.empty.show_no_article()
        self._show_none(self.empty)

    def show_reading(self, claims: int) -> None:
        """Show that the rows of an article are on their way, and how many claims it has."""
        self.coming.show_claims(claims)
        self._show_none(self.coming)

    def _show_none(self, instead: QWidget) -> None:
        self.listed, self._current, self._place = None, None, ()
        self.head.setVisible(False)
        self.list.show_facts(())
        self._stack.turn_to(instead)

    def set_current(self, kind: str, row_id: str) -> None:
        """Make a row the current one without telling so; a hidden row is kept in mind."""
        if self._current != (kind, row_id):
            self._current = (kind, row_id)
            self._find_current()

    def current(self) -> Key | None:
        """Return kind and id of the current row, shown or hidden."""
        return self._current

    def spoken(self) -> str:
        """Return the current row as a screen reader says it; empty where there is none."""
        fact = self.listed.fact(self._current) if self.listed is not None else None
        return "" if self.listed is None or fact is None else _made(self.listed, self._being_kept)(fact).spoken

    def next_unchecked(self) -> Key | None:
        """Return the next shown row that still has something to do, after the current one, and then from the first."""
        listed = self.listed
        if listed is None:
            return None
        found = following(
            self.list.rows.facts, self._line_before(+1), +1, lambda fact: listed.standing(fact).is_open, wrap=True
        )
        return None if found is None else key_of(found)

    def step(self, by: int) -> None:
        """Enter the next (+1) or the previous (-1) shown row, if there is one."""
        line = self._line_before(by) + by
        if 0 <= line < self.list.rows.rowCount():
            self.list.enter(line)

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
            self._make_claim_key = key
        else:
            self.head.set_key_hint(name, key)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the focus to the list. A focus proxy would make Tab skip what stands before it."""
        self.list.setFocus(reason)

    def _connect(self) -> None:
        self.head.filter_changed.connect(self._arrange)
        self.head.order_changed.connect(self._reorder)
        self.head.next_bare_asked.connect(self.next_bare_asked)
        self.head.further_asked.connect(self.further_asked)
        self.head.search.returnPressed.connect(self._leave_search)
        self.head.search.left.connect(self.setFocus)
        self.list.entered_at.connect(self._entered)
        self.list.activated.connect(self._activated)
        self.list.context_asked.connect(self.context_asked)

    def _take(self, listed: Listed, coverage: Coverage) -> None:
        before, self.listed = self.listed, listed
        if before is None or listed.tally is not before.tally:
            self.head.show_counts(listed.tally)
        self.head.show_coverage(coverage)
        case = listed.case
        if before is None or any(getattr(before.case, part) is not getattr(case, part) for part in _PROPOSED):
            left = next_part(case.version, case.suggestions, case.segments)
            self.head.show_reach(None if left is None else left.start / len(case.version.text))

    def _reorder(self, order: Order) -> None:
        self._order, self._place = order, ()
        self._arrange()

    def _arrange(self) -> None:
        """Sort and filter again. The current row stays, and is found again when it was hidden."""
        listed = self.listed
        if listed is None:
            return
        rows = self.list.rows
        rows.make, rows.place = _made(listed, self._being_kept), place_in(self._order, listed)
        self.list.show_facts(chosen(ordered(listed, self._order), self.head.filter, listed))
        self._find_current()

    def _find_current(self) -> None:
        """Show which row is current, and why there is none where none is shown."""
        listed, rows = self.listed, self.list.rows
        if listed is None:
            return
        fact = listed.fact(self._current)
        if fact is None:
            self._current = None
        else:
            self._place = rows.place(fact)
        line = rows.line(fact)
        if line != self.list.line():
            self.list.set_line(line)
        self.head.show_found(None if self.head.filter == Filter() else len(rows.facts))
        if not rows.facts:
            self.empty.show_hidden(len(listed.facts)) if listed.facts else self.empty.show_no_rows()
        self._stack.turn_to(self.list if rows.facts else self.empty)

    def _line_before(self, step: int) -> int:
        """Return the line to walk on from: that of the current row, or one beside where it stood or would stand."""
        line = self.list.line()
        if line is not None:
            return line
        at = self.list.rows.line_from(self._place) if self._place else 0
        return at if step < 0 else at - 1

    def _entered(self, line: int) -> None:
        fact = self.list.rows.facts[line]
        self._current, self._place = key_of(fact), self.list.rows.place(fact)
        self.row_entered.emit(*self._current)

    def _activated(self) -> None:
        if self._current is not None:
            self.row_activated.emit(*self._current)

    def _leave_search(self) -> None:
        """Enter in the search field goes to the first row found."""
        if self.list.rows.facts:
            self.list.setFocus()
            if self.list.line() is None:
                self.list.enter(0)


def _made(listed: Listed, being_kept: frozenset[str]) -> Callable[[Fact], Row]:
    """Return what makes the row of a fact; it holds no widget, for the list holds it."""
    if not being_kept:
        return listed.row

    def row(fact: Fact) -> Row:
        made = listed.row(fact)
        return made.being_kept() if fact.id in being_kept else made

    return row

"""One register beside the article: progress, what to show, and its entries to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.tick import Register
from factdesk.rules.registers.entries import Entry
from factdesk.rules.shapes import CONFLICT, OPEN
from factdesk.text.spans import Span
from factdesk.ui import written
from factdesk.ui.controls.chip import Chip
from factdesk.ui.controls.choice import Choice
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.pile import Pile
from factdesk.ui.controls.search_field import SearchField
from factdesk.ui.registers import words
from factdesk.ui.registers.list import EntryList
from factdesk.ui.registers.model import EntriesModel
from factdesk.ui.registers.rows import Listing, Order, Which
from factdesk.ui.style import Role, set_role


class RegisterPane(QWidget):
    """Shows one register and says what the person did in it. It changes nothing itself.

    Signals:
        entry_entered(object Entry): the person moved to it; its words come into sight.
        entry_opened(object Entry): the person wants to be at its words in the article.
        ticks_wanted(object Register, object tuple of Span, bool): tick them, or take the ticks away; one step.
    """

    entry_entered = Signal(object)
    entry_opened = Signal(object)
    ticks_wanted = Signal(object, object, bool)

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self._listing = Listing((), "")
        self._ticked: frozenset[Span] = frozenset()
        # A name is looked up once, however often it stands; a figure or a quotation, where it stands.
        self._which, self._order = Which.ALL, Order.GROUPED if register is Register.NAMES else Order.READING
        self._waited_for = False
        self._unfolded: set[str] = set()
        self.only_read = False
        """Whether a tick is wanted in vain: the list does not go on then."""
        self.rows = EntriesModel(self)
        self.list = EntryList(self.rows, self)
        self.list.setAccessibleName(words.register(register))
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        set_role(self.empty, Role.QUIET)
        self._stack = Pile(self)
        self._stack.add(self.empty)
        self._stack.add(self.list)
        self._arrange()
        self._connect()
        self.show_working()

    def show_entries(self, entries: tuple[Entry, ...], text: str, ticked: frozenset[Span], note: str = "") -> None:
        """Show the entries of an article; filter, order and place stay.

        Args:
            note: what is said above them, or instead of them: that wording rules are off.
        """
        self._listing, self._ticked = Listing(entries, text), ticked
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._fill()

    def show_ticks(self, ticked: frozenset[Span]) -> None:
        """Show other ticks."""
        self._ticked = ticked
        if self._which is Which.OPEN and self.list.line() is None:
            self._fill()
            return
        self.rows.show_ticks(ticked)
        self._tell()

    def show_working(self) -> None:
        """Say that the register is being worked out."""
        self._listing = Listing((), "")
        self._unfolded.clear()
        self.empty.setText(self.tr("Being worked out…"))
        self._fill()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Hand the focus to the list. A focus proxy would make Tab skip what stands before it."""
        self._waited_for = not self.rows.rowCount()
        self.list.setFocus(reason)
        if self.list.line() is None and self.rows.rowCount():
            self.list.enter(0)

    def step(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) entry, if there is one."""
        line = self.list.line()
        to = 0 if line is None else line + by
        if 0 <= to < self.rows.rowCount():
            self.list.enter(to)

    def tick_current(self) -> None:
        """Tick the current entry, or take its tick away; the first of a group, with the whole group."""
        line = self.list.line()
        if line is not None:
            self._tick(line)

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def keys_at_hand(self) -> str:
        """Return the keys of its list."""
        return self.tr("J/K row · Space tick · Enter its words · Ctrl+K search · Ctrl+1 claims")

    # --- inside

    def _arrange(self) -> None:
        self.note = QLabel()
        set_role(self.note, Role.WARNING)
        self.note.setWordWrap(True)
        self.note.hide()
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(8)
        for part in (self._build_title(), self._build_chips(), self._build_search()):
            head.addLayout(part)
        head.addWidget(self.note)
        ruler = QFrame(self)
        set_role(ruler, Role.LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(ruler)
        column.addWidget(self._stack, 1)

    def _build_title(self) -> QLayout:
        self.heading, self.progress = QLabel(words.register(self.register)), QLabel()
        set_role(self.heading, Role.TITLE)
        set_role(self.progress, Role.QUIET)
        line = FlowLayout(gap=10, trailing=True)
        line.addWidget(self.heading)
        line.addWidget(self.progress)
        return line

    def _build_chips(self) -> QLayout:
        self.chips: dict[Which, Chip] = {}
        chips = FlowLayout(gap=6)
        for which in Which:
            chip = Chip(self)
            chip.clicked.connect(lambda _=False, which=which: self._choose(which))
            self.chips[which] = chip
            chips.addWidget(chip)
        self.chips[Which.ALL].setChecked(True)
        return chips

    def _build_search(self) -> QLayout:
        self.search = SearchField(self.tr("Search this list"), self)
        orders = ((Order.READING, self.tr("Reading order")), (Order.GROUPED, self.tr("Same things together")))
        self.order = Choice(self.tr("Order"), orders, self)
        self.order.show_value(self._order)
        found = QHBoxLayout()
        found.setSpacing(4)
        found.addWidget(self.search, 1)
        found.addWidget(self.order)
        return found

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self.list.setFocus)
        self.search.left.connect(self.list.setFocus)
        self.order.chosen.connect(self._reorder)
        self.list.entered_at.connect(lambda line: self.entry_entered.emit(self.rows.entries[line]))
        self.list.opened_at.connect(lambda line: self.entry_opened.emit(self.rows.entries[line]))
        self.list.ticked_at.connect(self._tick)
        self.list.fold_at.connect(self._fold)

    @property
    def _grouped(self) -> bool:
        return self._order is Order.GROUPED

    def _choose(self, which: Which) -> None:
        self._which = which
        self._fill()

    def _reorder(self, order: Order) -> None:
        self._order = order
        self._fill()

    def _tick(self, line: int) -> None:
        spans = tuple(entry.span for entry in self.rows.group(line))
        ticked = self._ticked.issuperset(spans)
        beyond = self.rows.beyond(line) if len(spans) > 1 else line + 1
        self.ticks_wanted.emit(self.register, spans, not ticked)
        if not (ticked or self.only_read) and beyond < self.rows.rowCount():
            self.list.enter(beyond)

    def _fold(self, line: int, wanted: bool) -> None:
        """Fold the group of a line, or show all of it; it stays so while the article is open."""
        first = self.rows.first(line)
        if self.rows.row(first).folded in (None, wanted):
            return
        normal = self.rows.entries[first].normal
        (self._unfolded.discard if wanted else self._unfolded.add)(normal)
        self.list.set_line(first)
        self._fill()

    def _fill(self) -> None:
        """List what is to be shown again; the current entry stays current where it is still shown."""
        line = self.list.line()
        before = self.rows.entries[line].span if line is not None else None
        shown = self._listing.chosen(self._which, self._order, self.search.text(), self._ticked)
        with self.list.place_kept(), self.list.told_nobody():
            unfolded = frozenset(self._unfolded) if self._grouped else None
            self.rows.show(self._listing, shown, self._ticked, unfolded)
            at = self.rows.line_of(before) if before is not None else None
            if at is not None:
                self.list.enter(at)
        if not shown and self._listing.all:
            self.empty.setText(self.tr("Nothing matches."))
        self._stack.turn_to(self.list if shown else self.empty)
        self._tell()
        if self._waited_for and shown:
            self._waited_for = False
            if self.isVisible():  # the person may have gone to another list meanwhile
                self.setFocus()

    def show_none(self) -> None:
        """Say that the article has nothing of the sort."""
        self.empty.setText(self.tr("None in this article."))

    def _tell(self) -> None:
        count = len(self._listing.all)
        ticked = sum(entry.span in self._ticked for entry in self._listing.all)
        conflicts = sum(entry.in_conflict for entry in self._listing.all)
        self.progress.setText(words.progress(ticked, count))
        self.chips[Which.ALL].setText(self.tr("All {0}").format(written.count(count)))
        still, against = written.count(count - ticked), written.count(conflicts)
        self.chips[Which.OPEN].setText(f"{OPEN.glyph} {self.tr('Open {0}').format(still)}")
        self.chips[Which.CONFLICTS].setText(f"{CONFLICT} {self.tr('Conflicts {0}').format(against)}")
        self.chips[Which.CONFLICTS].setEnabled(bool(conflicts))

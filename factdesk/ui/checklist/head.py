"""The head of the checklist: progress and coverage always in sight, what to show, how to sort."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from factdesk.model.claim import ClaimKind
from factdesk.model.scale import Scale
from factdesk.rules.coverage import Coverage
from factdesk.ui import written
from factdesk.ui.checklist.choosing import NOT_DECIDED, Filter, Order, Which, counts
from factdesk.ui.checklist.progress import ProgressBar, heading, progress_of, summary
from factdesk.ui.checklist.rows import Standing
from factdesk.ui.claim import words
from factdesk.ui.controls.chip import Chip
from factdesk.ui.controls.choice import Choice, option
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.only_read import changing
from factdesk.ui.controls.search_field import SearchField
from factdesk.ui.controls.standing import StandingLine
from factdesk.ui.style import Role, set_role

_NARROW = 340
"""Width in pixels below which the search has a line of its own, the chips are a menu, and the bar is not shown."""


class ChecklistHead(QWidget):
    """Counts, coverage, filter and order.

    Signals:
        filter_changed(object): the ``Filter`` now wanted.
        order_changed(object): the ``Order`` now wanted.
        next_bare_asked(): go to the next words nobody accounted for.
        further_asked(): propose claims further on in a long text.
    """

    filter_changed = Signal(object)
    order_changed = Signal(object)
    next_bare_asked = Signal()
    further_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self._scale: Scale | None = None
        self._covered: Coverage | None = None
        self._counts: tuple[object, ...] = ()
        self._found: int | None = None
        self._summed_up = ""
        self._bare_key = self._further_key = ""
        self._build_counts()
        self._build_chips()
        self._build_search()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(5)
        line = FlowLayout(gap=10, trailing=True)
        line.addWidget(self.heading)
        line.addWidget(self._summary)
        line.add_growing(self.bar)
        line.addWidget(self.coverage)
        column.addLayout(line)
        column.addLayout(self._chip_line)
        column.addLayout(self._search_line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stay as high as the lines are at this width; in a low window the list gives way.

        Where the words of the search have no room beside the menus it has a line of its own, and the chips, which would
        take two, become one menu more: the rows need the room.
        """
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._search_line.setDirection(direction)
        for part in (self._summary, self.bar, *self.chips.values()):
            part.setVisible(not narrow)
        self.which.setVisible(narrow)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def show_counts(self, tallied: Mapping[Standing, int]) -> None:
        """Show the counts of all rows, filtered or not (``choosing.tally``)."""
        progress = progress_of(tallied)
        self.bar.show_progress(progress)
        numbers = counts(tallied)
        shown = progress.decided, progress.waiting, progress.open, progress.suggestions, numbers
        if shown == self._counts:
            return  # one verdict gave way to another
        self._counts = shown
        self.heading.setText(heading(progress))
        self._summed_up = summary(progress)
        self._sum_up()
        for which, chip in self.chips.items():
            chip.setText(self._chip_words(which).format(written.count(numbers[which])))

    def show_found(self, rows: int | None) -> None:
        """Say how many rows are shown of all; None where no filter hides any."""
        if rows != self._found:
            self._found = rows
            self._sum_up()

    def _sum_up(self) -> None:
        one = self.tr("1 row shown") if self._found == 1 else self.tr("{0} rows shown")
        self._summary.setText(self._summed_up if self._found is None else one.format(written.count(self._found)))

    def show_frame(self, scale: Scale) -> None:
        """Offer the scale's verdicts as filters."""
        if scale != self._scale:
            self._scale = scale
            self._fill_menu(scale)

    def set_filter(self, wanted: Filter) -> None:
        """Take over a filter, and tell so."""
        self.filter = wanted
        self.chips[wanted.which].setChecked(True)
        self.which.show_value(wanted.which)
        self.search.setText(wanted.words)
        for action in self.more.menu().actions():
            if not action.isSeparator():
                field, value = action.data()
                action.setChecked(getattr(wanted, field) == value)
        self._mark_menu()
        self.filter_changed.emit(wanted)

    def set_key_hint(self, name: str, key: str) -> None:
        """Show the key of "search" or "next-bare" where it acts."""
        match name:
            case "search":
                self.search.setPlaceholderText(self.tr("Search  ({0})").format(key))
            case "next-bare":
                self._bare_key = f" {key}"
            case "propose-further":
                self._further_key = f" {key}"

    def _build_counts(self) -> None:
        self.heading = QLabel()
        set_role(self.heading, Role.TITLE)
        self._summary = StandingLine()
        set_role(self._summary, Role.QUIET)
        self.bar = ProgressBar(self)

    def _build_chips(self) -> None:
        self._chip_line = FlowLayout(gap=6)
        self.chips: dict[Which, Chip] = {}
        for which in Which:
            chip = Chip(self)
            chip.clicked.connect(lambda _=False, which=which: self._choose_which(which))
            self.chips[which] = chip
            self._chip_line.addWidget(chip)
        self.chips[Which.ALL].setChecked(True)
        self.coverage = QToolButton(self)
        self.coverage.setToolTip(self.tr("Go to the next words nobody accounted for"))
        set_role(self.coverage, Role.PILL)
        self.coverage.clicked.connect(self.next_bare_asked)
        self.further = QToolButton(self)
        self.further.setToolTip(self.tr("Propose claims in the next part of this long text"))
        set_role(self.further, Role.PILL)
        self.further.clicked.connect(self.further_asked)
        self.further.hide()
        changing(self.further)
        self._chip_line.addWidget(self.further)

    def _chip_words(self, which: Which) -> str:
        match which:
            case Which.ALL:
                return self.tr("All")
            case Which.OPEN:
                return self.tr("Open {0}")
            case Which.MINE:
                return self.tr("Mine")
            case Which.HIGH_RISK:
                return self.tr("High risk {0}")
            case Which.SUGGESTIONS:
                return self.tr("Suggestions {0}")

    def _build_search(self) -> None:
        self.search = SearchField(self.tr("Search the checklist"), self)
        self.search.textChanged.connect(self._seek)
        self.more = QToolButton(self)
        self.more.setText(self.tr("Filter ▾"))
        self.more.setAccessibleName(self.tr("Filter by verdict or kind"))
        self.more.setMenu(QMenu(self.more))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setCheckable(True)
        set_role(self.more, Role.FLAT)
        orders = (
            (Order.READING, self.tr("Reading order")),
            (Order.PRIORITY, self.tr("By priority")),
            (Order.STATE, self.tr("By state")),
        )
        self.order = Choice(self.tr("Order"), orders, self)
        self.order.chosen.connect(self.order_changed)
        shown = [(which, self._chip_words(which).format("").strip()) for which in Which]
        self.which = Choice(self.tr("Show"), shown, self)
        self.which.chosen.connect(self._choose_which)
        self.which.hide()
        beside = QHBoxLayout()
        beside.addWidget(self.which)
        beside.addWidget(self.more)
        beside.addWidget(self.order)
        beside.addStretch(1)
        self._search_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for line in (beside, self._search_line):
            line.setSpacing(4)
        self._search_line.addWidget(self.search, 1)
        self._search_line.addLayout(beside)

    def _seek(self, text: str) -> None:
        if text != self.filter.words:  # else the filter was set, and tells of itself
            self._change(words=text)

    def _choose_which(self, value: object) -> None:
        which = Which(str(value))  # a menu keeps a plain string of it
        self.chips[which].setChecked(True)
        self.which.show_value(which)
        self._change(which=which)

    def _change(self, **changes: object) -> None:
        self.filter = replace(self.filter, **changes)
        self.filter_changed.emit(self.filter)

    def _fill_menu(self, scale: Scale) -> None:
        """Offer each verdict and each kind, with a tick on what is chosen."""
        menu = self.more.menu()
        menu.clear()
        verdicts = [(value.id, words.verdict(value)) for value in scale.values]
        self._offer(menu, "verdict", [(None, self.tr("Any verdict")), *verdicts, (NOT_DECIDED, words.not_decided())])
        menu.addSeparator()
        kinds = [(kind, words.claim_kind(kind)) for kind in ClaimKind]
        self._offer(menu, "kind", [(None, self.tr("Any kind")), *kinds])
        self._mark_menu()

    def _offer(self, menu: QMenu, field: str, options: Sequence[tuple[object, str]]) -> None:
        group = QActionGroup(menu)
        group.triggered.connect(self._choose)
        for value, text in options:
            action = option(text, group)
            action.setData((field, value))
            action.setChecked(getattr(self.filter, field) == value)
            menu.addAction(action)

    def _choose(self, action: QAction) -> None:
        field, value = action.data()
        self._change(**{field: value})
        self._mark_menu()

    def _mark_menu(self) -> None:
        self.more.setChecked(self.filter.verdict is not None or self.filter.kind is not None)

    def show_reach(self, share: float | None) -> None:
        """Show up to which part of a long text claims were proposed; None where that was done to its end."""
        if share is not None:
            told = self.tr("Proposed up to {0} of the text ▸{1}")
            self.further.setText(told.format(f"{math.floor(100 * share)}%", self._further_key))
        self.further.setVisible(share is not None)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show how much of the words is accounted for."""
        if coverage is self._covered:
            return
        self._covered = coverage
        share = percent(coverage)
        bare = len(coverage.bare)
        if coverage.complete:
            text = self.tr("✓ {0} covered").format(share)
        elif bare == 1:
            text = self.tr("{0} covered · 1 bare ▸").format(share)
        else:
            text = self.tr("{0} covered · {1} bare ▸").format(share, written.count(bare))
        self.coverage.setText(text if coverage.complete else text + self._bare_key)
        self.coverage.setEnabled(not coverage.complete)
        set_role(self.coverage, Role.CHIP if coverage.complete else Role.PILL)


def percent(coverage: Coverage) -> str:
    """Return the share with one decimal, cut and never rounded up: 100% means every word."""
    return f"{int(coverage.share * 1000) / 10:.1f}%" if not coverage.complete else "100%"

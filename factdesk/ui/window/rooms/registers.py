"""The registers in the window: worked out when they are wanted first, ticked as edits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from factdesk.model.event import Changes
from factdesk.model.tick import REGISTERS, Register
from factdesk.text.spans import Span
from factdesk.ui.article.words import rise as rise_tip
from factdesk.ui.jobs import RunningJob
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.frame.lists import CLAIMS
from factdesk.ui.window.jobs import Jobs
from factdesk.ui.window.rooms.room import Room
from factdesk.work.jobs import Watch

if TYPE_CHECKING:
    from factdesk.rules.registers.entries import Entry
    from factdesk.rules.registers.reading import Reading
    from factdesk.ui.registers.pane import RegisterPane
    from factdesk.work.registers import WorkedOut

IDLE_MS = 100
"""After an article came: time to be painted before more is worked out than was asked for."""
REST_MS = 400
"""How long nothing was decided before an open register is worked out anew: a key after the other comes first."""
_SHORT = 200_000
"""Characters up to which the registers are worked out without being asked for."""
_READ_FROM = frozenset({"article", "version", "segment", "suggestion", "evidence", "rejected_repeat"})
"""Tables whose rows the registers are worked out from."""


class RegisterRoom(Room):
    """Works the registers out for the case on the bench and turns ticks into edits.

    Signals:
        worked_out(object WorkedOut): registers, ladder and questions of the case are there.
    """

    worked_out = Signal(object)

    def __init__(self, bench: Workbench, jobs: Jobs, page: CasePage) -> None:
        super().__init__(page)
        self._bench, self._jobs, self._page = bench, jobs, page
        self.found: WorkedOut | None = None
        self._running: RunningJob[WorkedOut] | None = None
        self._wanted: Reading | None = None
        self._filled: set[Register] = set()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.work_out)
        bench.case_shown.connect(self._start)
        bench.case_changed.connect(self._follow)
        page.lists.turned.connect(self._turned)
        page.lists.register_made.connect(self._wire)
        bench.only_read_changed.connect(self._hold)
        for early in page.lists.registers.values():  # its tab was opened before this room was made
            self._wire(early)
        if bench.case is not None:
            self._start()

    def commands(self) -> dict[str, Callable[[], None]]:
        tabs = ("claims", *REGISTERS, "questions")
        turns = {f"show-{tab}": partial(self._page.lists.turn_to, nth) for nth, tab in enumerate(tabs)}
        return {"tick": self._tick_current, **turns}

    def work_out(self) -> None:
        """Work out what is not known yet of the case as it stands now, where somebody looks at it."""
        case = self._bench.case
        if case is None or self._page.lists.tabs.currentIndex() == CLAIMS:
            return
        from factdesk.rules.registers.reading import reading_of

        reading = reading_of(case)
        if reading in (self._wanted, self.found.reading if self.found else None):
            return
        if self._running is not None:
            self._running.cancel()
        self._begin(reading, self.tr("Working out the registers…"))

    def _turned(self) -> None:
        """Another list is looked at: the article points no more at an entry of the one before."""
        self._page.article.point_at(None)
        self._fill_open()
        self.work_out()

    # --- from the bench

    def _start(self) -> None:
        """Another case: nothing is known of it."""
        if self._running is not None:
            self._running.cancel()
        self.found, self._running, self._wanted = None, None, None
        for pane in self._page.lists.registers.values():
            pane.show_working()
        for nth in range(1, len(REGISTERS) + 1):
            self._page.lists.show_count(nth, 0)
        self._page.article.show_rises(())
        self.work_out()
        QTimer.singleShot(IDLE_MS, self, self._work_out_short)

    def _work_out_short(self) -> None:
        """Work out what a short article holds, so that its tabs tell how much there is."""
        from factdesk.rules.registers.reading import reading_of

        case = self._bench.case
        if case is not None and len(case.version.text) <= _SHORT and self.found is None and self._running is None:
            self._begin(reading_of(case), "")

    def _begin(self, reading: Reading, told: str) -> None:
        def job(watch: Watch) -> WorkedOut:
            from factdesk.work.registers import registers_job  # here: it takes longer than the window may be held

            return registers_job(reading)(watch)

        self._wanted = reading
        self._running = self._jobs.start(job, self._take, told)

    def _follow(self, changes: Changes) -> None:
        tables = changes.tables
        if tables & _READ_FROM:
            self._rest.start()
        if "tick" in tables:
            for register, pane in self._page.lists.registers.items():
                pane.show_ticks(self._ticked(register))

    def _take(self, found: WorkedOut) -> None:
        self._running, self._wanted = None, None
        case = self._bench.case
        if case is None or case.version.text != found.reading.text:
            return
        self.found = found
        for nth, register in enumerate(REGISTERS, start=1):
            self._page.lists.show_count(nth, len(found.registers.entries[register]))
        self._filled.clear()
        self._fill_open()
        text = found.reading.text
        self._page.article.show_rises(
            (rise.later.sentence, rise_tip(text[slice(*rise.earlier.sentence)], text[slice(*rise.later.sentence)]))
            for rise in found.ladder.rises
        )
        self.worked_out.emit(found)

    def _wire(self, pane: RegisterPane) -> None:
        """A register's tab is opened for the first time."""
        pane.entry_entered.connect(self._show)
        pane.entry_opened.connect(self._go)
        pane.ticks_wanted.connect(self._tick)
        self._hold()

    def _hold(self) -> None:
        for pane in self._page.lists.registers.values():
            pane.only_read = bool(self._bench.only_read)

    def _fill_open(self) -> None:
        """Fill the register that is looked at; the others wait until they are."""
        pane = self._page.lists.register
        if self.found is not None and pane is not None and pane.register not in self._filled:
            self._filled.add(pane.register)
            self._fill(pane, self.found)

    def _fill(self, pane: RegisterPane, found: WorkedOut) -> None:
        off = "" if found.registers.wording else self.tr("Wording rules are off: this article is not in English.")
        needs_words = pane.register in (Register.NAMES, Register.QUOTATIONS)
        ticked = self._ticked(pane.register)
        pane.show_none()
        pane.show_entries(
            found.registers.entries[pane.register], found.reading.text, ticked, off if needs_words else ""
        )

    def _ticked(self, register: Register) -> frozenset[Span]:
        case = self._bench.case
        return frozenset(tick.span for tick in case.ticks if tick.register is register) if case else frozenset()

    # --- what the person does

    def _show(self, entry: Entry) -> None:
        self._page.article.go_to(entry.span)
        self._page.article.point_at(entry.span)

    def _go(self, entry: Entry) -> None:
        self._page.article.select(entry.span)
        self._page.article.setFocus()

    def _tick_current(self) -> None:
        pane = self._page.lists.register
        if pane is None:
            self.said.emit(self.tr("Open a register to tick its entries."))
        else:
            pane.tick_current()

    def _tick(self, register: Register, spans: tuple[Span, ...], wanted: bool) -> None:
        from factdesk.work.edits.tick import Stroke, TickStretches, UntickStretches

        case = self._bench.case
        if case is None:
            return
        if wanted:
            strokes = tuple(Stroke(span=span) for span in spans)
            self._bench.run(TickStretches(version_id=case.version.id, register=register, strokes=strokes))
        else:
            self._bench.run(UntickStretches(version_id=case.version.id, register=register, spans=spans))

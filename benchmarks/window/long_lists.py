"""Long checklists in one process: show, filter and one row beside the bare list, a verdict in the window, growth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.floors import one_column
from benchmarks.floors.commit import bare_desk
from benchmarks.floors.rows import drawn
from benchmarks.floors.verdict import BareVerdict
from benchmarks.results import BarOn, Result
from benchmarks.window.opened import opened
from benchmarks.window.painting import ms, painted, processor, side_by_side
from benchmarks.window.rows import ME, sentence
from factdesk.model.case import Case
from factdesk.model.event import Changes, RowKey
from factdesk.model.person import Person
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.ui import start
from factdesk.ui.checklist.choosing import Filter
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.session import Session

RUNS, LIST_RUNS = 11, 41
"""A list is measured more often: each turn is short, and a processor that changes its speed meanwhile scatters few."""
WORD = "ferries"
BARE_BAR, VERDICT_BAR = 2.0, 4.0


def case_of(path: Path) -> Case:
    """Return the one case of a desk."""
    session = Session.open(path, Person(ME))
    case = session.case(session.articles()[0].id)
    session.close()
    return case


class Lists:
    """Our pane and the bare list side by side, showing the same rows; seconds by what was done to them."""

    def __init__(self, case: Case) -> None:
        application = QApplication.instance() or start.application()
        assert isinstance(application, QApplication)
        self.case, self.numbers = case, numbers(case.claims)
        self.scale, self.covered = next(iter(case.scales.values())), coverage(case.version.text, case.segments)
        self.pane = ChecklistPane()
        listed = Listed.of(case, self.numbers, ME)
        self.words = [listed.row(fact).words for fact in listed.facts]
        self.bare = drawn(self.words, self.pane.list.verticalHeader().defaultSectionSize())
        self.frame = side_by_side(self.pane, self.bare)
        self._show(case)  # so that both have their measure
        self.bare.verticalHeader().setDefaultSectionSize(self.pane.list.verticalHeader().defaultSectionSize())
        QApplication.processEvents()

    def show(self) -> tuple[float, float]:
        """Show the case as if it had just been read, and the list of the same facts, each in place of another."""
        self._show(self.case)
        one_column.show(self.bare, self.words)
        QApplication.processEvents()
        fresh = replace(self.case)  # without the indexes of the last run
        ours = painted(partial(self._show, fresh), self.pane.list.viewport())
        return ours, painted(lambda: one_column.show(self.bare, one_column.words_in(fresh)), self.bare.viewport())

    def filter(self) -> tuple[float, float]:
        """Filter by a word, the first that is sought in this list."""
        self._show(self.case)
        one_column.show(self.bare, self.words)
        QApplication.processEvents()
        ours = painted(lambda: self.pane.head.set_filter(Filter(words=WORD)), self.pane.list.viewport())
        bare = painted(lambda: one_column.show(self.bare, one_column.filtered(self.words, WORD)), self.bare.viewport())
        assert self.pane.list.rows.rowCount() == self.bare.model().rowCount()
        self.pane.head.set_filter(Filter())
        one_column.show(self.bare, self.words)
        QApplication.processEvents()
        return ours, bare

    def change(self, nth: int) -> tuple[float, float]:
        """Change one row that is in sight."""
        one = self.case.claims[nth % 3]
        changed = replace(one, claimant=f"company {nth}")
        self.case = self.case.changed(claims=tuple(changed if c is one else c for c in self.case.claims))
        self.case.claim(one.id)
        touched = Changes(frozenset({RowKey("claim", one.id)}))
        ours = painted(partial(self._change, touched), self.pane.list.viewport())
        return ours, painted(partial(one_column.change, self.bare, nth % 3, sentence(nth)), self.bare.viewport())

    def _show(self, case: Case) -> None:
        self.pane.show_case(Listed.of(case, self.numbers, ME), self.covered, self.scale)

    def _change(self, touched: Changes) -> None:
        assert self.pane.listed is not None
        listed, difference = self.pane.listed.after(self.case, self.numbers, touched)
        self.pane.show_change(listed, difference, self.covered)


def measure_list(path: Path) -> list[Result]:
    """Measure our list beside the bare one."""
    lists = Lists(case_of(path))
    steps = {
        "show": lambda _: lists.show(),
        "filter": lambda _: lists.filter(),
        "one row changes": lists.change,
    }
    found = []
    for name, step in steps.items():
        ours, bare = zip(*(step(nth) for nth in range(LIST_RUNS)), strict=True)
        taken, floor = ([1000 * one for one in side] for side in (ours, bare))
        found.append(Result.several(f"checklist, {len(lists.words):,} rows: {name}", taken, "ms", floor).held(BARE_BAR))
    lists.frame.close()
    return found


def measure_verdict(path: Path) -> Result:
    """Measure a verdict key in the window, to the durable commit and the repaint, turn about with the bare one."""
    case = case_of(path)
    bare = BareVerdict(case.version.text)
    bare.show()
    QTest.qWaitForWindowExposed(bare)
    commits: list[float] = []
    repaints: list[float] = []
    with bare_desk(path.with_name("bare.sqlite")) as commit:

        def keep_and_repaint() -> None:
            commits.append(processor(commit))
            repaints.append(processor(partial(bare.give, len(repaints))))
            _settle()

        taken = judge(path, LIST_RUNS, keep_and_repaint)
    bare.close()
    floors = [kept + shown for kept, shown in zip(commits[2:], repaints[2:], strict=True)]
    beyond = [1000 * (ours - floor) for ours, floor in zip(taken, floors, strict=True)]
    told = f"bare commit ({ms(commits[2:]):.2f} ms) and repaint ({ms(repaints[2:]):.1f} ms)"
    note = f"{len(case.claims):,} claims; beyond {told}"
    return Result.several("a verdict, beyond the bare", beyond, "ms", note=note).held(VERDICT_BAR, BarOn.MOST)


def judge(path: Path, times: int, between: Callable[[], object] = lambda: None) -> list[float]:
    """Return the processor seconds of verdicts given by key in the window, one claim after the other.

    Args:
        between: called after each, once all is at rest.
    """
    window = opened(path)
    case = window.bench.case
    assert case is not None
    taken = []
    for nth in range(times):
        window.row.go("claim", case.claims[min(40, len(case.claims) - 2) + nth % 2].id)
        _settle()
        taken.append(processor(partial(_judge, window, ("ok", "fix")[nth // 2 % 2])))
        _settle()
        between()
    window.close()
    window.deleteLater()
    _settle()
    return taken[2:]


def of_growth(desks: Mapping[int, Path]) -> list[Result]:
    """Measure show, filter and verdict from short lists to long ones; the floor of each is the list before it."""
    found: list[Result] = []
    before: dict[str, tuple[int, float]] = {}
    for rows, path in desks.items():
        lists = Lists(case_of(path))
        shows, filters = ([step()[0] for _ in range(RUNS)] for step in (lists.show, lists.filter))
        lists.frame.close()
        for name, taken in (("show", shows), ("filter", filters), ("verdict", judge(path, RUNS))):
            known, floor = before.get(name, (rows, None))
            bar = rows / known if floor else None
            note = "ratio to the list before it; bar is linear" if floor else "the first of the curve"
            told = [1000 * one for one in taken]
            floors = [floor] if floor else []
            found.append(Result.several(f"{name}, {rows:,} rows", told, "ms", floors, note).held(bar))
            before[name] = rows, ms(taken)
    return found


def _judge(window: MainWindow, value: str) -> None:
    window.rooms.checking.give_verdict(window.row.id, value)
    QApplication.processEvents()


def _settle() -> None:
    """Let what the step before left be done: what one layout asks of those around it comes a round later each."""
    for _ in range(10):
        QApplication.processEvents()

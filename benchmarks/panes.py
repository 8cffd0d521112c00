"""Panes in one process: processor time of ours and of the bare widget, in turns."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSplitter, QWidget

from benchmarks.floors.two_panes import Rows, table
from benchmarks.large import long_text, make_desk
from benchmarks.results import Result
from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.event import Changes, RowKey
from factdesk.model.ids import ArticleId
from factdesk.model.person import Person
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.settings import Preferences
from factdesk.ui import start
from factdesk.ui.article.marks import Marks, marks_of
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.checklist.choosing import Filter
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.checklist.rows import exact_words
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.session import Session

RUNS = 7
_ROUNDS = 200
OPEN_BAR, SMALL_BAR, BARE_BAR, VERDICT_BAR = 3.0, 1.5, 2.0, 4.0


class Painted(QObject):
    """Says when a widget was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def measure_panes() -> list[Result]:
    """Measure opening, scrolling, restyling, the checklist and a verdict."""
    app = QApplication.instance() or start.application()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as name:
        large, few = (_case(Path(name), claims) for claims in (5_000, 50))
        many = _case(Path(name), 10_000)
        return [
            *_article(large, few),
            *_checklist(many),
            _verdict(Path(name) / "5000.factdesk"),
        ]


def _case(folder: Path, claims: int) -> Case:
    path = folder / f"{claims}.factdesk"
    article = make_desk(path, 2_000_000 if claims > 5_000 else 1_000_000, claims)
    session = Session.open(path, Person("Checker"))
    case = session.case(ArticleId(article))
    session.close()
    return case


def _article(large: Case, few: Case) -> list[Result]:
    pane, bare = ArticlePane(), QPlainTextEdit()
    frame = _side_by_side(pane, bare)
    opened, opened_few, floor = ([], [], [])
    for _ in range(RUNS):
        opened.append(_painted(lambda: _show(pane, large), pane.text.viewport()))
        opened_few.append(_painted(lambda: _show(pane, few), pane.text.viewport()))
        floor.append(_painted(lambda: bare.setPlainText(long_text(1_000_000)), bare.viewport()))
    _show(pane, large)
    jumps: list[float] = []
    bare_jumps: list[float] = []
    styles, bare_styles = [], []
    marks = marks_of(large, numbers(large.claims), coverage(large.version.text, large.segments))
    for nth in range(1, 3 * RUNS):
        for edit, kept in ((pane.text, jumps), (bare, bare_jumps)):
            bar = edit.verticalScrollBar()
            place = bar.maximum() * nth // (3 * RUNS)
            kept.append(_painted(partial(bar.setValue, place), edit.viewport()))
        claim = large.claims[nth]
        styles.append(_painted(partial(_show_again, pane, marks, large, claim), pane.text.viewport()))
        bare_styles.append(_painted(partial(_restyle, bare, nth), bare.viewport()))
    frame.close()
    return [
        Result(
            "open 1 MB, 5,000 claims", _ms(opened), "ms", _ms(floor), OPEN_BAR, "bar is on the ratio; processor time"
        ),
        Result("the same beside 50 claims", _ms(opened), "ms", _ms(opened_few), SMALL_BAR, "bar is on the ratio"),
        Result("a scroll jump", _ms(jumps), "ms", _ms(bare_jumps), BARE_BAR, "bar is on the ratio"),
        Result("restyling one claim", _ms(styles), "ms", _ms(bare_styles), BARE_BAR, "floor: one character format"),
    ]


def _side_by_side(one: QWidget, other: QWidget) -> QSplitter:
    """Show two widgets in one window: one behind another would never be painted."""
    frame = QSplitter()
    frame.addWidget(one)
    frame.addWidget(other)
    frame.resize(1500, 800)
    frame.setSizes([750, 750])
    frame.show()
    QTest.qWaitForWindowExposed(frame)
    return frame


def _show(pane: ArticlePane, case: Case) -> None:
    pane.show_nothing()
    pane.show_article(case.article, case.version, case.version_count)
    pane.show_marks(marks_of(case, numbers(case.claims), coverage(case.version.text, case.segments)))


def _show_again(pane: ArticlePane, marks: Marks, case: Case, claim: Claim) -> None:
    pane.show_claim(marks.with_claim(claim, case.scales), [case.words_of()[claim.id].anchor.span])


def _restyle(bare: QPlainTextEdit, nth: int) -> None:
    cursor = bare.cursorForPosition(bare.viewport().rect().center())
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 40)
    style = QTextCharFormat()
    style.setForeground(QColor(nth % 255, 80, 80))
    cursor.mergeCharFormat(style)


def _checklist(case: Case) -> list[Result]:
    pane = ChecklistPane()
    numbered = numbers(case.claims)
    words = [" ".join(exact_words(case, fact).split()) for fact in Listed.of(case, numbered, "Checker").facts]
    bare = table(words)
    frame = _side_by_side(pane, bare)
    covered, scale = coverage(case.version.text, case.segments), next(iter(case.scales.values()))
    model = bare.model()
    assert isinstance(model, Rows)
    shows, bare_shows, filters, bare_filters, changes, bare_changes = ([] for _ in range(6))
    for nth in range(RUNS):
        pane.show_nothing()
        shows.append(
            _painted(lambda: pane.show_case(Listed.of(case, numbered, "Checker"), covered, scale), pane.list.viewport())
        )
        bare_shows.append(_painted(lambda: _reset(model, words), bare.viewport()))
        filters.append(_painted(lambda: pane.head.set_filter(Filter(words="russia")), pane.list.viewport()))
        pane.head.set_filter(Filter())
        bare_filters.append(_painted(lambda: _reset(model, _with_word(words)), bare.viewport()))
        _reset(model, words)
        QApplication.processEvents()
        listed, one = Listed.of(case, numbered, "Checker"), case.claims[nth]
        pane.show_case(listed, covered, scale)
        QApplication.processEvents()
        after = case.changed(claims=tuple(replace(c, high_risk=True) if c is one else c for c in case.claims))
        touched = Changes(frozenset({RowKey("claim", one.id)}))
        changes.append(_painted(partial(_change, pane, after, touched), pane.list.viewport()))
        place = model.index(nth, 0)
        bare_changes.append(_painted(partial(model.dataChanged.emit, place, place), bare.viewport()))
    frame.close()
    count = f"{len(words):,} rows; bar is on the ratio"
    return [
        Result("checklist: show", _ms(shows), "ms", _ms(bare_shows), BARE_BAR, count),
        Result("checklist: filter", _ms(filters), "ms", _ms(bare_filters), BARE_BAR, count),
        Result("checklist: one row changes", _ms(changes), "ms", _ms(bare_changes), BARE_BAR, count),
    ]


def _change(pane: ChecklistPane, after: Case, touched: Changes) -> None:
    listed = pane.listed
    assert listed is not None
    again, difference = listed.after(after, listed.numbers, touched)
    pane.show_change(again, difference, coverage("", ()))


def _with_word(words: list[str]) -> list[str]:
    return [line for line in words if "russia" in line.casefold()]


def _reset(model: Rows, words: list[str]) -> None:
    model.beginResetModel()
    model.rows = words
    model.endResetModel()


def _verdict(path: Path) -> Result:
    window = MainWindow(Preferences(name="Checker", theme="light"))
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.desks.open(path)
    case = window.bench.case
    assert case is not None
    page, taken = window.case_page, []
    for nth in range(2 * RUNS):
        window.checking.go("claim", case.claims[40 + nth % 2].id)
        QApplication.processEvents()
        taken.append(_processor(partial(_judge, window, ("ok", "fix")[nth // 2 % 2])))
    views = (page.article.text.viewport(), page.checklist.list.viewport())
    repaint = [_processor(lambda: [view.repaint() for view in views]) for _ in range(RUNS)]
    window.close()
    floor = _ms(repaint) + _commit(path.with_name("bare.sqlite"))
    note = f"beyond bare commit and repaint ({floor:.1f} ms); processor time"
    return Result("a verdict, 5,000 claims", _ms(taken) - floor, "ms", None, VERDICT_BAR, note)


def _judge(window: MainWindow, value: str) -> None:
    window.checking.give_verdict(window.checking.id, value)
    QApplication.processEvents()


def _commit(path: Path) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE claim (id INTEGER PRIMARY KEY, verdict TEXT)")
    connection.execute("INSERT INTO claim VALUES (1, '')")
    taken = [_processor(lambda: connection.execute("UPDATE claim SET verdict = 'ok' WHERE id = 1")) for _ in range(20)]
    connection.close()
    return _ms(taken)


def _painted(act: Callable[[], object], viewport: QWidget) -> float:
    """Return the processor seconds from ``act`` to the end of the paint it causes."""
    look = Painted()
    viewport.installEventFilter(look)
    begun = time.process_time()
    act()
    for _ in range(_ROUNDS):  # a change that is not seen paints nothing
        if look.seen:
            break
        QApplication.processEvents()
    taken = time.process_time() - begun
    viewport.removeEventFilter(look)
    QApplication.processEvents()
    return taken


def _processor(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _ms(seconds: list[float]) -> float:
    return 1000 * statistics.median(seconds)

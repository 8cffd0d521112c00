"""Panes in one process: processor time of ours and of the bare widget, in turns."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.large import long_text, make_desk
from benchmarks.results import Result
from benchmarks.window.painting import painted, side_by_side
from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.ids import ArticleId
from factdesk.model.person import Person
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.ui import start, style
from factdesk.ui.article.length import COUNT_AFTER_MS
from factdesk.ui.article.marks import Marks, marks_of
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.article.reading_type import READING_SIZE
from factdesk.ui.article.scrolling import REST_MS
from factdesk.ui.article.text_view import ArticleText
from factdesk.ui.article.typesetting.measure import reading_font
from factdesk.work.session import Session

RUNS = 7
JUMPS = 40
BARE_BAR = 2.0


def measure_panes() -> list[Result]:
    """Measure scrolling and restyling."""
    app = QApplication.instance() or start.application()
    assert isinstance(app, QApplication)
    style.apply(app, "light")  # as the window is dressed: else Qt's own scroll bar makes both dearer, the bare one most
    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as name:
        return _article(_case(Path(name), 5_000))


def _case(folder: Path, claims: int) -> Case:
    path = folder / f"{claims}.factdesk"
    article = make_desk(path, 1_000_000, claims)
    session = Session.open(path, Person("Checker"))
    case = session.case(ArticleId(article))
    session.close()
    return case


def _article(large: Case) -> list[Result]:
    pane, bare = ArticlePane(), QPlainTextEdit()
    bare.setFont(reading_font("", READING_SIZE))
    frame = side_by_side(pane, bare)
    _show(pane, large)
    bare.setPlainText(long_text(1_000_000))
    QTest.qWait(3 * COUNT_AFTER_MS)  # the first paint and the count of the words are the opening's, not a jump's
    jumps, bare_jumps = _jumps(pane.text, bare)
    styles, bare_styles = [], []
    marks = marks_of(large, numbers(large.claims), coverage(large.version.text, large.segments))
    for nth in range(1, 3 * RUNS):
        claim = large.claims[nth]
        styles.append(painted(partial(_show_again, pane, marks, large, claim), pane.text.viewport()))
        bare_styles.append(painted(partial(_restyle, bare, nth), bare.viewport()))
    frame.close()
    return [
        _beside("a scroll jump", jumps, bare_jumps, BARE_BAR),
        _beside("restyling one claim", styles, bare_styles, BARE_BAR, "floor: one character format"),
    ]


def _jumps(ours: ArticleText, bare: QPlainTextEdit) -> tuple[list[float], list[float]]:
    """Jump through both texts; they take turns in who jumps first.

    After each jump the window has its rest: what ours lays out then around the view belongs to no jump.
    """
    taken: tuple[list[float], list[float]] = [], []
    sides = [(ours, taken[0]), (bare, taken[1])]
    for nth in range(1, JUMPS + 1):
        for edit, kept in sides:
            bar = edit.verticalScrollBar()
            kept.append(painted(partial(bar.setValue, bar.maximum() * nth // (JUMPS + 1)), edit.viewport()))
            QTest.qWait(2 * REST_MS)
        sides.reverse()
    return taken


def _beside(name: str, ours: Sequence[float], bare: Sequence[float], bar: float, note: str = "") -> Result:
    """Tell processor seconds beside their floor, in milliseconds."""
    taken, floor = ([1000 * one for one in side] for side in (ours, bare))
    return Result.several(name, taken, "ms", floor, note).held(bar)


def _show(pane: ArticlePane, case: Case) -> None:
    marks = marks_of(case, numbers(case.claims), coverage(case.version.text, case.segments))
    pane.show_article(case.article, case.version, case.version_count, marks)


def _show_again(pane: ArticlePane, marks: Marks, case: Case, claim: Claim) -> None:
    pane.show_claim(marks.with_work(case), [case.words_of()[claim.id].anchor.span])


def _restyle(bare: QPlainTextEdit, nth: int) -> None:
    cursor = bare.cursorForPosition(bare.viewport().rect().center())
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 40)
    style = QTextCharFormat()
    style.setForeground(QColor(nth % 255, 80, 80))
    cursor.mergeCharFormat(style)

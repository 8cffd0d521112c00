"""Opening a long article from the desk, in the real window: from the gesture to its text, and to its rows, painted."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.large import long_text, make_desk
from benchmarks.results import Result
from benchmarks.window.opened import shown
from benchmarks.window.painting import Painted, painted
from factdesk.model.ids import ArticleId
from factdesk.ui import start
from factdesk.ui.article.reading_type import READING_SIZE
from factdesk.ui.article.typesetting.measure import reading_font
from factdesk.ui.window.main_window import MainWindow

RUNS = 7
LENGTH = 1_000_000
TEXT_BAR, FEW_BAR = 3.0, 1.5


class Opening(NamedTuple):
    """Processor seconds from the gesture until the text was painted, and until its rows were."""

    text: float
    rows: float


def measure_opening() -> list[Result]:
    """Measure opening 1 MB with 5,000 claims and with 50, beside the bare text."""
    application = QApplication.instance() or start.application()
    assert isinstance(application, QApplication)
    bare = QPlainTextEdit()
    bare.setFont(reading_font("", READING_SIZE))
    bare.resize(750, 800)
    bare.show()
    QTest.qWaitForWindowExposed(bare)
    floor = [painted(lambda: bare.setPlainText(long_text(LENGTH)), bare.viewport()) for _ in range(RUNS)]
    bare.close()
    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as folder:
        large, few = (_opened(Path(folder) / f"{claims}.factdesk", claims) for claims in (5_000, 50))
    text, rows = [one.text for one in large], [one.rows for one in large]
    text_few, rows_few = [one.text for one in few], [one.rows for one in few]
    name = "open 1 MB, 5,000 claims, from the desk, to"
    return [
        _beside(f"{name} its text", text, floor).held(TEXT_BAR),
        _beside(f"{name} its text, beside 50", text, text_few).held(FEW_BAR),
        _beside(f"{name} its rows", rows, floor, "the text stands meanwhile"),
        _beside(f"{name} its rows, beside 50", rows, rows_few),
    ]


def _beside(name: str, ours: list[float], other: list[float], note: str = "") -> Result:
    """Tell processor seconds beside others, in milliseconds."""
    taken, floor = ([1000 * one for one in side] for side in (ours, other))
    return Result.several(name, taken, "ms", floor, note)


def _opened(path: Path, claims: int) -> list[Opening]:
    article = ArticleId(make_desk(path, LENGTH, claims))
    window = shown()
    QTest.qWaitForWindowExposed(window)
    window.furnish()
    window.desks.open(path)
    QTest.qWait(200)
    taken = [_open(window, article) for _ in range(RUNS + 1)]
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    return taken[1:]  # the first one imports


def _open(window: MainWindow, article: ArticleId) -> Opening:
    window.bench.show(None)
    QTest.qWait(200)
    looks = [
        (Painted(), window.case_page.article.text.viewport()),
        (Painted(), window.case_page.checklist.list.viewport()),
    ]
    for look, viewport in looks:
        viewport.installEventFilter(look)
    begun, taken = time.process_time(), [0.0, 0.0]
    window.bench.open_article(article)
    while not all(taken):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        now = time.process_time() - begun
        taken = [before or (now if look.seen else 0.0) for before, (look, _) in zip(taken, looks, strict=True)]
    for look, viewport in looks:
        viewport.removeEventFilter(look)
    QTest.qWait(200)
    return Opening(*taken)

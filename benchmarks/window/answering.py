"""The longest time the window misses its turn: a step of 4,000 rows, an article of 1 MB, a text of 20 MB on its way in.

A gap counts what this program itself used of the processors in it, whoever else works: on a quiet machine all of it. A
display is needed (``xvfb-run -a`` gives one).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, perf_counter
from typing import TYPE_CHECKING

from benchmarks.results import BarOn, Result

if TYPE_CHECKING:
    from benchmarks.window.heartbeat import Heartbeat
    from factdesk.ui.window.main_window import MainWindow

ROWS = 20_000
PARAGRAPHS = 340_000
BAR = 100.0
_PATIENCE = 1200


def measure(_data: Path) -> list[Result]:
    """Measure both in the real window."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("answering", None, "ms", note="no display: xvfb-run -a python -m benchmarks answering")]
    from benchmarks.window.heartbeat import Heartbeat
    from benchmarks.window.opened import shown
    from factdesk.ui import start

    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as name:
        application = start.application()
        window = shown()
        heart = Heartbeat(window)
        found = [
            part for measured in (_large_step, _long_article, _book) for part in measured(window, heart, Path(name))
        ]
        window.close()
        application.processEvents()
    return found


def _large_step(window: MainWindow, heart: Heartbeat, folder: Path) -> list[Result]:
    from benchmarks.window.rows import ME, make_rows
    from factdesk.model.person import Person
    from factdesk.work.bulk import accept_claims
    from factdesk.work.session import Session

    path = folder / "rows.factdesk"
    article = make_rows(path, ROWS)
    window.desks.open(path)
    wait(lambda: window.bench.case is not None and not window.jobs.busy())
    before = _claims(window)
    session = Session.open(path, Person(ME))
    accepted = accept_claims(session, article)
    session.close()
    after = before + accepted
    told = f"a step that accepts {accepted:,} of {ROWS:,} rows"
    return [
        _gap(heart, f"{told}: heard of", lambda: None, lambda: _claims(window) == after),
        _gap(heart, f"{told}: taken back", window.bench.undo, lambda: _claims(window) == before),
        _gap(heart, f"{told}: done again", window.bench.redo, lambda: _claims(window) == after),
    ]


def _long_article(window: MainWindow, heart: Heartbeat, folder: Path) -> list[Result]:
    from benchmarks.large import make_desk
    from factdesk.model.ids import ArticleId

    path = folder / "long.factdesk"
    article = ArticleId(make_desk(path, 1_000_000, 5_000))
    window.desks.open(path)
    wait(lambda: window.bench.case is not None and not window.jobs.busy())
    window.bench.show(None)

    def opened() -> bool:
        return window.bench.case is not None

    return [_gap(heart, "1 MB, 5,000 claims: opened from the desk", lambda: window.bench.open_article(article), opened)]


def _book(window: MainWindow, heart: Heartbeat, folder: Path) -> list[Result]:
    path = folder / "book.txt"
    write_book(path)

    def in_it() -> bool:
        case = window.bench.case
        return case is not None and len(case.version.blocks) > PARAGRAPHS

    found = [_looked_over(window, heart, path), _gap(heart, "20 MB: taken in", lambda: None, in_it)]
    found.append(_gap(heart, "20 MB: taken back", window.bench.undo, lambda: not in_it()))
    found.append(_gap(heart, "20 MB: done again", window.bench.redo, lambda: not window.jobs.busy()))
    session = window.bench.session
    assert session is not None
    book = session.articles()[-1].id
    found.append(_gap(heart, "20 MB: opened from the desk", lambda: window.bench.show(book), in_it))
    return found


def _looked_over(window: MainWindow, heart: Heartbeat, path: Path) -> Result:
    """Open a text and take it in as soon as its dialog is there, which has a loop of its own."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from factdesk.ui.dialogs.intake.dialog import IntakeDialog

    begun = perf_counter()
    found: list[Result] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, IntakeDialog) and dialog.isVisible():
            looks.stop()
            found.append(_told(heart, "20 MB: until it is looked over", begun))
            heart.begin()
            dialog.take.click()

    looks = QTimer(window, interval=50)
    looks.timeout.connect(look)
    looks.start()
    heart.begin()
    window.rooms.intake.open(path)
    wait(lambda: bool(found))
    return found[0]


def write_book(path: Path) -> None:
    """Write a plain text of 20 MB, each paragraph of which is another."""
    lines = (
        f"Ship {nth} passed the lock in 19{nth % 100:02}, with {nth % 977} tons of oak.\n\n"
        for nth in range(PARAGRAPHS)
    )
    path.write_text("The old lock holds\n\n" + "".join(lines), encoding="utf-8")


def _gap(heart: Heartbeat, name: str, deed: Callable[[], object], done: Callable[[], bool]) -> Result:
    begun = perf_counter()
    heart.begin()
    deed()
    wait(done)
    return _told(heart, name, begun)


def _told(heart: Heartbeat, name: str, begun: float) -> Result:
    gap, taken = heart.longest(), perf_counter() - begun
    note = f"the longest gap; {gap.wall:,.0f} ms by the clock; done after {taken:,.1f} s"
    return Result(name, gap.own, "ms", None, BAR, note, bar_on=BarOn.MOST)


def _claims(window: MainWindow) -> int:
    return len(window.bench.case.claims) if window.bench.case is not None else -1


def wait(done: Callable[[], bool]) -> None:
    """Let the window run until ``done``. Not ``QTest.qWait``: it sleeps without leaving other threads Python's turn."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, until = QEventLoop(), monotonic() + _PATIENCE

    def look() -> None:
        if done() or monotonic() > until:
            loop.quit()

    looks = QTimer(loop, interval=10)
    looks.timeout.connect(look)
    looks.start()
    loop.exec()
    assert done(), "it did not come to its end"

"""The longest time the window misses its turn at each thing a person does with a large desk.

The desk has 200 articles, one of 1 MB with 5,000 claims, and 100,000 entries in its record. A gap is counted as in
``benchmarks answering``. A display is needed (``xvfb-run -a`` gives one).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.large import make_desk
from benchmarks.record import lengthen
from benchmarks.results import BarOn, Result
from benchmarks.window.answering import BAR, wait

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from benchmarks.window.heartbeat import Heartbeat
    from factdesk.ui.window.main_window import MainWindow

ARTICLES, ENTRIES = 200, 100_000
_RESTING = 0.5
"""Seconds after a deed in which what it left to be done is counted, too."""


def measure(_data: Path) -> list[Result]:
    """Measure everything in one window."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("large desks", None, "ms", note="no display: xvfb-run -a python -m benchmarks large-desks")]
    from benchmarks.window.heartbeat import Heartbeat
    from benchmarks.window.opened import shown
    from factdesk.ui import start

    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as name:
        application = start.application()
        path = Path(name) / "large.factdesk"
        _make(path)
        window = shown()
        deeds = _Deeds(window, Heartbeat(window), path)
        found = [deeds.gap(name, deed) for name, deed in deeds.all().items()]
        window.close()
        application.processEvents()
    return found


def _make(path: Path) -> None:
    from factdesk.model.person import Person
    from factdesk.readers.formats import read_text
    from factdesk.work.edits.article import AddArticle
    from factdesk.work.intake import propose
    from factdesk.work.jobs import Unwatched
    from factdesk.work.session import Session

    make_desk(path, 1_000_000, 5_000)
    session = Session.open(path, Person("Checker"))
    for nth in range(1, ARTICLES):
        words = f"Ship {nth} at the lock\n\nIt carried {nth} tons of oak in 19{nth % 100:02}, the keeper said."
        session.run(AddArticle(intake=propose(read_text(words), Unwatched())))
    session.close()
    lengthen(path, ENTRIES)


class _Deeds:
    """What a person does, one after the other."""

    def __init__(self, window: MainWindow, heart: Heartbeat, path: Path) -> None:
        self._window, self._heart, self._path = window, heart, path

    def all(self) -> dict[str, Callable[[], object]]:
        """Return each deed by its name; it has come to its end when it returns."""
        do = self._window.actions_by_id
        return {
            "the desk is opened, with a short article": self._open,
            "an article of 1 MB with 5,000 claims is opened": self._open_long,
            "history of 100,000 steps": lambda: self._in_dialog(do["history"].trigger),
            "history of a claim": self._past,
            "list of 200 articles": lambda: self._in_dialog(do["articles"].trigger),
            "search over all": lambda: self._in_dialog(do["find-everywhere"].trigger, self._seek),
            "preferences": lambda: self._in_dialog(do["preferences"].trigger),
            "report preview": lambda: self._job(do["report"].trigger),
            "report as a web page": lambda: self._job(
                lambda: self._window.rooms.reports.save_to(self._path.with_name("report.html"))
            ),
            "verify": lambda: self._job(do["verify"].trigger),
            "backup": lambda: self._job(do["backup"].trigger),
        }

    def gap(self, name: str, deed: Callable[[], object]) -> Result:
        """Do it and return the longest gap."""
        with _no_boxes(self._window):
            self._heart.begin()
            deed()
            _rest()
        gap = self._heart.longest()
        note = f"{gap.wall:,.0f} ms by the clock"
        return Result(f"{name}: the longest gap", gap.own, "ms", bar=BAR, note=note, bar_on=BarOn.MOST)

    def _open(self) -> None:
        self._window.desks.open(self._path)
        wait(lambda: self._window.bench.case is not None and not self._window.jobs.busy())

    def _open_long(self) -> None:
        bench = self._window.bench
        assert bench.session is not None
        long = bench.session.articles()[0].id
        bench.open_article(long)
        wait(lambda: bench.case is not None and bench.case.article.id == long and not self._window.jobs.busy())

    def _past(self) -> None:
        from factdesk.ui.claim.tabs import HISTORY

        case, page = self._window.bench.case, self._window.case_page
        assert case is not None
        self._window.row.go("claim", case.claims[0].id)
        page.claim.claim.turn_to(HISTORY)
        wait(lambda: not self._window.jobs.busy())

    def _job(self, deed: Callable[[], object]) -> None:
        deed()
        wait(lambda: not self._window.jobs.busy())

    def _seek(self, dialog: QDialog) -> None:
        from factdesk.ui.dialogs.search import SearchDialog

        assert isinstance(dialog, SearchDialog)
        dialog.search.setText("ships")

    def _in_dialog(self, deed: Callable[[], object], first: Callable[[QDialog], object] = repr) -> None:
        """Do what opens a dialog, and close it once nothing is under way."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication, QDialog

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                first(dialog)
                wait(lambda: not self._window.jobs.busy())
                _rest()
                dialog.reject()

        QTimer.singleShot(300, look)
        deed()


def _rest() -> None:
    from time import monotonic

    until = monotonic() + _RESTING
    wait(lambda: monotonic() > until)


@contextmanager
def _no_boxes(window: MainWindow) -> Iterator[None]:
    """Fail where the window has trouble to tell, instead of waiting for somebody to read it."""
    met: list[object] = []
    window.bench.trouble.connect(met.append)
    try:
        yield
    finally:
        window.bench.trouble.disconnect(met.append)
    assert not met, met

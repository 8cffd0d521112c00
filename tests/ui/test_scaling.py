"""At twice the size, of the type or of the whole screen, nothing is cut off or out of reach."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from factdesk.assets import sample_article
from factdesk.errors import DeskBusyError, NewerDeskError
from factdesk.model.article import Article, Details
from factdesk.model.ids import ArticleId
from factdesk.rules.scales import shipped_scales
from factdesk.settings import Preferences
from factdesk.ui import fonts, style
from factdesk.ui.actions import key_rows
from factdesk.ui.dialogs.articles import ArticlesDialog
from factdesk.ui.dialogs.bug import BugDialog
from factdesk.ui.dialogs.details import DetailsDialog
from factdesk.ui.dialogs.help.about import AboutDialog
from factdesk.ui.dialogs.help.first_steps import FirstSteps
from factdesk.ui.dialogs.help.keys import KeySheet
from factdesk.ui.dialogs.history import HistoryDialog
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.dialogs.outdated import OutdatedDialog
from factdesk.ui.dialogs.preferences import PreferencesDialog
from factdesk.ui.dialogs.restore import RestoreDialog
from factdesk.ui.dialogs.search import SearchDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.dialogs.verdict import VerdictDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.intake import paste_job, read_job
from factdesk.work.jobs import Unwatched
from tests.ui.cut import cut_off

LONG = "The record of the council's third inquiry into the closing of the lower bridge was not opened"
ARTICLE = Article(
    id=ArticleId("a"), details=Details(title=LONG), case_number="7", added_at="2026-03-15T09:00:00Z", added_by="AB"
)
DIALOGS: dict[str, Callable[[], QDialog]] = {
    "keys": lambda: KeySheet(key_rows()),
    "about": AboutDialog,
    "first steps": FirstSteps,
    "preferences": lambda: PreferencesDialog(Preferences(name="AB")),
    "trouble": lambda: TroubleDialog(DeskBusyError(LONG, f"{LONG} by another program", f"{LONG}. Try again.")),
    "outdated": lambda: OutdatedDialog(NewerDeskError(LONG, f"{LONG} by another program", f"{LONG}."), (LONG, LONG)),
    "bug": lambda: BugDialog(f"{LONG}\n" * 30),
    "verdict": lambda: VerdictDialog(shipped_scales()[1]),
    "history": HistoryDialog,
    "restore": lambda: RestoreDialog([], Path("/home/a/person/desks")),
    "articles": lambda: ArticlesDialog([]),
    "search": SearchDialog,
    "intake": lambda: IntakeDialog(read_job(sample_article())(Unwatched())),
    "intake of a short text": lambda: IntakeDialog(paste_job("Flood\n\nIt rained.")(Unwatched())),
    "details": lambda: DetailsDialog(ARTICLE),
}


@pytest.fixture
def large_type(qapp: QApplication) -> Iterator[None]:
    """The type of the whole application twice as large."""
    before = QFont(qapp.font())
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    style.apply(qapp, "light")
    yield
    qapp.setFont(before)
    style.apply(qapp, "light")


@pytest.mark.usefixtures("large_type")
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_in_type_of_twice_the_size(qtbot: QtBot, name: str) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    assert shown(dialog) == []


@pytest.mark.usefixtures("large_type")
def test_the_window_in_type_of_twice_the_size(qtbot: QtBot) -> None:
    assert of_the_window() == []


def test_everything_on_a_screen_scaled_to_two_hundred_percent(screen: None) -> None:
    scaled = {**os.environ, "QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.test_scaling"], env=scaled, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


def shown(window: QWidget) -> list[str]:
    """Show a window until it is laid out, and return what of it is cut off."""
    window.show()
    settle(300)
    return cut_off(window)


def of_the_window() -> list[str]:
    """Return what is cut off in the welcome page and at work on a claim, in a window as large as fits."""
    window = MainWindow(Preferences(name="AB", theme="light"))
    window.resize(window.screen().availableSize().boundedTo(window.size()))
    found = shown(window)
    window.opening.sample()
    settle(20_000, lambda: window.bench.case is not None)
    for _ in range(4):
        window.rooms.checking.accept()
    case = window.bench.case
    if case is not None:
        window.row.go("claim", case.claims[0].id)
        window.rooms.checking.give_verdict(case.claims[0].id, "fix")
    found += shown(window)
    window.actions_by_id["claim-beside"].trigger()
    found += shown(window)
    window.close()
    return found


def settle(milliseconds: int, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window work for a while, or until something is true."""
    end, loop = QDeadlineTimer(milliseconds), QEventLoop()
    while not end.hasExpired() and not until():
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def main() -> None:
    """Say what is cut off on a screen scaled as the environment has it."""
    app = QApplication([])
    fonts.load(app)
    style.apply(app, "light")
    for name, made in DIALOGS.items():
        dialog = made()
        for fault in shown(dialog):
            print(f"{name}: {fault}")
        dialog.close()
    for fault in of_the_window():
        print(f"window: {fault}")


if __name__ == "__main__":
    main()

"""Pictures of every page, dialog and state in one go, to be looked at after a change.

    python -m benchmarks.gallery FOLDER [--theme light|dark|contrast] [--scale N] [--only NAME…]

Needs a display (``xvfb-run -a`` gives one). Works on desks and settings of its own in a temporary
folder. The pictures in ``docs/images/`` are made by it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from factdesk.errors import DeskBusyError
from factdesk.model.claim import State, WaitingFor
from factdesk.model.source import Bearing, SourceType
from factdesk.model.suggestion import Decision
from factdesk.rules.scales import shipped_scales
from factdesk.settings import Preferences
from factdesk.ui import fonts
from factdesk.ui.dialogs.bug import BugDialog
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.dialogs.verdict import VerdictDialog
from factdesk.ui.last_resort import report_text
from factdesk.ui.theme import DRAWN_BY
from factdesk.ui.window.checking import CLAIM, SUGGESTION
from factdesk.ui.window.links import ask_and_open
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.source import SourceForm

ARTICLES = Path(__file__).parent / "articles"
LONG = (
    "A report on every dam of the valley, its height, its cost and what became of it after the flood\n\n"
    + "\n\n".join(
        f"The council spent €{n} million on dam {n} in {1900 + n % 120}. Critics say that wall {n} may fail."
        for n in range(1, 1001)
    )
)
SIZES = {"usual": (1440, 900), "narrow": (600, 900), "wide": (1920, 1080)}


class Gallery:
    """One window and the folder its pictures go to.

    Attributes:
        driven: names of the classes of the dialogs that were shown.
    """

    def __init__(self, folder: Path, theme: str, only: list[str]) -> None:
        self._folder, self._theme, self._only = folder, theme, only
        self.driven: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)
        self.window = MainWindow(Preferences(name="AB", theme=theme))
        self.size("usual")
        self.window.show()
        settle(300)

    def size(self, name: str) -> None:
        """Make the window one of ``SIZES``, or as much of it as the screen has room for."""
        self.window.resize(QSize(*SIZES[name]).boundedTo(self.window.screen().availableSize()))

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture, unless others were asked for."""
        if not self._only or any(name.startswith(wanted) for wanted in self._only):
            (widget or self.window).grab().save(str(self._folder / f"{name}-{self._theme}.png"))

    def dialog(self, name: str, opening: Callable[[], object]) -> None:
        """Keep a picture of the modal dialog that ``opening`` shows, and close it."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                settle(200)
                self.driven.add(type(dialog).__name__)
                self.take(name, dialog)
                dialog.reject()
            else:
                QTimer.singleShot(100, look)

        QTimer.singleShot(300, look)
        opening()


def settle(milliseconds: int, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window work for a while, or until something is true."""
    end = QDeadlineTimer(milliseconds)
    loop = QEventLoop()
    while not end.hasExpired() and not until():
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def show(gallery: Gallery, path: Path) -> None:
    """Take one invented article in and keep a picture of it with a verdict."""
    window = gallery.window
    before = window.bench.case
    window.open_paths([path])
    settle(20_000, lambda: window.bench.case is not None and window.bench.case is not before)
    for _ in range(3):
        window.checking.accept()
    if window.bench.case is not None and window.bench.case.claims:
        window.checking.go(CLAIM, window.bench.case.claims[0].id)
        window.checking.give_verdict(window.checking.id, "ok")
    settle(400)
    gallery.take(f"article-{path.stem}")


def check_the_sample(gallery: Gallery) -> None:
    """Work through the first claims of the sample as a checker would."""
    window = gallery.window
    window.open_sample()
    settle(20_000, lambda: window.checking.suggestion is not None)
    settle(400)
    gallery.take("sample-new")
    for _ in range(14):
        window.checking.accept()
    claims = window.bench.case.claims if window.bench.case else ()
    for claim, value in zip(claims, ("fix", "", "ok", "", "unverifiable", "attribute"), strict=False):
        if value:
            window.checking.give_verdict(claim.id, value)
    first = claims[0].id
    window.checking.go(CLAIM, first)
    window.checking.edit_field(
        first, "rationale", "No second source names the plan. All reports go back to *one* paper."
    )
    for form in SOURCES:
        window.checking.add_source(first, form, "")
    settle(500)


REMEDY = "Close the other program, or wait until it is done, and try again."
SOURCES = (
    SourceForm(
        title="Cabinet register, entry 41", type=SourceType.PRIMARY, publisher="State archive", bearing=Bearing.REFUTES,
        excerpt="No journey was entered between May and August.", locator="p. 12", accessed="2026-11-20",
    ),
    SourceForm(title="Report of the plan", publisher="A newspaper", address="https://example.org/plan"),
)  # fmt: skip


def lists(gallery: Gallery) -> None:
    """The registers and the questions beside the article."""
    window = gallery.window
    for tab, name in enumerate(("figures", "names", "dates", "quotes", "questions"), start=1):
        window.case_page.lists.turn_to(tab)
        settle(10_000, lambda: window.registers.found is not None)
        settle(300)
        gallery.take(f"list-{name}")
    window.case_page.lists.turn_to(0)


def pages(gallery: Gallery, folder: Path) -> None:
    """Every page and size of the main window."""
    window = gallery.window
    gallery.take("welcome")
    check_the_sample(gallery)
    for name in SIZES:
        gallery.size(name)
        settle(500)
        gallery.take(f"sample-{name}")
    gallery.size("usual")
    for tab, name in enumerate(("writing", "sources", "history")):
        window.case_page.claim.claim.turn_to(tab)
        settle(200)
        gallery.take(f"claim-{name}", window.case_page.claim)
    states(gallery)
    lists(gallery)
    window.case_page.article.open_find()
    window.case_page.article.find_bar.field.setText("russia")
    settle(300)
    gallery.take("find")
    window.case_page.article.close_find()
    window.reports.show()
    settle(20_000, lambda: window.pages.currentWidget() is window.reports.pane and not window.jobs.busy())
    settle(1500)
    gallery.take("report")
    window.reports.closed.emit()
    long = folder / "long.txt"
    long.write_text(LONG, encoding="utf-8")
    for path in (*sorted(ARTICLES.glob("*.txt")), long):
        show(gallery, path)


def states(gallery: Gallery) -> None:
    """What the claim, the checklist and the menus look like while something is asked, and where there is nothing."""
    window, claim = gallery.window, gallery.window.case_page.claim
    claim.add_source()
    settle(200)
    gallery.take("claim-source-form", claim)
    claim.claim.sources.form.cancelled.emit()
    claim.claim.turn_to(0)
    claim.ask_set_aside()
    settle(200)
    gallery.take("claim-set-aside", claim)
    next(button for button in claim.claim.states.findChildren(QPushButton) if button.text() == "Cancel").click()
    window.checking.move(window.checking.id, State.WAITING, WaitingFor.AUTHOR)
    settle(300)
    gallery.take("claim-waiting", claim)
    window.case_page.checklist.head.search.setText("telepathy")
    settle(200)
    gallery.take("checklist-nothing-found")
    window.case_page.checklist.head.search.clear()
    proposed = window.bench.case.suggestions if window.bench.case else ()
    window.checking.go(SUGGESTION, next(one.id for one in proposed if one.decision is Decision.OPEN))
    settle(300)
    gallery.take("suggestion")
    claim.suggestion.reject.menu().popup(window.mapToGlobal(window.rect().center()))
    settle(200)
    gallery.take("menu-not-a-claim", claim.suggestion.reject.menu())
    claim.suggestion.reject.menu().hide()
    lists = window.case_page.lists
    for tab in range(1, lists.tabs.count()):
        lists.turn_to(tab)
        settle(1500)
        gallery.take(f"list-{lists.tabs.tabText(tab).split()[0].lower()}")
    lists.turn_to(0)
    window.case_page.article.setFocus()
    settle(200)
    gallery.take("focus-article")
    window.case_page.checklist.setFocus()


def dialogs(gallery: Gallery, folder: Path) -> None:
    """Every dialog; those of trouble last, since they need no desk."""
    window = gallery.window
    path = folder / "intake.md"
    path.write_text(
        "# Heron\n\nBy the desk\n\nHerons nest here. [Link to map]\n\nSubscribe to our newsletter!\n", "utf-8"
    )

    def intake() -> None:
        window.intake.open(path)
        settle(1500)

    gallery.dialog("dialog-intake", intake)
    gallery.dialog("dialog-details", window.article.edit_details)
    gallery.dialog("dialog-preferences", window.desks.show_preferences)
    gallery.dialog("dialog-history", window.desks.show_history)
    gallery.dialog("dialog-articles", window.desks.show_articles)
    gallery.dialog("dialog-keys", window.help.show_keys)
    gallery.dialog("dialog-about", window.help.show_about)
    gallery.dialog("dialog-restore-empty", window.actions_by_id["restore"].trigger)
    window.actions_by_id["backup"].trigger()
    settle(10_000, lambda: not window.jobs.busy())
    gallery.dialog("dialog-restore", window.actions_by_id["restore"].trigger)
    for name, dialog in (
        ("trouble", TroubleDialog(DeskBusyError("The change was not kept", "another program holds the desk", REMEDY))),
        ("bug", BugDialog(report_text(ValueError()))),
        ("verdict", VerdictDialog(shipped_scales()[1])),
    ):
        gallery.dialog(f"dialog-{name}", dialog.exec)
    gallery.dialog("dialog-open-link", lambda: ask_and_open("https://example.org/plan", window))


@contextmanager
def own_home() -> Iterator[Path]:
    """A temporary home, so that nobody's desks and settings are touched."""
    with tempfile.TemporaryDirectory(prefix="factdesk-gallery-") as name:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            os.environ[variable] = name
        yield Path(name)


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", action="append", choices=("light", "dark", "contrast"))
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of the names of the pictures wanted")
    parser.add_argument("--scale", default="1", help="of the screen: 2 for twice the size (%(default)s)")
    options = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = options.scale
    app = QApplication(["", *DRAWN_BY])
    fonts.load(app)
    for theme in options.theme or ("light", "dark"):
        with own_home() as home:
            gallery = Gallery(options.folder, theme, options.only)
            pages(gallery, home)
            dialogs(gallery, home)
            gallery.window.close()
            missing = {sheet.__name__ for sheet in Sheet.__subclasses__()} - gallery.driven
            if missing:
                parser.error(f"no picture was made of {', '.join(sorted(missing))}")


if __name__ == "__main__":
    main()

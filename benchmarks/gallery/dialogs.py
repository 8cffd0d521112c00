"""Every dialog, the empty ones, too; those of trouble last, since they need no desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog

from benchmarks.gallery.camera import Camera, settle
from factdesk.errors import DeskBusyError, DeskWriteError, NewerDeskError
from factdesk.rules.scales import shipped_scales
from factdesk.ui.dialogs.address import AddressDialog
from factdesk.ui.dialogs.bug import BugDialog
from factdesk.ui.dialogs.intake.printed_page import PrintedPage
from factdesk.ui.dialogs.losing import LosingDialog
from factdesk.ui.dialogs.outdated import OutdatedDialog
from factdesk.ui.dialogs.search import SearchDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.dialogs.verdict import VerdictDialog
from factdesk.ui.last_resort import report_text
from factdesk.ui.window.links import ask_and_open

REMEDY = "Close the other program, or wait until it is done, and try again."
FULL = DeskWriteError("The words are not kept", "the disk of the desk is full", "Make room on it, then try again.")
LATER = "“desk.factdesk” was written by a later FactDesk"
PLAIN = "# Heron\n\nBy the desk\n\nHerons nest here. [Link to map]\n\nSubscribe to our newsletter!\n"
PAGE = """<html lang="en"><head><title>Heron</title></head><body><article><h1>Heron</h1><p>Herons nest at
<a href="https://example.org/lake">the lake</a> in 2025, and <a href="https://example.org/count">31 were counted</a>
by the town.</p></article></body></html>"""


def dialogs(camera: Camera, folder: Path) -> None:
    """Open every dialog and take it."""
    intake(camera, folder)
    of_the_desk(camera)
    window = camera.window
    camera.dialog("dialog-keys", window.rooms.help.show_keys)
    camera.dialog("dialog-first-steps", window.rooms.help.show_first_steps)
    camera.dialog("dialog-about", window.rooms.help.show_about)
    for name, dialog in (
        ("printed-page", PrintedPage(a_page(), ["1"], 0, window)),
        ("address", AddressDialog("https://example.org/news/dam", window)),
        ("trouble", TroubleDialog(DeskBusyError("The change was not kept", "another program holds the desk", REMEDY))),
        ("outdated", OutdatedDialog(NewerDeskError("This window writes no more", LATER, REMEDY), ("Asked the mas",))),
        ("losing", LosingDialog(FULL, ("Asked the mas", "The map of 2019 has 12 springs."))),
        ("bug", BugDialog(report_text(ValueError()))),
        ("verdict", VerdictDialog(shipped_scales()[1])),
    ):
        camera.dialog(f"dialog-{name}", dialog.exec)
    camera.dialog("dialog-open-link", lambda: ask_and_open("https://example.org/plan", window))


def intake(camera: Camera, folder: Path) -> None:
    """An article is looked over; one from the web has links."""
    window, plain, page = camera.window, folder / "intake.md", folder / "heron.html"
    plain.write_text(PLAIN, encoding="utf-8")
    page.write_text(PAGE, encoding="utf-8")

    def look_over() -> None:
        window.rooms.intake.open(plain)
        settle(1500)

    camera.dialog("dialog-intake", look_over)
    before = window.bench.case
    window.opening.paths([page])
    settle(20_000, lambda: window.bench.case is not before)
    camera.dialog("dialog-links", window.actions_by_id["links"].trigger)
    camera.dialog("dialog-details", window.rooms.article.edit_details)


def of_the_desk(camera: Camera) -> None:
    """History, articles, search, preferences and backups of the open desk."""
    window = camera.window
    camera.dialog("dialog-preferences", window.preferences.show)
    camera.dialog("dialog-history", window.rooms.record.show)
    camera.dialog("dialog-articles", window.desks.show_articles)
    camera.dialog("dialog-search-empty", window.rooms.searching.show)
    for name, words in (("dialog-search", "dam"), ("dialog-search-nothing", "telepathy")):
        camera.dialog(name, window.rooms.searching.show, partial(_seek, words))
    camera.dialog("dialog-restore-empty", window.actions_by_id["restore"].trigger)
    window.actions_by_id["backup"].trigger()
    settle(10_000, lambda: not window.jobs.busy())
    camera.dialog("dialog-restore", window.actions_by_id["restore"].trigger)


def a_page() -> bytes:
    """Return a file of one printed page."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    painter = QPainter(writer)
    painter.drawText(600, 800, "Herons nest at the lake. 31 were counted in 2025.")
    painter.end()
    return bytes(held.data().data())


def _seek(words: str, dialog: QDialog) -> None:
    if isinstance(dialog, SearchDialog):
        dialog.search.setText(words)
        settle(1500)

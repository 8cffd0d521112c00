"""The printed page beside the article, for an article that came as a PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from factdesk.ui.window.bench.workbench import Workbench


def show_printed_page(bench: Workbench, at: int, parent: QWidget) -> bool:
    """Show the page on which code point ``at`` stands; False where the article has none that can be read."""
    case = bench.case
    if case is None or not case.version.pages:
        return False
    pdf = bench.read(lambda session: session.original(case.version.file_sha256))
    if pdf is None:
        return False
    from factdesk.ui.dialogs.intake.printed_page import PrintedPage

    labels = [page.label for page in case.version.pages]
    PrintedPage(pdf, labels, case.version.page_index(at), parent).show()
    return True

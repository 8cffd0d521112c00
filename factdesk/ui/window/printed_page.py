"""The printed page beside the article, for an article that came as a PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from factdesk.ui.window.workbench import Workbench


def show_printed_page(bench: Workbench, at: int, parent: QWidget) -> bool:
    """Show the page on which code point ``at`` stands; False where the article has no printed pages."""
    case, session = bench.case, bench.session
    pdf = session.original(case.version.file_sha256) if case and session and case.version.pages else None
    if case is None or pdf is None:
        return False
    from factdesk.ui.dialogs.intake.printed_page import PrintedPage

    labels = [page.label for page in case.version.pages]
    PrintedPage(pdf, labels, case.version.page_index(at), parent).show()
    return True

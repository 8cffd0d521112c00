"""A report of thousands of pages is painted as quickly as one of a few."""

from __future__ import annotations

from io import BytesIO
from time import process_time

from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from factdesk.ui.report.page_view import PageView
from factdesk.ui.report.pages import Pages
from tests.ui.walk import show


def blank(pages: int) -> Pages:
    """As many blank A4 pages."""
    made, held = PdfDocument.new(), BytesIO()
    for _ in range(pages):
        made.new_page(595, 842).close()
    made.save(held)
    return Pages(held.getvalue())


def painted(qtbot: QtBot, pages: int) -> float:
    """Return the processor time, best of several, that a paint in the middle of so many pages takes."""
    view = PageView()
    view.resize(900, 700)
    show(qtbot, view)
    view.show_pages(blank(pages))
    view.go_to(pages // 2)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        pass
    took = []
    for _ in range(9):
        began = process_time()
        view.viewport().grab()
        took.append(process_time() - began)
    assert view.page == pages // 2
    view.release()
    return min(took)


def test_a_paint_of_thousands_of_pages_takes_no_longer_than_one_of_a_few(qtbot: QtBot) -> None:
    assert painted(qtbot, 6_000) < 3 * painted(qtbot, 20)

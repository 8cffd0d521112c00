"""The report on paper: the real dialog, a real spooler, the words read back from what was printed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from factdesk.errors import ReportError
from factdesk.ui.report.pages import Pages, PageSize
from factdesk.ui.report.printing import job_options, send
from tests.spooler import Spooler
from tests.ui.report.pdfs import a_pdf

A4 = PageSize(595.3, 841.9)

# Qt asks the spooler once and remembers, so the dialog is opened in a program of its own.
PRINTS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from factdesk.ui.report.printing import print_report
app = QApplication([])
window = QWidget()
window.show()

def answer():
    for dialog in app.topLevelWidgets():
        if isinstance(dialog, QPrintDialog) and dialog.isVisible():
            timer.stop()
            getattr(dialog, sys.argv[2])()

timer = QTimer(interval=20)
timer.timeout.connect(answer)
timer.start()
print(print_report(Path(sys.argv[1]).read_bytes(), "Flood", "a4", window))
"""

CHOOSES = """
import json, sys
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from factdesk.ui.report.pages import PageSize
from factdesk.ui.report.printing import job_options
app = QApplication([])
printer = QPrinter(QPrinterInfo.printerInfo(sys.argv[1]))
printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
printer.setCopyCount(3)
printer.setCollateCopies(True)
printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
printer.setColorMode(QPrinter.ColorMode.GrayScale)
print(json.dumps(job_options(printer, PageSize(595.3, 841.9))))
"""


@pytest.fixture
def pages(qtbot: QtBot) -> Iterator[Pages]:
    pages = Pages(a_pdf("Nine metres of flood", "A dry town"))
    yield pages
    pages.close()


def print_in_a_window(folder: Path, answer: str) -> str:
    pdf = folder / "report.pdf"
    pdf.write_bytes(a_pdf("Nine metres of flood", "A dry town"))
    done = subprocess.run(
        [sys.executable, "-c", PRINTS, str(pdf), answer], capture_output=True, text=True, check=True, timeout=100
    )
    return done.stdout.strip()


def test_what_the_dialog_accepts_comes_out_of_the_printer(screen: None, spooler: Spooler, tmp_path: Path) -> None:
    said = print_in_a_window(tmp_path, "accept")
    assert said.startswith(f"Sent to the printer “{spooler.queue}” as job {spooler.queue}-")
    printed = spooler.printed_text()
    assert "Nine metres of flood" in printed
    assert "A dry town" in printed


def test_a_dialog_that_is_cancelled_prints_nothing(screen: None, spooler: Spooler, tmp_path: Path) -> None:
    assert print_in_a_window(tmp_path, "reject") == ""
    assert not spooler.paper.exists()


def test_print_to_file_keeps_the_pdf_byte_for_byte(qtbot: QtBot, pages: Pages, tmp_path: Path) -> None:
    data = a_pdf("Nine metres of flood")
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "kept.pdf"))
    assert "kept.pdf" in send(data, "Flood", printer, pages)
    assert (tmp_path / "kept.pdf").read_bytes() == data


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, pages: Pages, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no such folder" / "kept.pdf"))
    with pytest.raises(ReportError, match=r"kept\.pdf"):
        send(b"", "Flood", printer, pages)


def test_a_printer_that_is_not_there_is_told_and_no_page_is_drawn(qtbot: QtBot, pages: Pages) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    printer.setOutputFileName("")
    with pytest.raises(ReportError, match="no printer"):
        send(b"", "Flood", printer, pages)


def test_the_choices_of_the_dialog_reach_the_spooler(screen: None, spooler: Spooler) -> None:
    command = [sys.executable, "-c", CHOOSES, spooler.queue]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    assert json.loads(done.stdout) == {
        "copies": "3",
        "media": "A4",
        "collate": "true",
        "sides": "two-sided-long-edge",
        "print-color-mode": "monochrome",
    }


def test_pages_are_fitted_only_to_sheets_of_another_size(qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert "fit-to-page" not in job_options(printer, A4)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert job_options(printer, A4)["fit-to-page"] == "true"


def test_where_nothing_takes_a_pdf_the_pages_are_drawn(qtbot: QtBot, pages: Pages, tmp_path: Path) -> None:
    from factdesk.ui.report.printing import _paint

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "drawn.pdf"))
    printer.setPageSize(QPageSize(QSizeF(400, 400), QPageSize.Unit.Point))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addPage(2)
    printer.setPageRanges(ranges)
    _paint(printer, pages)
    drawn = Pages((tmp_path / "drawn.pdf").read_bytes())
    assert len(drawn.sizes) == 1
    picture = drawn.picture(0, 1600)
    assert any(picture.pixelColor(x, y).lightness() < 100 for x in range(0, 1600, 2) for y in range(0, 400))
    drawn.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_told(qtbot: QtBot, pages: Pages, tmp_path: Path) -> None:
    from factdesk.ui.report.printing import _paint

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "drawn.pdf"))
    with pytest.raises(ReportError, match="did not begin"):
        _paint(printer, pages)

"""Printing the report through the system's dialog: the PDF itself where there is a spooler, else its pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRect
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from factdesk.errors import ReportError
from factdesk.report.file import write
from factdesk.ui.report.pages import Pages, PageSize
from factdesk.work.spool import can_spool, print_pdf

SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
_SAME = 3.0  # points by which two sizes may differ and still be one
_DENSEST = 300  # dots per inch of a page sent as a picture; denser ones only take longer


def print_report(data: bytes, title: str, paper: str, parent: QWidget) -> str:
    """Let the person choose a printer and send the report to it.

    Args:
        data: the PDF.
        paper: "a4" or "letter", as its pages are.

    Returns:
        A sentence for the status bar, or "" where the person thought better of it.

    Raises:
        ReportError, MissingPartError: it was not printed; nothing is on its way.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(SIZES[paper]))
    pages, dialog = Pages(data), QPrintDialog(printer, parent)
    try:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        dialog.setMinMax(1, len(pages.sizes))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return ""
        return send(data, title, printer, pages)
    finally:
        delete(dialog)  # now: it goes by the printer, which ends here
        pages.close()


def send(data: bytes, title: str, printer: QPrinter, pages: Pages) -> str:
    """Send the report where the dialog left ``printer`` pointing; as ``print_report``."""
    if printer.outputFileName():
        return _to_file(data, Path(printer.outputFileName()))
    info = QPrinterInfo(printer)
    if info.isNull():
        raise ReportError(
            "The report was not printed",
            f"there is no printer “{printer.printerName()}”" if printer.printerName() else "no printer was chosen",
            "Choose a printer in the dialog, or save the report as a PDF.",
        )
    if can_spool():
        options = job_options(printer, pages.sizes[0])
        job = print_pdf(data, info.printerName(), title=title, page_ranges=_ranges(printer), options=options)
        return _tr("Sent to the printer “{0}” as job {1}.").format(info.printerName(), job)
    _paint(printer, pages)
    return _tr("Sent to the printer “{0}”.").format(info.printerName())


def job_options(printer: QPrinter, page: PageSize) -> dict[str, str]:
    """Return what the person chose in the dialog, as the print spooler names it.

    Args:
        page: size of the report's pages.
    """
    sheet = printer.pageLayout().pageSize()
    options = {"copies": str(printer.copyCount()), "media": sheet.key()}
    if max(abs(sheet.sizePoints().width() - page.width), abs(sheet.sizePoints().height() - page.height)) > _SAME:
        options["fit-to-page"] = "true"  # else the edges would be cut; pages of the same size are left as they are
    if printer.copyCount() > 1:
        options["collate"] = "true" if printer.collateCopies() else "false"
    if printer.duplex() in _SIDES:
        options["sides"] = _SIDES[printer.duplex()]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        options["print-color-mode"] = "monochrome"
    return options


def _ranges(printer: QPrinter) -> str:
    return printer.pageRanges().toString() if printer.printRange() == QPrinter.PrintRange.PageRange else ""


def _to_file(data: bytes, path: Path) -> str:
    """Keep the PDF itself: what Qt would print to a file is a copy without tags, bookmarks and record."""
    write(path, data)
    return _tr("Saved as {0}.").format(path)


def _paint(printer: QPrinter, pages: Pages) -> None:
    """Draw the pages at the printer's own resolution: the way where no spooler takes a PDF (Windows)."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(printer):
        raise ReportError(
            "The report was not printed",
            f"the printer “{printer.printerName()}” did not begin",
            "See whether it is switched on and connected, or save the report as a PDF and print that.",
        )
    asked = printer.pageRanges() if _ranges(printer) else None
    numbers = [n for n in range(len(pages.sizes)) if asked is None or asked.contains(n + 1)]
    for nth, number in enumerate(numbers):
        if nth:
            printer.newPage()
        size = pages.sizes[number]
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        factor = min(sheet.width() / size.width, sheet.height() / size.height)
        place = QRect(0, 0, round(size.width * factor), round(size.height * factor))
        place.moveCenter(sheet.center())
        painter.drawImage(place, pages.picture(number, round(size.width / 72 * min(printer.resolution(), _DENSEST))))
    painter.end()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Printing", text)

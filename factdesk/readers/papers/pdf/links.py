"""Links that lie over the words of a PDF page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_MOST = 2000
_LONGEST = 4096


def links_of(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, str]]:
    """Yield first and last character (as PDFium counts them on the page) and address of each link on it."""
    text = page.get_textpage()
    try:
        position = ctypes.c_int(0)
        link = pdfium.FPDF_LINK()
        for _ in range(_MOST):
            if not pdfium.FPDFLink_Enumerate(page, position, link):
                return
            address = _address(page, link)
            rectangle = pdfium.FS_RECTF()
            if address and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
                found = _characters(text, rectangle)
                if found:
                    yield (*found, address)
    finally:
        text.close()


def _address(page: pypdfium2.PdfPage, link: pdfium.FPDF_LINK) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    if not 1 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _characters(text: pypdfium2.PdfTextPage, rectangle: pdfium.FS_RECTF) -> tuple[int, int] | None:
    """Return the first and last character under ``rectangle``, looked for along its middle."""
    middle = (rectangle.top + rectangle.bottom) / 2
    reach = max(1.0, (rectangle.top - rectangle.bottom) / 2)
    inset = min(1.5, (rectangle.right - rectangle.left) / 4)
    first = pdfium.FPDFText_GetCharIndexAtPos(text, rectangle.left + inset, middle, 3.0, reach)
    last = pdfium.FPDFText_GetCharIndexAtPos(text, rectangle.right - inset, middle, 3.0, reach)
    return (first, last) if 0 <= first <= last else None

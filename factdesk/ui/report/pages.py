"""The pages of a PDF as pictures and as words, made by pdfium, one call at a time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# pdfium is not made for threads: whoever calls it, in whichever thread, waits for the one before.
_PDFIUM = threading.Lock()


class PageSize(NamedTuple):
    """Width and height in points, 1/72 inch."""

    width: float
    height: float


class Pages:
    """One PDF. May be asked from any thread; ``close`` it when it is no longer shown.

    Raises:
        pypdfium2.PdfiumError: the bytes are no PDF.
    """

    def __init__(self, data: bytes) -> None:
        from pypdfium2 import PdfDocument  # half as long to import as all of Qt: only once a report is looked at

        with _PDFIUM:
            self._pdf: PdfDocument | None = PdfDocument(data)
            self.sizes = tuple(PageSize(*self._pdf.get_page_size(n)) for n in range(len(self._pdf)))

    def picture(self, number: int, width: int) -> QImage:
        """Return page ``number`` (from 0) ``width`` pixels wide; a null image once this was closed."""
        with _PDFIUM:
            if self._pdf is None:
                return QImage()
            page = self._pdf[number]
            try:
                bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
                made = QImage(
                    bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
                ).copy()  # QImage does not keep the bytes alive
                bitmap.close()
            finally:
                page.close()
            return made

    def words(self, number: int) -> str:
        """Return the words of page ``number`` (from 0) in the order they are read."""
        with _PDFIUM:
            if self._pdf is None:
                return ""
            page = self._pdf[number]
            try:
                text = page.get_textpage()
                found: str = text.get_text_bounded()
                text.close()
            finally:
                page.close()
            return found

    def close(self) -> None:
        """Let go of the PDF; pages still asked for come back empty."""
        with _PDFIUM:
            if self._pdf is not None:
                self._pdf.close()
            self._pdf = None

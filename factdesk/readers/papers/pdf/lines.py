"""The lines of a PDF page in the order they were written into the file, with their places on the paper."""

from __future__ import annotations

import codecs
import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

codecs.lookup("utf-16-le")  # now: where readers run, nothing is imported once they read

_HYPHEN = 2
"""What PDFium gives for a hyphen that parts a word at the end of a line; no line end follows it."""
_INVISIBLE = 3
"""The render mode of text that leaves no ink: what a scanner's program lays under a picture of the page."""
_BOLD = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    Attributes:
        page: index of its page.
        first: index of its first character on the page, as PDFium counts.
        left, right: of its ink, in points from the left edge of the page.
        base: where its letters stand, in points from the foot of the page.
        size: of the type, in points.
        parted: its last word goes on in the next line, behind a hyphen that is not in ``words``.
    """

    words: str
    page: int
    first: int
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    parted: bool = False
    inked: bool = True


def lines_of(page: pypdfium2.PdfPage, nth: int) -> list[Line]:
    """Return the lines of ``page``, the ``nth`` of its file; white ones are left out."""
    text = page.get_textpage()
    try:
        found = (_line(text, nth, first, codes) for first, codes in _runs(text))
        return [line for line in found if line is not None]
    finally:
        text.close()


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, list[int]]]:
    """Yield index of the first character and the characters of each line, a parting hyphen included."""
    codes: list[int] = []
    first = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (10, 13):
            if codes:
                yield first, codes
            codes = []
            continue
        if not codes:
            first = index
        codes.append(code)
        if code == _HYPHEN:
            yield first, codes
            codes = []
    if codes:
        yield first, codes


def _line(text: pypdfium2.PdfTextPage, page: int, first: int, codes: list[int]) -> Line | None:
    words = _decoded(codes)
    inked = [nth for nth, code in enumerate(codes) if code not in (_HYPHEN, 32, 160)]
    if not words.strip() or not inked:
        return None
    middle = first + inked[len(inked) // 2]
    return Line(
        words=words,
        page=page,
        first=first,
        left=_edges(text, first + inked[0])[0],
        right=_edges(text, first + inked[-1])[1],
        base=_base(text, middle),
        size=round(pdfium.FPDFText_GetFontSize(text, middle), 1),
        bold=pdfium.FPDFText_GetFontWeight(text, middle) >= _BOLD,
        parted=codes[-1] == _HYPHEN,
        inked=_render_mode(text, middle) != _INVISIBLE,
    )


def _decoded(codes: list[int]) -> str:
    """Return the characters; halves of one beyond U+FFFF are joined, what stands for none becomes U+FFFD."""
    words = "".join(chr(code) for code in codes if code != _HYPHEN)
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()


def _edges(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    """Return the left and the right edge of a character's ink."""
    values = tuple(ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, *values)
    return values[0].value, values[1].value


def _base(text: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return y.value


def _render_mode(text: pypdfium2.PdfTextPage, index: int) -> int:
    thing = pdfium.FPDFText_GetTextObject(text, index)
    return int(pdfium.FPDFTextObj_GetTextRenderMode(thing)) if thing else 0

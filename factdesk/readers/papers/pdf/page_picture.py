"""One page of a PDF as a picture, behind the guard: what the page shows, to be held against what its words say."""

from __future__ import annotations

import json

import pypdfium2

from factdesk.readers.papers.package import damaged

LARGEST = 40_000_000
"""Pixels; a page that wants more is drawn smaller."""


def read(data: bytes) -> bytes:
    """Draw a page: width, height and bytes a line come on one line of JSON, then four bytes a pixel.

    Args:
        data: number of the page, from 0, and width in pixels on one line of JSON, then the PDF.

    Raises:
        UnreadableArticleError: there is no such page, or no PDF.
    """
    wanted, _, pdf = data.partition(b"\n")
    number, width = json.loads(wanted)
    try:
        document = pypdfium2.PdfDocument(pdf)
        page = document[number]
        across, down = page.get_size()
        scale = min(width / across, (LARGEST / (across * down)) ** 0.5)
        bitmap = page.render(scale=scale, prefer_bgrx=True)
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError, ValueError):
        raise damaged("this page cannot be drawn") from None
    return json.dumps([bitmap.width, bitmap.height, bitmap.stride]).encode("ascii") + b"\n" + bytes(bitmap.buffer)

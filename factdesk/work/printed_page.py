"""A printed page of an article that came as a PDF, drawn as a job in a process that reaches nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass

from factdesk.errors import UnreadableArticleError
from factdesk.readers.files import WHAT
from factdesk.readers.guard.way import guarded_bytes
from factdesk.work.jobs import Job, Watch, step


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One drawn page: ``stride`` bytes a line, four bytes a pixel: blue, green, red and nothing."""

    width: int
    height: int
    stride: int
    pixels: bytes


def picture_job(pdf: bytes, page: int, width: int) -> Job[PagePicture]:
    """Return the job that draws page ``page`` (from 0), ``width`` pixels wide.

    The job raises ``UnreadableArticleError`` where the page cannot be drawn within the guard's limits.
    """

    def job(watch: Watch) -> PagePicture:
        asked = json.dumps([page, width]).encode("ascii") + b"\n" + pdf
        made = _draw(asked, lambda done, total: step(watch, done, total))
        head, _, pixels = made.partition(b"\n")
        try:
            across, down, stride = (int(number) for number in json.loads(head))
        except (ValueError, TypeError, RecursionError, OverflowError):
            across = down = stride = 0
        if min(across, down) <= 0 or stride < 4 * across or len(pixels) < stride * down:
            raise UnreadableArticleError(WHAT, "this page cannot be drawn", "Open the file in a program for PDFs.")
        return PagePicture(across, down, stride, pixels)

    return job


_draw = guarded_bytes("factdesk.readers.papers.pdf.page_picture")

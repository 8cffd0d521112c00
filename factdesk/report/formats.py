"""The formats a report can be written in; what writes one is imported when it writes.

Whoever only looks at the name of a file does not wait for that: it takes a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factdesk.errors import ReportError

if TYPE_CHECKING:
    from factdesk.report.parts import Report


def _pdf(report: Report, paper: str) -> bytes:
    from factdesk.report.pdf import write_pdf

    return write_pdf(report, paper)


def _html(report: Report, _paper: str) -> bytes:
    from factdesk.report.html.page import write_html

    return write_html(report).encode()


def _markdown(report: Report, _paper: str) -> bytes:
    from factdesk.report.markdown.page import write_markdown

    return write_markdown(report).encode()


FORMATS: dict[str, Callable[[Report, str], bytes]] = {".pdf": _pdf, ".html": _html, ".md": _markdown}
"""What to call for a file's suffix."""


def render(report: Report, suffix: str, paper: str) -> bytes:
    """Return the bytes of the report's file.

    Args:
        suffix: of the file, with the dot, in any case.
        paper: "a4" or "letter"; only the PDF has pages.

    Raises:
        ReportError: there is no such format, or the pages could not be made.
    """
    return writer(suffix)(report, paper)


def writer(suffix: str) -> Callable[[Report, str], bytes]:
    """Return what writes files with this suffix, in any case.

    Raises:
        ReportError: there is no such format.
    """
    write = FORMATS.get(suffix.lower())
    if write is None:
        raise ReportError(
            "The report was not written",
            f"“{suffix}” is not a format of a report" if suffix else "the file’s name does not say which format",
            f"Give the file a name that ends in {', '.join(FORMATS)}.",
        )
    return write

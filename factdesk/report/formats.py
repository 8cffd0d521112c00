"""The formats a report can be written in."""

from __future__ import annotations

from collections.abc import Callable

from factdesk.errors import ReportError
from factdesk.report.html.page import write_html
from factdesk.report.markdown.page import write_markdown
from factdesk.report.parts import Report
from factdesk.report.pdf import write_pdf

FORMATS: dict[str, Callable[[Report, str], bytes]] = {
    ".pdf": write_pdf,
    ".html": lambda report, _paper: write_html(report).encode(),
    ".md": lambda report, _paper: write_markdown(report).encode(),
}
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

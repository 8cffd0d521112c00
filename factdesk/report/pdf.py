"""The report as pages: Typst lays it out from the template in ``resources/report``.

The words go in as one JSON value and are never spliced into markup, so none of them can become
code. Typst reads nothing outside the template's folder and no packages.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, cast

from factdesk.assets import resource
from factdesk.errors import ReportError
from factdesk.report.pages import page_data
from factdesk.report.parts import Report

if TYPE_CHECKING:
    import typst

PAPERS = ("a4", "letter")

_STANDARDS: tuple[tuple[typst.PDFStandard, ...], ...] = (("a-3a", "ua-1"), ("ua-1",), ())
"""Tried in this order: a text with a character that no font has is refused by the archival ones."""


def write_pdf(report: Report, paper: str) -> bytes:
    """Return the report as a tagged PDF with bookmarks.

    The same report gives the same bytes. It is PDF/A-3a and PDF/UA-1 where every character of
    the text has a glyph in some font; elsewhere it is plain PDF and the missing ones show as boxes.

    Args:
        paper: "a4" or "letter".

    Raises:
        ReportError: there is no such paper, or the pages could not be made.
    """
    if paper not in PAPERS:
        raise ReportError("The report was not written", f"“{paper}” is not a paper", f"Use {' or '.join(PAPERS)}.")
    import typst

    compiler = typst.Compiler(
        resource("report", "report.typ"),
        root=resource("report"),
        font_paths=_fonts(),
        sys_inputs={"report": json.dumps(page_data(report, paper), ensure_ascii=False)},
    )
    stamp = _stamp(report.printed_at)
    problem = ""
    for standards in _STANDARDS:
        try:
            made, _warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=list(standards), timestamp=stamp
            )
        except typst.TypstError as error:
            problem = error.message
            continue
        return cast(bytes, made)
    raise ReportError("The report was not written", problem, "Write it as .html, and report this text as a bug.")


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts that come with the program, and after them those of the machine."""
    import typst

    return typst.Fonts(include_system_fonts=True, font_paths=[resource("fonts")])


def _stamp(printed_at: str) -> datetime:
    """Return the stated time as Typst wants it: whole seconds with a fixed offset."""
    return datetime.fromisoformat(printed_at).astimezone(UTC).replace(microsecond=0)

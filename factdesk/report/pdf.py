"""The report as pages: Typst lays it out from the template in ``resources/report``.

The words go in as one JSON value and are never spliced into markup, so none of them can become
code. Typst reads nothing outside the template's folder and no packages.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import msgspec

from factdesk.assets import resource
from factdesk.errors import ReportError
from factdesk.report.pages import east_asian_shapes, page_data, put_lines
from factdesk.report.parts import Report

if TYPE_CHECKING:
    import typst

PAPERS = ("a4", "letter")

_STANDARDS: tuple[tuple[typst.PDFStandard, ...], ...] = (("a-3a", "ua-1"), ("ua-1",), ())
"""Tried in this order: a text with a character that no font has is refused by the archival ones."""


_REMEMBERED = 10
_prints = count()


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
    if next(_prints):
        _forget_earlier_prints()
    data = page_data(report, paper)
    east = east_asian_shapes(report.language)
    put_lines(data, _lines(data, east))
    compiler = _compiler("report.typ", {"report": _as_json(data), "east": east})
    return _compiled(compiler, _stamp(report.printed_at))


def _lines(data: dict[str, Any], east: str) -> dict[str, str]:
    """Lay out the annotated copy alone and return the lines of each telling and paragraph: "3" or "3–4"."""
    wanted = ("paper", "copy", "lang", "region", "right_to_left")
    inputs = {"noting": "", "east": east, "report": _as_json({key: data[key] for key in wanted})}
    asked = (resource("report") / "asked.typ").read_text(encoding="utf-8")
    found = json.loads(_compiler("lines.typ", inputs).eval(asked))
    return cast("dict[str, str]", found)


def _as_json(data: dict[str, Any]) -> str:
    """Return ``data`` as JSON, by the library that is quick: no other thread has its turn meanwhile."""
    return msgspec.json.encode(data).decode()


def _compiler(template: str, inputs: dict[str, str]) -> typst.Compiler:
    import typst

    folder = resource("report")
    return typst.Compiler(folder / template, root=folder, font_paths=fonts(), sys_inputs=inputs)


def _compiled(compiler: typst.Compiler, stamp: datetime) -> bytes:
    import typst

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


def _forget_earlier_prints() -> None:
    """Let Typst drop the layouts of earlier reports.

    It keeps what it has not used for ten compilations, which for 1,000 claims is 350 MB each time
    and made no later print faster. There is no way to ask; compilations of nothing make it old.
    """
    import typst

    for _ in range(_REMEMBERED + 1):
        typst.Compiler(b"", root=resource("report"), font_paths=fonts()).compile(format="svg")


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that come with the program, and after them those of the machine."""
    import typst

    return typst.Fonts(include_system_fonts=True, font_paths=[resource("fonts")])


def _stamp(printed_at: str) -> datetime:
    """Return the stated time as Typst wants it: whole seconds with a fixed offset."""
    return datetime.fromisoformat(printed_at).astimezone(UTC).replace(microsecond=0)

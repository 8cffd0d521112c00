"""The whole report in each format, compared with what was looked at and found good.

After a change that is meant, look at the new pages, then run with ``FACTDESK_WRITE_GOLDEN=1`` set.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factdesk.report.html.page import write_html
from factdesk.report.markdown.page import write_markdown
from factdesk.report.parts import Report
from tests.unit.report.pages import page_texts

GOLDEN = Path(__file__).parents[2] / "golden" / "report"


@pytest.mark.parametrize("name", ["ferry.md", "ferry.html", "ferry.pdf.txt"])
def test_the_report_is_as_it_was_approved(name: str, ferry_report: Report, ferry_pdf: bytes) -> None:
    made = {
        "ferry.md": lambda: write_markdown(ferry_report),
        "ferry.html": lambda: write_html(ferry_report),
        "ferry.pdf.txt": lambda: "\n\n".join(page_texts(ferry_pdf)) + "\n",
    }[name]()
    path = GOLDEN / name
    if os.environ.get("FACTDESK_WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")

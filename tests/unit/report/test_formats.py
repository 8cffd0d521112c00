"""Formats by the file's suffix."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factdesk.errors import ReportError
from factdesk.report.formats import FORMATS, render
from factdesk.report.parts import Report


def test_each_format_gives_its_kind_of_file(ferry_report: Report) -> None:
    starts = {".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>", ".md": b"The Harbour Post"}
    assert set(starts) == set(FORMATS)
    for suffix, start in starts.items():
        assert render(ferry_report, suffix.upper(), "a4").startswith(start)


@pytest.mark.parametrize("suffix", [".docx", "", "pdf"])
def test_an_unknown_suffix_is_refused_with_those_that_work(ferry_report: Report, suffix: str) -> None:
    with pytest.raises(ReportError) as caught:
        render(ferry_report, suffix, "a4")
    assert all(known in caught.value.remedy for known in FORMATS)


def test_what_looks_at_a_files_name_waits_for_no_writer() -> None:
    """It is done in the window's thread."""
    look = (
        "import sys, pathlib; from factdesk.report.file import refuse_what_cannot_be_written as look;"
        " look(pathlib.Path('report.html')); print(*sorted(n for n in sys.modules if n.startswith('factdesk.report.')))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["factdesk.report.file", "factdesk.report.formats"]

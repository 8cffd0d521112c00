"""Reports of one case in the middle of the work, made once."""

from __future__ import annotations

import pytest

from factdesk.report.parts import Report
from factdesk.report.pdf import write_pdf
from tests.unit.report.ferry import whole_report


@pytest.fixture(scope="session")
def ferry_report() -> Report:
    return whole_report()


@pytest.fixture(scope="session")
def ferry_pdf(ferry_report: Report) -> bytes:
    return write_pdf(ferry_report, "a4")

"""A PDF goes to a real print spooler and comes out as the same words, or one sentence says why not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import typst

from factdesk.errors import MissingPartError, ReportError
from factdesk.work.spool import print_pdf, queues
from tests.spooler import Spooler


@pytest.fixture
def pages(tmp_path: Path) -> bytes:
    source = tmp_path / "pages.typ"
    source.write_text("Nine metres of flood\n#pagebreak()\nTen metres of flood\n#pagebreak()\nA dry town")
    made = typst.compile(source)
    assert isinstance(made, bytes)
    return made


def test_the_words_of_a_printed_pdf_stand_on_the_paper(spooler: Spooler, pages: bytes) -> None:
    job = print_pdf(pages, spooler.queue, title="Flood — “record”")
    assert job.startswith(f"{spooler.queue}-")
    printed = spooler.printed_text()
    assert "Nine metres of flood" in printed
    assert "A dry town" in printed


def test_only_the_pages_asked_for_are_printed(spooler: Spooler, pages: bytes) -> None:
    print_pdf(pages, spooler.queue, title="Flood", page_ranges="2", options={"sides": "two-sided-long-edge"})
    assert spooler.printed_text().split("\n")[0].strip() == "Ten metres of flood"
    assert "Nine" not in spooler.printed_text()


def test_the_queues_of_the_spooler_are_named(spooler: Spooler) -> None:
    assert queues() == (spooler.queue,)


def test_an_unknown_queue_is_refused_and_the_known_ones_are_named(spooler: Spooler, pages: bytes) -> None:
    with pytest.raises(ReportError, match="no print queue “Attic”") as caught:
        print_pdf(pages, "Attic", title="Flood")
    assert spooler.queue in caught.value.remedy


def test_a_queue_that_takes_no_jobs_is_told_in_the_spoolers_own_words(spooler: Spooler, pages: bytes) -> None:
    subprocess.run(["cupsreject", spooler.queue], check=True)
    with pytest.raises(ReportError, match="not accepting jobs"):
        print_pdf(pages, spooler.queue, title="Flood")


def test_where_no_spooler_answers_the_remedy_is_to_start_one(pages: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        print_pdf(pages, "Desk-Printer", title="Flood")
    assert "start the print service" in caught.value.remedy


def test_a_machine_without_the_programs_is_told_what_to_install(
    pages: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingPartError) as caught:
        print_pdf(pages, "Desk-Printer", title="Flood")
    assert "cups-client" in caught.value.remedy

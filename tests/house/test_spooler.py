"""The tests' own print spooler is a real one: what goes in comes out as words on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import typst

from tests.spooler import Spooler


def a_pdf(folder: Path, words: str) -> Path:
    source, pdf = folder / "page.typ", folder / "page.pdf"
    source.write_text(words)
    typst.compile(source, output=pdf)
    return pdf


def test_words_sent_to_the_printer_stand_on_the_paper(spooler: Spooler, tmp_path: Path) -> None:
    subprocess.run(["lp", "-d", spooler.queue, a_pdf(tmp_path, "Nine metres of flood")], check=True)
    assert "Nine metres of flood" in spooler.printed_text()


def test_the_paper_holds_the_last_job_only(spooler: Spooler, tmp_path: Path) -> None:
    for count, words in enumerate(("First sheet", "Second sheet"), start=1):
        subprocess.run(["lp", a_pdf(tmp_path, words)], check=True)
        assert spooler.printed_text(count) == words

"""Makes the documents of ``made/`` out of ``lock.md`` with pandoc and LibreOffice, which the tests do not need.

python -m tests.unit.readers.papers.make
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import typst

HERE = Path(__file__).parent
MADE = HERE / "made"
COLUMNS = """
#set page(paper: "a5", columns: 2, header: [The Valley Sheet #h(1fr) March])
#set page(footer: context align(center, counter(page).display()))
#set text(lang: "en", hyphenate: true, size: 9pt)
#set par(justify: true, first-line-indent: 1em)
#set document(date: none)
= The lock in two columns

#for nth in range(1, 25) [
  Keeper #nth of the municipality acknowledged extraordinary circumstances,
  #link("https://example.org/" + str(nth))[documented] in a comprehensive investigation of deterioration.

]
"""


def main() -> None:
    for suffix in ("docx", "odt", "rtf", "epub"):
        run("pandoc", "-s", "--from", "markdown", "lock.md", "-o", f"made/pandoc.{suffix}")
    for suffix in ("odt", "rtf", "pdf"):
        office(suffix, MADE / "pandoc.docx")
    office("docx", MADE / "pandoc.odt")
    (MADE / "two-columns.pdf").write_bytes(typst.compile(COLUMNS.encode()))


def office(suffix: str, source: Path) -> None:
    run("soffice", "--headless", "--convert-to", suffix, "--outdir", "made/office", str(source))
    (MADE / "office" / f"pandoc.{suffix}").replace(MADE / f"office.{suffix}")
    (MADE / "office").rmdir()


def run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=HERE)


if __name__ == "__main__":
    main()

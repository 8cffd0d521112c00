"""Speed of the report: 1,000 claims as pages, beside the same words set by Typst with no design at all."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.results import Result

if TYPE_CHECKING:
    from factdesk.report.parts import Report

CLAIMS = 1_000

_BARE = """
#let r = json(bytes(sys.inputs.report))
#set page(paper: "a4", header: [Verification report])
#set page(footer: context [#counter(page).display() of #counter(page).final().first()])
#set text(font: "Source Serif 4", size: 10pt)
= #r.head.title
#r.result.coverage #r.result.draft_because.join()
#table(columns: 4, table.header[No.][Now reads][Verdict][Why], ..r.result.must_fix.map(c => (
  c.number, c.quote, c.mark.word, c.why.map(b => b.pieces.map(p => p.text).join()).join())).flatten())
= Copy
#[
  #set par.line(numbering: "1")
  #for b in r.copy { par(for x in b.runs { underline(x.lead + x.rest); for t in x.ends { super(t.number) } }) }
]
= Claims
#for c in r.cards [
  == #c.number #c.mark.glyph #c.mark.word #c.state
  Line #c.line #c.traits.join()

  #c.quote

  Verdict #c.verdict #linebreak() #c.given

  #for b in c.rationale { par(for p in b.pieces { if p.bold { strong(p.text) } else { p.text } }) }

  #for e in c.evidence { par[#e.bearing #e.source.key #e.source.title #e.source.publisher #e.locator]; par(e.excerpt) }

  #c.made
]
= Log
#table(columns: 5, table.header[Step][When][Who][What][Claims], ..r.changes.map(c => (
  [#c.seq], c.at, c.person, c.what, c.claims)).flatten())
"""


def measure(_data: Path) -> list[Result]:
    """Measure in processes of their own: Typst remembers what it laid out before."""
    ours, bare = _child("ours"), _child("bare")
    note = f"floor: the same words, no design; {ours['pages']} and {bare['pages']} pages"
    name = f"report, {CLAIMS:,} claims, PDF"
    return [Result(name, ours["seconds"], "CPU s, less is better", bare["seconds"], note=note)]


def _child(which: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.report", which], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def _report() -> Report:
    """Make a report of ``CLAIMS`` claims with verdicts, reasons, evidence and a step of history each."""
    from factdesk.model.event import Event
    from factdesk.report.build import ReportSetting, build
    from tests.unit.report.cases import ARTICLE, WHEN, CaseMaker

    verdicts = ["ok", "fix", "", "ok", "attribute", "ok", "cut"]
    sentences = [
        f"In the year {1900 + n % 120} the harbour board paid {n * 37 % 900} thousand for boat number {n}, "
        "more than the council had planned."
        for n in range(CLAIMS)
    ]
    lines = [" ".join(sentences[at : at + 4]) for at in range(0, CLAIMS, 4)]
    made = CaseMaker("\n".join(["A long piece about every boat in the harbour", *lines]))
    book = made.source("book", "Account book of the harbour board", publisher="Harbour board")
    for n, sentence in enumerate(sentences):
        verdict = verdicts[n % len(verdicts)]
        claim = made.claim(sentence, verdict, rationale=f"The **book** says so on page {n}." if verdict else "")
        if n % 2:
            made.tie(claim, book, locator=f"p. {n}", excerpt=f"Boat {n}: {n * 37 % 900},000")
    events = [
        Event(
            seq=n, at=WHEN, person="AB", kind="SetVerdict", label="Verdict", of=None, article_id=ARTICLE,
            claims=frozenset({f"c{n}"}), hash="",
        )
        for n in range(1, CLAIMS)
    ]  # fmt: skip
    setting = ReportSetting(
        checker="AB",
        printed_at=WHEN,
        desk_name="boats.factdesk",
        chain_head=sha256(b"").hexdigest(),
        program_version="0",
    )
    return build(made.case(), events, setting)


def _ours() -> bytes:
    from factdesk.report.pdf import write_pdf

    report = _report()
    _start()
    return write_pdf(report, "a4")


def _bare() -> bytes:
    import typst

    from factdesk.report.pages import page_data, put_lines
    from factdesk.report.pdf import fonts

    data = page_data(_report(), "a4")
    put_lines(data, {})
    words = json.dumps(data, ensure_ascii=False)
    _start()
    compiler = typst.Compiler(_BARE.encode(), font_paths=fonts(), sys_inputs={"report": words})
    made = compiler.compile(format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


_started: list[float] = []


def _start() -> None:
    _started.append(time.process_time())


def _main(which: str) -> None:
    from pypdfium2 import PdfDocument

    pdf = {"ours": _ours, "bare": _bare}[which]()
    print(json.dumps({"seconds": time.process_time() - _started[0], "pages": len(PdfDocument(pdf))}))


if __name__ == "__main__":
    _main(sys.argv[1])

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
TURNS = 8
BAR = 1.5

_BARE = """
#let (cards, copy, changes, ..r) = json(bytes(sys.inputs.report))
#let told(blocks) = for b in blocks { for p in b.pieces { if p.bold { strong(p.text) } else { p.text } } }
#let joined(..parts) = parts.pos().filter(p => p != "").join(" · ")
#set document(title: r.file_title, author: r.author, date: auto)
#set page(paper: "a4", header: [Verification report · case #r.case_number #h(1fr) #r.standing])
#set page(footer: context [
  Record #r.record · printed #r.printed #h(1fr) page #counter(page).display() of #counter(page).final().first()
])
#set page(background: place(right + horizon, rotate(90deg, r.standing)))
#set text(font: "Source Serif 4", size: 10pt)
#set par(leading: 0.62em, spacing: 0.85em)
= #r.head.title
#r.result.coverage #r.result.draft_because.join(" ")
= Must be fixed before print
#table(columns: 5, table.header[No.][Line][Now reads][Verdict][Why], ..r.result.must_fix.map(c => (
  c.number, c.line, c.quote, c.mark.glyph + " " + c.mark.word,
  c.why.map(b => b.pieces.map(p => p.text).join()).join())).flatten())
= Annotated copy
#[
  #set par.line(numbering: "1")
  #for b in copy {
    par(for x in b.runs { underline(x.lead + x.rest); for t in x.ends { super(t.number + " " + t.mark.glyph) } })
  }
]
= Claims
#for c in cards [
  == #c.number #c.mark.glyph #c.mark.word #h(1fr) #c.state_glyph #c.state
  lines #c.line · #c.traits.join(" · ")

  #c.quote

  Verdict #if c.verdict == "" [None. This claim is not decided.] else [#c.verdict #linebreak() #c.given]

  #if c.rationale.len() > 0 [Why #told(c.rationale)]

  #if c.evidence.len() == 0 [Evidence None was attached.]
  #for (n, e) in c.evidence.enumerate() {
    let s = e.source
    par[#if n == 0 [Evidence] #e.bearing_glyph #e.bearing #s.key #joined(s.title, s.type, s.publisher, e.locator)]
    par(e.excerpt)
  }

  #c.made
]
= Versions and change log
#table(columns: 5, table.header[Steps][When][Who][What][Claims], ..changes.map(c => (
  c.steps, c.at, c.person, c.what, c.claims)).flatten())
"""


def measure(_data: Path) -> list[Result]:
    """Measure in processes of their own, as Typst remembers what it laid out; either goes first in every other turn."""
    told: dict[str, list[dict[str, float]]] = {"ours": [], "bare": []}
    for turn in range(TURNS):
        for side in ("bare", "ours") if turn % 2 else ("ours", "bare"):
            told[side].append(_child(side))
    ours, bare = ([one["seconds"] for one in told[side]] for side in ("ours", "bare"))
    pages = " and ".join(str(told[side][0]["pages"]) for side in ("ours", "bare"))
    note = f"floor: the same words, no design; {pages} pages; registers and queries in neither"
    name = f"report, {CLAIMS:,} claims, PDF"
    return [Result.several(name, ours, "CPU s", bare, note).held(BAR)]


def _child(which: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.report", which, str(CLAIMS)], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def _report(claims: int) -> Report:
    """Make a report of claims with verdicts, reasons, evidence and a step of history each.

    Two persons take turns: what one did in a run would stand in one row of the log.
    """
    from factdesk.model.event import Event
    from factdesk.model.imprint import Imprint
    from factdesk.report.build import ReportSetting, build
    from tests.unit.report.cases import ARTICLE, WHEN, CaseMaker

    verdicts = ["ok", "fix", "", "ok", "attribute", "ok", "cut"]
    sentences = [
        f"In the year {1900 + n % 120} the harbour board paid {n * 37 % 900} thousand for boat number {n}, "
        "more than the council had planned."
        for n in range(claims)
    ]
    lines = [" ".join(sentences[at : at + 4]) for at in range(0, claims, 4)]
    made = CaseMaker("\n".join(["A long piece about every boat in the harbour", *lines]))
    book = made.source("book", "Account book of the harbour board", publisher="Harbour board")
    for n, sentence in enumerate(sentences):
        verdict = verdicts[n % len(verdicts)]
        claim = made.claim(sentence, verdict, rationale=f"The **book** says so on page {n}." if verdict else "")
        if n % 2:
            made.tie(claim, book, locator=f"p. {n}", excerpt=f"Boat {n}: {n * 37 % 900},000")
    events = [
        Event(
            seq=n, at=WHEN, person=("AB", "CD")[n % 2], kind="SetVerdict", label="Verdict", of=None, article_id=ARTICLE,
            claims=frozenset({f"c{n}"}), hash="",
        )
        for n in range(1, claims)
    ]  # fmt: skip
    imprint = Imprint("", "AB", "boats.factdesk", sha256(b"").hexdigest())
    setting = ReportSetting(imprint=imprint, printed_at=WHEN, program_version="0")
    return build(made.case(), events, setting)


def _ours(claims: int) -> bytes:
    from factdesk.report.pdf import write_pdf

    report = _report(claims)
    _start()
    return write_pdf(report, "a4")


def _bare(claims: int) -> bytes:
    import typst

    from factdesk.report.pages import page_data, put_lines
    from factdesk.report.pdf import fonts

    report = _report(claims)
    data = page_data(report, "a4")
    put_lines(data, {card.number: f"{n}–{n + 1}" for n, card in enumerate(report.cards)})
    words = json.dumps(data, ensure_ascii=False)
    _start()
    compiler = typst.Compiler(_BARE.encode(), font_paths=fonts(), sys_inputs={"report": words})
    made = compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=0)
    assert isinstance(made, bytes)
    return made


_started: list[float] = []


def _start() -> None:
    _started.append(time.process_time())


def _main(which: str, claims: int) -> None:
    from pypdfium2 import PdfDocument

    pdf = {"ours": _ours, "bare": _bare}[which](claims)
    print(json.dumps({"seconds": time.process_time() - _started[0], "pages": len(PdfDocument(pdf))}))


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))

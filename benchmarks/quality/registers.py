"""What the registers hold on the gold bodies of ``extraction``: nothing is labelled, so it is counted, and read.

``docs/quality.md`` says what was seen where something is marked.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.results import OURS, Result
from factdesk.model.tick import REGISTERS
from factdesk.readers.formats import read_text
from factdesk.rules.registers.entries import Flag
from factdesk.rules.registers.reading import reading_of_draft
from factdesk.rules.suggestions.suggest import suggest
from factdesk.work.jobs import Unwatched
from factdesk.work.registers import WorkedOut, work_out

_BODIES = "extraction/ground-truth.json"
_MARKS = {
    Flag.OTHER_SPELLING: "spelled otherwise elsewhere",
    Flag.OTHER_FIGURE: "another figure elsewhere",
    Flag.OTHER_DATE: "another date elsewhere",
    Flag.NO_SPEAKER: "no speaker",
}


def measure(data: Path) -> list[Result]:
    """Count entries, marks and rises of certainty, and in how many articles each mark stands."""
    if not (data / _BODIES).is_file():
        return [Result("registers", None, "entries", note=f"no {_BODIES} in {data}")]
    found, marks, articles = Counter[str](), Counter[Flag](), Counter[Flag]()
    for texts, one in enumerate(_worked_out(data), start=1):
        entries = [entry for register in REGISTERS for entry in one.registers.entries[register]]
        found.update(entry.register.value for entry in entries)
        found["certainty rises"] += len(one.ladder.rises)
        found["articles"] = texts
        flags = [flagged.flag for entry in entries for flagged in entry.flags]
        marks.update(flags)
        articles.update(set(flags))
    note = f"{found.pop('articles')} articles; counted, not labelled"
    return [
        *(Result(f"registers, {name}", count, "found", note=note, by=OURS) for name, count in found.items()),
        *(
            Result(f"registers, {words}", marks[flag], "found", note=f"in {articles[flag]} articles", by=OURS)
            for flag, words in _MARKS.items()
        ),
    ]


def _worked_out(data: Path) -> Iterator[WorkedOut]:
    bodies = json.loads((data / _BODIES).read_text(encoding="utf-8"))
    for page in bodies.values():
        draft = read_text(page["articleBody"])
        proposed = suggest(draft.text, draft.blocks, draft.furniture)
        yield work_out(reading_of_draft(draft, proposed), Unwatched())

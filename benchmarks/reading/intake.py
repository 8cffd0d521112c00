"""How much of saved news pages comes in as the article: our reader beside trafilatura and readability, in one run.

``extraction``: precision and recall over 4-token shingles of the gold body, averaged over pages, F1 of the means. The
gold bodies hold no headline, so the block that is the title is left out of ours.
"""

from __future__ import annotations

import gzip
import json
import resource
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.reading.shingles import Tally, holds
from benchmarks.reading.structure import Kept, structure
from benchmarks.results import Result
from factdesk.model.draft import Draft
from factdesk.model.version import BlockKind
from factdesk.readers.formats import read_source
from factdesk.readers.guard.way import let_go
from factdesk.readers.source import Source

T = TypeVar("T")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Page:
    source: bytes
    body: str


def measure(data: Path) -> list[Result]:
    """Measure on the saved pages of ``data / "extraction"``."""
    folder = data / "extraction"
    if not folder.is_dir():
        return [Result("intake", None, "", note=f"no {folder}")]
    pages = pages_of(folder)
    ours, seconds = _timed(
        lambda: {name: read_source(Source(page.source), file_name=name) for name, page in pages.items()}
    )
    _, start = _timed(lambda: read_source(Source(b"<p>One word.</p>"), file_name="a.html"))
    theirs, floor = _timed(lambda: {name: _trafilatura(page.source) for name, page in pages.items()})
    readable = {name: _readability(page.source) for name, page in pages.items()}
    own = _score(pages, {name: kept_text(draft) for name, draft in ours.items()})
    first, second = _score(pages, theirs), _score(pages, readable)
    best = _score(pages, {name: _best(draft, pages[name].body) for name, draft in ours.items()})
    note = f"{len(pages)} pages; floor is trafilatura alone, readability alone reaches"
    return [
        Result("intake, pages: kept text", own.f1, "F1", first.f1, 0.960, f"{note} {second.f1:.3f}"),
        Result("intake, pages: precision", own.precision, "share", first.precision),
        Result("intake, pages: recall", own.recall, "share", first.recall),
        Result(
            "intake, pages: exactly right", own.exact, "share", first.exact, 0.37, f"{note} {second.exact:.3f}"
        ),
        Result("intake, pages: every block kept or not at best", best.f1, "F1", bar=0.98),
        *_structure(pages, ours),
        Result(
            "intake, pages: time, process included", 1000 * (seconds - start) / len(pages), "ms CPU a page",
            1000 * floor / len(pages), note=f"ratio 4 is the most; kept warm, its start of {start:.1f} s left out",
        ),
    ]  # fmt: skip


def kept_text(draft: Draft) -> str:
    """Return the words of ``draft`` that are neither set aside nor its title."""
    aside = {piece.span for piece in draft.furniture}
    blocks = (one for one in draft.blocks if one.span not in aside and one.kind is not BlockKind.TITLE)
    return "\n".join(draft.text[slice(*one.span)] for one in blocks)


def _structure(pages: Mapping[str, _Page], ours: Mapping[str, Draft]) -> list[Result]:
    """Links, headings, items and quotations: ours, beside what trafilatura's own text holds of the same ones."""
    own, theirs = Kept(), Kept()
    for name, draft in ours.items():
        structure(draft, pages[name].body, own, theirs, _trafilatura(pages[name].source))
    note = ", ".join(f"{kind} {own.kept[kind]}/{own.there[kind]}" for kind in sorted(own.there))
    return [
        Result("intake, pages: structure kept", own.share, "share", theirs.share, 0.93, note),
        Result("intake, pages: structure from outside", own.outside, "elements", theirs.outside),
    ]


def _best(draft: Draft, body: str) -> str:
    """Return what whoever knew the gold body would keep: blocks most of whose shingles are in it."""
    blocks = (draft.text[slice(*one.span)] for one in draft.blocks)
    return "\n".join(words for words in blocks if holds(body, words) >= _HALF)


def _score(pages: Mapping[str, _Page], kept: Mapping[str, str]) -> Tally:
    tally = Tally()
    for name, page in pages.items():
        tally.add(page.body, kept[name])
    return tally


def pages_of(folder: Path) -> dict[str, _Page]:
    """Return the saved pages in ``folder`` with their gold bodies, by file name."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return {
        f"{name}.html": _Page(
            gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), str(page["articleBody"])
        )
        for name, page in sorted(gold.items())
    }


def _trafilatura(source: bytes) -> str:
    from trafilatura import extract

    return extract(source.decode("utf-8", "replace"), include_comments=False) or ""


def _readability(source: bytes) -> str:
    from lxml import html
    from readability import Document

    summary = Document(source.decode("utf-8", "replace")).summary()
    return "\n".join(html.fromstring(summary).itertext())


def _timed(run: Callable[[], T]) -> tuple[T, float]:
    """Return what ``run`` returns, and the processor seconds of its quickest run of three, children's included."""
    taken: list[float] = []
    for _ in range(3):
        start = _processor_seconds()
        result = run()
        let_go()
        taken.append(_processor_seconds() - start)
    return result, min(taken)


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime

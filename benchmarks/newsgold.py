"""The newsgold articles, read the way the program reads any pasted article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import rows
from factdesk.model.draft import Draft
from factdesk.readers.formats import read_text
from factdesk.text.spans import Span

FILES = ("newsgold_dev.jsonl", "newsgold_web_dev.jsonl")

GROUP = {
    "claim": "claim-like",
    "attributed": "claim-like",
    "quote": "claim-like",
    "prediction": "prediction",
    "opinion": "opinion",
    "question": "heading or question",
    "heading": "heading or question",
    "furniture": "furniture",
}
"""Kind → the group in which it is measured."""


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled sentence.

    Attributes:
        kinds: by each annotator.
        priority: mean of the annotators, 0 … 3.
    """

    span: Span
    kinds: tuple[str, ...]
    priority: float


@dataclass(frozen=True, slots=True)
class GoldArticle:
    name: str
    draft: Draft
    lines: tuple[Line, ...]


def gold_articles(data: Path) -> list[GoldArticle]:
    """Return the articles of both sets; none where the files are absent."""
    return [
        GoldArticle(
            row["doc_id"],
            read_text(row["text"]),
            tuple(
                Line(
                    Span(line["start"], line["end"]),
                    tuple(line["kind"]),
                    sum(line["priority"]) / len(line["priority"]),
                )
                for line in row["sentences"]
            ),
        )
        for name in FILES
        for row in rows(data / name)
    ]


def most_overlapping(spans: list[Span], wanted: Span) -> int | None:
    """Return which of ``spans`` shares the most characters with ``wanted``; None where none does."""
    shared = [min(span.end, wanted.end) - max(span.start, wanted.start) for span in spans]
    best = max(range(len(spans)), key=lambda nth: shared[nth], default=None)
    return best if best is not None and shared[best] > 0 else None

"""Sentence splitting: span F1 on treebank texts and speed, beside the libraries that are installed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.data import rows
from benchmarks.results import Result
from factdesk.text.sentences import sentences

Splitter = Callable[[str], Iterable[tuple[int, int]]]
Gold = list[tuple[str, str, str, frozenset[tuple[int, int]]]]
"""(source, genre, text, spans) of each document."""

_FILE = "sentsplit_dev.jsonl"
_BAR, _NEWS_BAR, _SPEED_BAR = 0.95, 0.955, 50_000


def measure(data: Path) -> list[Result]:
    """Measure ours and each library; the floor is the best library on the same texts."""
    gold: Gold = [
        (row["source"], row["genre"], row["text"], frozenset((start, end) for start, end in row["sents"]))
        for row in rows(data / _FILE)
    ]
    if not gold:
        return [Result("sentences, GUM", None, "span F1", bar=_BAR, note=f"no {_FILE} in {data}")]
    parts = {
        "GUM": [row for row in gold if row[0] == "gum"],
        "GUM news": [row for row in gold if row[:2] == ("gum", "news")],
        "EWT": [row for row in gold if row[0].startswith("ewt")],
    }
    bars = {"GUM": _BAR, "GUM news": _NEWS_BAR}
    found: list[Result] = []
    for name, part in parts.items():
        others = {library: _f1(part, split) for library, split in _libraries().items()}
        note = f"{len(part)} texts, {sum(len(row[3]) for row in part)} sentences"
        best = max(others.values(), default=None)
        found.append(Result(f"sentences, {name}", _f1(part, sentences), "span F1", best, bars.get(name), note))
        found += [Result(f"sentences, {name}, {library}", value, "span F1") for library, value in others.items()]
    return [*found, _speed(gold)]


def _f1(gold: Gold, split: Splitter) -> float:
    right = proposed = wanted = 0
    for _, _, text, spans in gold:
        ours = frozenset((start, end) for start, end in split(text))
        right, proposed, wanted = right + len(ours & spans), proposed + len(ours), wanted + len(spans)
    return 2 * right / (proposed + wanted)


def _speed(gold: Gold) -> Result:
    start = time.process_time()
    count = sum(len(sentences(row[2])) for row in gold)
    return Result("sentences, speed", count / (time.process_time() - start), "sentences/s", bar=_SPEED_BAR)


def _libraries() -> dict[str, Splitter]:
    """Return the splitters that are installed here, each giving trimmed code-point spans."""
    found: dict[str, Splitter] = {}
    if find_spec("sentencex"):
        boundaries = import_module("sentencex").get_sentence_boundaries
        found["sentencex"] = lambda text: _trimmed(
            text, ((each["start_index"], each["end_index"]) for each in boundaries("en", text))
        )
    if find_spec("pysbd"):
        segmenter = import_module("pysbd").Segmenter(language="en", clean=False, char_span=True)
        found["pysbd"] = lambda text: _trimmed(text, ((each.start, each.end) for each in segmenter.segment(text)))
    return found


def _trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())

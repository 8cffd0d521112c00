"""The report as the plain data that the page template reads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise
from typing import Any

from factdesk.report.appendix_parts import Appendices
from factdesk.report.copy_parts import CopyBlock, Run
from factdesk.report.furniture import folded_copy
from factdesk.report.look import QUIET, marks_in_use
from factdesk.report.parts import EvidencePart, Report, SourcePart
from factdesk.report.rich_text import Piece, RichBlock
from factdesk.report.words import TITLE, visible
from factdesk.text.direction import begins_right

_LONG = 60
_UNBROKEN = re.compile(rf"[!-\u0dff]{{{_LONG},}}")
"""Stretches in scripts that break lines at spaces, without a space: no line can hold them."""
_PIECE = 12
_FIRST_WORD = re.compile(r"\s*(?:[\u2e80-\U0003ffff]|[^\W\u2e80-\U0003ffff]{1,30}|\W)")

_KEEPS_LINES = {"code", "quotation"}

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?\b", re.IGNORECASE)


def page_data(report: Report, paper: str) -> dict[str, Any]:  # Any: this is JSON
    """Return what ``resources/report/report.typ`` reads: the report's fields and a few for the pages alone."""
    places = sorted(_places(report.appendices))
    data: dict[str, Any] = _plain(replace(report, copy=tuple(_cut_block(block, places) for block in report.copy)))
    language = _LANGUAGE.match(report.language)
    lang, region = (language[1].lower(), (language[2] or "").upper()) if language else ("und", "")
    data |= {
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "file_title": _printable(f"{TITLE}: {report.head.title}"),
        "author": _printable(report.organisation),
        "lang": lang if len(lang) < 4 else "und",
        "region": region or None,
        "legend": [_plain(mark) for mark in marks_in_use(report)],
    }
    wanted = {it["at"] for it in _placed(data)}
    for block in data["copy"]:
        _note_places(block, wanted)
    data["copy"] = folded_copy(data["copy"])
    return data


def east_asian_shapes(language: str) -> str:
    """Return which shapes Chinese, Japanese and Korean characters take: "SC", "TC", "JP" or "KR"."""
    parts = language.casefold().split("-")
    if parts[0] == "zh" and {"hant", "tw", "hk", "mo"}.intersection(parts):
        return "TC"
    return {"ja": "JP", "ko": "KR"}.get(parts[0], "SC")


def put_lines(data: dict[str, Any], lines: dict[str, str]) -> None:
    """Give everything that has a place in the copy its ``line``.

    Args:
        lines: "3" or "3–4" by the number of a telling; also by ``@120`` for the place in the text and
            by ``p7`` for paragraph 7.
    """
    result = data["result"]
    told = [*result["must_fix"], *result["high_risk"], *data["cards"]]
    for it in [*told, *(again for card in data["cards"] for again in card["repeats"])]:
        it["line"] = lines.get(it["number"], "–")
    for it in _placed(data):
        it["line"] = lines.get(f"@{it['at']}") or lines.get(f"p{it['paragraph']}", "–")


def _placed(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what has a place in the copy without being a claim."""
    end = data["appendices"]
    told = [place for part in end["registers"] for row in part["rows"] for place in row["places"]]
    told += [place for rise in end["rises"] for place in (rise["first"], rise["later"])]
    return [*data["result"]["bare"], *data["proposals"], *data["not_checked"], *end["queries"], *told]


def _places(end: Appendices) -> set[int]:
    """Return where words begin whose lines the appendices tell."""
    found = {place.at for part in end.registers for row in part.rows for place in row.places}
    found |= {place.at for rise in end.rises for place in (rise.first, rise.later)}
    return found | {query.at for query in end.queries if query.at is not None}


def _cut_block(block: CopyBlock, places: Sequence[int]) -> CopyBlock:
    """Cut the runs of a block at some places, so that the line of each can be asked for."""
    return replace(block, runs=tuple(piece for run in block.runs for piece in _cut_run(run, places)))


def _cut_run(run: Run, places: Sequence[int]) -> Iterator[Run]:
    end = run.at + len(run.text)
    inner = places[bisect_right(places, run.at) : bisect_left(places, end)]
    for start, stop in pairwise((run.at, *inner, end)):
        yield replace(
            run,
            text=run.text[start - run.at : stop - run.at],
            at=start,
            starts=run.starts if start == run.at else (),
            ends=run.ends if stop == end else (),
        )


def _note_places(block: dict[str, Any], wanted: set[int]) -> None:
    """Name the places whose lines are asked for, and cut the first word off: the line is asked for after it."""
    block["runs"][0]["starts"].append(f"p{block['number']}")
    for run in block["runs"]:
        if run["at"] in wanted:
            run["starts"].append(f"@{run['at']}")
        if block["kind"] not in _KEEPS_LINES:
            run["text"] = run["text"].replace("\n", " ")
        run["quiet"] = run.pop("label") in QUIET
        first = _FIRST_WORD.match(run["text"])
        cut = first.end() if first and run["starts"] else 0
        run["lead"], run["rest"] = run["text"][:cut], run.pop("text")[cut:]


def _plain(value: object) -> Any:
    if isinstance(value, str):
        return _isolated(_printable(value))
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, (Run, Piece)):  # words in the middle of a paragraph, which has its own direction
        return _fields(value) | {"text": _printable(value.text)}
    if isinstance(value, RichBlock):
        words = "".join(piece.text for piece in value.pieces)
        return _fields(value) | {"right_to_left": begins_right(words)}
    if isinstance(value, SourcePart):
        made = _fields(value)
        return made | {"about": _joined(made[name] for name in ("type", "publisher", "person", "date"))}
    if isinstance(value, EvidencePart):  # else every card would carry the numbers of all that name its source
        made = _fields(replace(value, source=replace(value.source, claims=())))
        return made | {"place": _joined((made["locator"], made["accessed"] and f"accessed {made['accessed']}"))}
    return _fields(value)


def _fields(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    return {name: _plain(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _joined(parts: Iterable[str]) -> str:
    """Return what is told of something in one line; put together here, for Typst would call a function for each."""
    return " · ".join(part for part in parts if part)


def _isolated(text: str) -> str:
    """Return words that run from the right between isolates: nothing beside them can turn their order round."""
    return f"\u2067{text}\u2069" if not text.isascii() and begins_right(text) else text


def _printable(text: str) -> str:
    """Return ``text`` with what no page can show as U+FFFD, and with places to break endless words."""
    if text.isprintable() and (len(text) < _LONG or max(map(len, text.split(" "))) < _LONG):
        return text
    text = visible(text.replace("\r\n", "\n").expandtabs(4))
    return _UNBROKEN.sub(lambda found: "\u200b".join(_cut(found[0])), text)


def _cut(word: str) -> list[str]:
    return [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]

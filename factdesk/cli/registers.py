"""``factdesk registers``: figures, names, dates and quotations of an article, with what does not fit together."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factdesk import DESK_SUFFIX
from factdesk.cli.desk import add_article, chosen_case, opened, print_json, say
from factdesk.cli.draft import add_encoding, file_draft

if TYPE_CHECKING:
    from factdesk.rules.author.hedges import Rise
    from factdesk.rules.registers.entries import Entry
    from factdesk.text.spans import Span
    from factdesk.work.registers import WorkedOut

    Ticks = frozenset[tuple[str, Span]]


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("registers", help="list figures, names, dates and quotations")
    verb.add_argument("desk", type=Path, metavar="DESK|ARTICLE", help="a desk, or an article")
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    add_article(verb)
    add_encoding(verb)
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print every register in reading order, and where certainty rises.

    Raises:
        UnreadableArticleError, DeskOpenError, NotInDeskError: there is nothing to list.
    """
    found, ticks = _of_desk(options) if options.desk.suffix == DESK_SUFFIX else _of_article(options)
    if options.json:
        print_json(_as_json(found, ticks))
        return
    for register, entries in found.registers.entries.items():
        ticked = sum((str(register), entry.span) in ticks for entry in entries)
        say(f"{register}: {len(entries)}, {ticked} ticked")
        for entry in entries:
            say(_line(entry, ticked=(str(register), entry.span) in ticks))
    for rise in found.ladder.rises:
        say(f"certainty rises: {_quoted(found, rise.earlier.sentence)} → {_quoted(found, rise.later.sentence)}")


def _of_desk(options: argparse.Namespace) -> tuple[WorkedOut, Ticks]:
    from factdesk.rules.registers.reading import reading_of
    from factdesk.work.jobs import Unwatched
    from factdesk.work.registers import work_out

    with opened(options) as session:
        case = chosen_case(session, options.article)
    ticks = frozenset((str(tick.register), tick.span) for tick in case.ticks)
    return work_out(reading_of(case), Unwatched()), ticks


def _of_article(options: argparse.Namespace) -> tuple[WorkedOut, Ticks]:
    from factdesk.rules.registers.reading import reading_of_draft
    from factdesk.work.intake import propose
    from factdesk.work.jobs import Unwatched
    from factdesk.work.registers import work_out

    intake = propose(file_draft(options.desk, options.encoding), Unwatched())
    return work_out(reading_of_draft(intake.draft, intake.suggestions), Unwatched()), frozenset()


def _line(entry: Entry, *, ticked: bool) -> str:
    told = [entry.words, entry.normal if entry.normal != entry.words else "", entry.note]
    told += [f"{flagged.flag}{': ' + flagged.words if flagged.words else ''}" for flagged in entry.flags]
    return (
        f"  {'x' if ticked else '-'} {entry.span.start}–{entry.span.end}  {' · '.join(part for part in told if part)}"
    )


def _quoted(found: WorkedOut, span: Span) -> str:
    return f"“{' '.join(found.reading.text[slice(*span)].split())}” ({span.start})"


def _as_json(found: WorkedOut, ticks: Ticks) -> dict[str, Any]:
    return {
        "wording": found.registers.wording,
        "registers": {
            str(register): [_entry(entry, ticked=(str(register), entry.span) in ticks) for entry in entries]
            for register, entries in found.registers.entries.items()
        },
        "rises": [_rise(found, rise) for rise in found.ladder.rises],
    }


def _entry(entry: Entry, *, ticked: bool) -> dict[str, Any]:
    return {
        **_place(entry.span),
        "words": entry.words,
        "normal": entry.normal,
        "unit": entry.unit,
        "note": entry.note,
        "ticked": ticked,
        "sentence": _place(entry.sentence),
        "flags": [
            {"flag": str(flagged.flag), "words": flagged.words, "at": _place(flagged.at) if flagged.at else None}
            for flagged in entry.flags
        ],
    }


def _rise(found: WorkedOut, rise: Rise) -> dict[str, Any]:
    hedge = rise.earlier.words
    return {
        "hedge": found.reading.text[slice(*hedge)] if hedge else "",
        "earlier": _place(rise.earlier.sentence),
        "later": _place(rise.later.sentence),
        "shared": list(rise.shared),
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}

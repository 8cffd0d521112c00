"""Queries, risen certainty and registers as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from factdesk.report.appendix_parts import QUERIES, RISES, Appendices, Place, QueryPart
from factdesk.report.markdown.parts import table, words
from factdesk.rules.shapes import OPEN, TICKED


def appendix_blocks(made: Appendices) -> Iterable[str]:
    """Yield the blocks of each part that is not empty."""
    if made.queries:
        yield f"## Author queries\n\n{QUERIES}"
        yield table(("No.", "¶", "Question", "About", "Answer"), [_query(it) for it in made.queries])
    if made.rises:
        yield f"## Where certainty rises\n\n{RISES}"
        rows = [(words(it.hedge), _place(it.first), _place(it.later)) for it in made.rises]
        yield table(("Hedged with", "First told", "Then plainly"), rows)
    for register in made.registers:
        yield f"## Register: {register.title}\n\n{register.about}"
        listed = [
            (words(it.name), " · ".join((*map(_told, it.places), *(f"**{words(note)}**" for note in it.notes))))
            for it in register.rows
        ]
        first = 0 if register.named else 1
        yield table(("What", "Where it is told")[first:], [row[first:] for row in listed])


def _query(it: QueryPart) -> tuple[str, ...]:
    about = words(it.words) + (f" (No. {words(it.claim)})" if it.claim else "")
    told = [f"**{it.glyph} {it.state}**", words(it.answer), words(it.told)]
    answer = " · ".join(piece for piece in told if piece)
    return str(it.number), str(it.paragraph or "–"), f"{words(it.question)} · {it.kind}", about, answer


def _place(it: Place) -> str:
    return f"¶ {it.paragraph} {words(it.quoted)}"


def _told(it: Place) -> str:
    note = f" ({words(it.note)})" if it.note else ""
    place = f"¶ {it.paragraph}" if it.again else _place(it)
    return f"{(TICKED if it.ticked else OPEN).glyph} {place}{note}"

"""Queries, risen certainty and registers as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factdesk.report.appendix_parts import QUERIES, RISES, Appendices, Place, QueryPart, RegisterRow
from factdesk.report.html import parts as part
from factdesk.rules.shapes import OPEN, TICKED


def appendix_sections(made: Appendices) -> Iterable[str]:
    """Yield a section for each part that is not empty."""
    if made.queries:
        yield "<h2>Author queries</h2>"
        columns = ("No.", "¶", "Question", "About", "Answer")
        yield part.table(QUERIES, columns, (_query(it) for it in made.queries))
    if made.rises:
        yield "<h2>Where certainty rises</h2>"
        rows = ((part.told(it.hedge), _words(it.first), _words(it.later)) for it in made.rises)
        yield part.table(RISES, ("Hedged with", "First told", "Then plainly"), rows)
    for register in made.registers:
        yield f"<h2>Register: {escape(register.title)}</h2>"
        listed = (
            (part.told(it.name), "<br>".join((_places(it, in_line=register.in_line), *map(_note, it.notes))))
            for it in register.rows
        )
        first = 0 if register.named else 1
        yield part.table(register.about, ("What", "Where it is told")[first:], (row[first:] for row in listed))


def _query(it: QueryPart) -> tuple[str, ...]:
    about = part.told(it.words) + (f" (No. {part.card_link(it.claim)})" if it.claim else "")
    state = f"<strong>{escape(it.glyph)} {escape(it.state)}</strong>"
    answer = "<br>".join(piece for piece in (state, part.told(it.answer), part.told(it.told)) if piece)
    return str(it.number), part.place(it.paragraph), f"{part.told(it.question)} · {escape(it.kind)}", about, answer


def _places(it: RegisterRow, *, in_line: bool) -> str:
    if not in_line:
        return "<br>".join(map(_place, it.places))
    return " · ".join(f"{_tick(one)} {part.place(one.paragraph)}" if one.again else _place(one) for one in it.places)


def _note(text: str) -> str:
    return f"<strong>{part.told(text)}</strong>"


def _tick(it: Place) -> str:
    return (TICKED if it.ticked else OPEN).glyph


def _place(it: Place) -> str:
    note = f" · {part.told(it.note)}" if it.note else ""
    return f"{_tick(it)} {_words(it)}{note}"


def _words(it: Place) -> str:
    return f"{part.place(it.paragraph)} {part.told(it.quoted)}"

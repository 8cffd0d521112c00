"""The result as HTML: what the first page of the PDF holds."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factdesk.report.html import parts as part
from factdesk.report.html.parts import Inks
from factdesk.report.parts import Listed, Result


def result_section(result: Result, standing: str, inks: Inks) -> Iterable[str]:
    """Yield the counts, what is open, and what must be fixed."""
    tiles = [f"<li><b>{result.claims}</b>{'claim' if result.claims == 1 else 'claims'}</li>"]
    for it in result.verdicts:
        name = inks.name(it.light, it.dark)
        tiles.append(
            f'<li><b class="ink {name}"><span aria-hidden="true">{part.words(it.glyph)}</span> {it.number}</b>'
            f"{part.words(it.word)}</li>"
        )
    states = " · ".join(f"{it.glyph} {it.number} {it.word}" for it in result.states)
    proposals = f" · <strong>{escape(result.proposals)}</strong>" if result.proposals else ""
    yield '<section class="panel" aria-label="Result">'
    yield f'<ul class="tiles">{"".join(tiles)}</ul>'
    if states:
        yield f"<p>Work: {escape(states)}</p>"
    yield f"<p>Text: {escape(result.coverage)}{proposals}.</p>"
    yield f"<p><strong>{escape(standing)}</strong> because: {escape(' '.join(result.draft_because))}</p></section>"
    yield from _glance(result, inks)
    yield "<h2>Must be fixed before print</h2>"
    if result.must_fix:
        columns = ("No.", "¶", "Now reads", "Verdict", "Why")
        yield part.table("Claims whose verdict asks for a change", columns, [_fix(it, inks) for it in result.must_fix])
    else:
        yield part.quiet(result.nothing_to_fix)


def _glance(result: Result, inks: Inks) -> Iterable[str]:
    """Yield what is open, what is high risk and what nobody accounted for, each where there is any."""
    rows: list[tuple[str, str]] = []
    if result.still_open:
        groups = " · ".join(f"{it.glyph} {it.word}: No. {it.claims}" for it in result.still_open)
        rows.append(("Still open", escape(groups)))
    if result.high_risk:
        rows.append(("High risk", "<br>".join(_risk(it, inks) for it in result.high_risk)))
    if result.bare:
        bare = (f"“{part.told(it.words)}” ({part.place(it.paragraph)})" for it in result.bare)
        rows.append(("Not accounted for", " · ".join(bare)))
    if rows:
        yield f"<dl>{''.join(f'<dt>{name}</dt><dd>{text}</dd>' for name, text in rows)}</dl>"


def _risk(it: Listed, inks: Inks) -> str:
    mark, place = part.mark(it.mark, inks), part.place(it.paragraph)
    return f"{part.card_link(it.number)} {mark}, {place}: “{part.told(it.short)}”"


def _fix(it: Listed, inks: Inks) -> tuple[str, ...]:
    why = part.rich(it.why) or part.quiet("no reason written")
    return part.card_link(it.number), part.place(it.paragraph), part.told(it.quote), part.mark(it.mark, inks), why

"""The claim cards as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from factdesk.report.html import parts as part
from factdesk.report.html.parts import Inks
from factdesk.report.parts import Card, EvidencePart, Telling


def card(it: Card, inks: Inks) -> str:
    """Return the card of one claim."""
    place = part.place(it.paragraph) if it.paragraph else "no longer in the text"
    also = ", ".join(f"{again.number} in {part.place(again.paragraph)}" for again in it.repeats)
    risk = ["<strong>high risk</strong>"] if it.high_risk else []
    about = " · ".join([f"{place}{', also ' + also if also else ''}", *map(escape, it.traits), *risk])
    rows = [
        ("Restated", part.paragraph(it.restatement)),
        ("Claimant", part.paragraph(it.claimant)),
        ("Told again", _told_again(it.repeats)),
        ("Verdict", f"<p>{part.words(it.verdict or 'None. This claim is not decided.')}</p>{part.quiet(it.given)}"),
        ("Set aside", part.paragraph(it.set_aside)),
        ("Why", part.rich(it.rationale)),
        ("Evidence", _evidence(it.evidence)),
        ("Note", part.rich(it.note)),
    ]
    inner = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in rows if text)
    quote = f'<blockquote dir="auto">{part.words(it.quote)}</blockquote>' if it.quote else ""
    name = inks.name(it.mark.light, it.mark.dark)
    return (
        f'<article class="card {name}{"" if it.mark.decided else " open"}" id="{part.card_id(it.number)}">'
        f"<header><h3>{escape(it.number)} · {part.mark(it.mark, inks)}</h3>"
        f'<span class="desk">{escape(it.state_glyph)} {escape(it.state)}</span></header>'
        f'<p class="quiet">{about}</p>{quote}<dl>{inner}</dl>{part.quiet(it.made)}</article>'
    )


def _told_again(tellings: Sequence[Telling]) -> str:
    items = [
        f"<li>{escape(it.number)} in {part.place(it.paragraph)}: "
        f'<q dir="auto">{part.words(it.quote)}</q> {part.told(it.wording)}</li>'
        for it in tellings
    ]
    return f'<ul class="evidence">{"".join(items)}</ul>' if items else ""


def _evidence(evidence: Sequence[EvidencePart]) -> str:
    if not evidence:
        return part.quiet("None was attached.")
    items = []
    for it in evidence:
        place = [it.locator, f"accessed {it.accessed}" if it.accessed else ""]
        rest = "".join(f" · {part.told(word)}" for word in place if word)
        excerpt = f'<q class="excerpt" dir="auto">{part.words(it.excerpt)}</q>' if it.excerpt else ""
        items.append(
            f"<li><strong>{escape(it.bearing_glyph)} {escape(it.bearing)}</strong> "
            f'<a href="#{it.source.key}">{it.source.key}</a> {part.source(it.source)}{rest}{excerpt}</li>'
        )
    return f'<ul class="evidence">{"".join(items)}</ul>'

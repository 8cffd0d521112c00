"""The report as one HTML page that needs nothing beside it: no script, no picture, no remote address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from string import Template

from factdesk.assets import resource
from factdesk.report import html_parts as part
from factdesk.report.html_copy import copy_section, legend
from factdesk.report.html_parts import Inks
from factdesk.report.parts import Card, EvidencePart, Listed, Report, Result, SourcePart
from factdesk.report.words import TITLE


def write_html(report: Report) -> str:
    """Return the page. It holds what the PDF holds, in the same order; places are paragraph numbers."""
    inks = Inks()
    body = "\n".join((*_front(report, inks), *_checked(report, inks), *_back(report)))
    page = Template(resource("report", "page.html").read_text(encoding="utf-8"))
    style = resource("report", "report.css").read_text(encoding="utf-8")
    title = escape(part.visible(f"{TITLE}: {report.head.title}"))
    return page.substitute(title=title, style=style, inks=inks.css(), body=body)


def _front(report: Report, inks: Inks) -> Iterable[str]:
    words = [word for word in (report.organisation, TITLE) if word]
    words += [f"case {report.case_number}"] if report.case_number else []
    yield (
        f'<header class="running"><span>{part.told(" · ".join(words))}</span>'
        f'<span class="standing">{escape(report.standing)}</span></header>\n<main>'
    )
    lang = f' lang="{escape(report.language)}"' if report.language else ""
    yield f'<h1{lang} dir="auto">{part.words(report.head.title)}</h1>'
    if report.head.dek:
        yield f'<p class="dek"{lang} dir="auto">{part.words(report.head.dek)}</p>'
    yield part.definitions(report.head.details)
    if report.head.flags:
        yield f'<p class="desk">{escape(" ".join(report.head.flags))}</p>'
    yield from _result(report.result, report.standing, inks)


def _result(result: Result, standing: str, inks: Inks) -> Iterable[str]:
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
    if result.bare:
        bare = " · ".join(f"“{part.told(it.words)}” ({part.place(it.paragraph)})" for it in result.bare)
        yield f'<p class="desk"><strong>Not accounted for:</strong> {bare}.</p>'
    yield "<h2>Must be fixed before print</h2>"
    if result.must_fix:
        columns = ("No.", "¶", "Now reads", "Verdict", "Why")
        yield part.table("Claims whose verdict asks for a change", columns, [_fix(it, inks) for it in result.must_fix])
    else:
        yield part.quiet(result.nothing_to_fix)
    if result.high_risk:
        yield "<h2>High risk</h2>"
        rows = [(*_listed(it, inks), escape(it.state)) for it in result.high_risk]
        yield part.table("Claims marked as high risk", ("No.", "¶", "Words", "Verdict", "Work"), rows)
    if result.still_open:
        yield "<h2>Still open</h2>"
        rows_open = [(escape(f"{it.glyph} {it.word}"), str(it.number), escape(it.claims)) for it in result.still_open]
        yield part.table("Claims the checker is not done with", ("Work", "Claims", "No."), rows_open)


def _listed(it: Listed, inks: Inks) -> tuple[str, ...]:
    return part.card_link(it.number), part.place(it.paragraph), part.told(it.quote), part.mark(it.mark, inks)


def _fix(it: Listed, inks: Inks) -> tuple[str, ...]:
    return *_listed(it, inks), part.rich(it.why) or part.quiet("no reason written")


def _checked(report: Report, inks: Inks) -> Iterable[str]:
    yield "<h2>Scope and method</h2>"
    yield from (f"<p>{escape(text)}</p>" for text in report.method)
    for scale in report.scales:
        rows = [(part.mark(it.mark, inks), part.words(it.definition)) for it in scale.values]
        rows.append(('<span class="ink">— not decided</span>', "No verdict stands, whatever else was done."))
        yield part.table(f"{scale.name} {scale.version}. {scale.description}", ("Verdict", "What it means"), rows)
    yield "<h2>Annotated copy</h2>"
    yield legend(report, inks)
    yield copy_section(report, inks)
    yield "<h2>Claims</h2>"
    yield from (_card(it, inks) for it in report.cards)
    if not report.cards:
        yield part.quiet("No claim was marked in this text.")


def _card(it: Card, inks: Inks) -> str:
    place = part.place(it.paragraph) if it.paragraph else "no longer in the text"
    also = ", ".join(f"{again.number} in {part.place(again.paragraph)}" for again in it.repeats)
    risk = ["<strong>high risk</strong>"] if it.high_risk else []
    about = " · ".join([f"{place}{', also ' + also if also else ''}", *map(escape, it.traits), *risk])
    rows = [
        ("Restated", part.paragraph(it.restatement)),
        ("Claimant", part.paragraph(it.claimant)),
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
            f'<a href="#{it.source.key}">{it.source.key}</a> {_source(it.source)}{rest}{excerpt}</li>'
        )
    return f'<ul class="evidence">{"".join(items)}</ul>'


def _source(it: SourcePart) -> str:
    rest = "".join(f" · {part.told(word)}" for word in (it.type, it.publisher, it.person, it.date) if word)
    return f"<strong>{part.told(it.title)}</strong>{rest}"


def _back(report: Report) -> Iterable[str]:
    if report.proposals:
        yield "<h2>Proposals not decided</h2>"
        rows = [
            (part.place(it.paragraph), part.told(it.quote), escape(it.kind), escape(", ".join(it.reasons)))
            for it in report.proposals
        ]
        yield part.table(part.PROPOSALS, ("¶", "Words", "Proposed as", "Because it"), rows)
    yield "<h2>Sources</h2>"
    yield from (
        f'<p id="{it.key}"><strong>{it.key}</strong> {_source(it)} {part.address(it.address)}'
        f" · {escape('for ' + ', '.join(it.claims) if it.claims else 'not used')}</p>"
        for it in report.sources
    )
    if not report.sources:
        yield part.quiet("No source was attached.")
    yield "<h2>Not checked, and why</h2>"
    yield part.table(
        "What was set aside or labelled as no claim",
        ("¶", "What", "Words", "Reason", "By"),
        [
            (
                part.place(it.paragraph),
                escape(it.what),
                part.told(it.quote),
                part.told(it.reason or "none written"),
                part.told(it.by),
            )
            for it in report.not_checked
        ],
    )
    yield from _record(report)


def _record(report: Report) -> Iterable[str]:
    yield "<h2>Versions and change log</h2>"
    yield part.definitions(report.versions)
    yield part.table(
        "Every entry of the record",
        ("Step", "When", "Who", "What", "Claims"),
        [
            (
                str(it.seq),
                escape(it.at),
                part.told(it.person),
                escape(it.what) + " · <strong>in bulk</strong>" * it.in_bulk,
                escape(it.claims),
            )
            for it in report.changes
        ],
    )
    yield "<h2>Signatures</h2><div class='signatures'>"
    rows = [(escape(it.role), part.told(it.name), "", "") for it in report.signatures]
    yield part.table(part.STATEMENT, ("Role", "Name", "Signature", "Date"), rows) + "</div>"
    yield "<h2>How to verify this record</h2>"
    yield from (f"<p>{escape(text)}</p>" for text in report.verify)
    yield part.definitions(report.hashes, mono=True) + "</main>"

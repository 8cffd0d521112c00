"""The report as one HTML page that needs nothing beside it: no script, no picture, no remote address."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import Template

from factdesk.assets import resource
from factdesk.report.html import parts as part
from factdesk.report.html.appendices import appendix_sections
from factdesk.report.html.cards import card
from factdesk.report.html.copy import copy_section, legend
from factdesk.report.html.parts import Inks
from factdesk.report.html.result import result_section
from factdesk.report.parts import Report
from factdesk.report.words import CHANGES, PROPOSALS, STATEMENT, TITLE, visible


def write_html(report: Report) -> str:
    """Return the page. It holds what the PDF holds, in the same order; places are paragraph numbers."""
    inks = Inks()
    body = "\n".join((*_front(report, inks), *_checked(report, inks), *_back(report)))
    page = Template(resource("report", "page.html").read_text(encoding="utf-8"))
    style = resource("report", "report.css").read_text(encoding="utf-8")
    title = escape(visible(f"{TITLE}: {report.head.title}"))
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
    yield from result_section(report.result, report.standing, inks)


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
    yield from (card(it, inks) for it in report.cards)
    if not report.cards:
        yield part.quiet("No claim was marked in this text.")


def _back(report: Report) -> Iterable[str]:
    if report.proposals:
        yield "<h2>Proposals not decided</h2>"
        rows = [
            (part.place(it.paragraph), part.told(it.quote), escape(it.kind), escape(", ".join(it.reasons)))
            for it in report.proposals
        ]
        yield part.table(PROPOSALS, ("¶", "Words", "Proposed as", "Because it"), rows)
    yield "<h2>Sources</h2>"
    yield from (
        f'<p id="{it.key}"><strong>{it.key}</strong> {part.source(it)} {part.address(it.address)}'
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
    yield from appendix_sections(report.appendices)
    yield from _record(report)


def _record(report: Report) -> Iterable[str]:
    yield "<h2>Versions and change log</h2>"
    yield part.definitions(report.versions)
    yield part.table(
        CHANGES,
        ("Steps", "When", "Who", "What", "Claims"),
        [
            (
                it.steps,
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
    yield part.table(STATEMENT, ("Role", "Name", "Signature", "Date"), rows) + "</div>"
    yield "<h2>How to verify this record</h2>"
    yield from (f"<p>{escape(text)}</p>" for text in report.verify)
    yield part.definitions(report.hashes, mono=True) + "</main>"

"""The report as Markdown, for a repository, a wiki or a mail."""

from __future__ import annotations

from collections.abc import Iterable

from factdesk.report.copy_parts import CopyBlock, Run
from factdesk.report.markdown import parts as part
from factdesk.report.markdown.appendices import appendix_blocks
from factdesk.report.markdown.cards import card
from factdesk.report.markdown.parts import words
from factdesk.report.parts import Listed, Report, Result
from factdesk.report.words import CHANGES, PROPOSALS, STATEMENT, TITLE


def write_markdown(report: Report) -> str:
    """Return the report. It holds what the PDF holds, in the same order; places are paragraph numbers."""
    return "\n\n".join(block for block in (*_front(report), *_checked(report), *_back(report)) if block) + "\n"


def _front(report: Report) -> Iterable[str]:
    running = [report.organisation, TITLE, f"case {report.case_number}" if report.case_number else ""]
    yield f"{words(' · '.join(word for word in running if word))} · **{report.standing}**"
    yield f"# {words(report.head.title)}"
    yield f"*{words(report.head.dek)}*" if report.head.dek else ""
    yield part.fields(report.head.details)
    yield " ".join(report.head.flags)
    yield from _result(report)


def _result(report: Report) -> Iterable[str]:
    result = report.result
    yield "## Result"
    rows = [("", "claims", str(result.claims))]
    rows += [(words(it.glyph), words(it.word), str(it.number)) for it in result.verdicts]
    yield part.table(("", "Verdict", "Claims"), rows)
    if result.states:
        yield "Work: " + " · ".join(f"{it.glyph} {it.number} {it.word}" for it in result.states)
    yield f"Text: {result.coverage}{' · **' + result.proposals + '**' if result.proposals else ''}."
    yield f"**{report.standing}** because: {' '.join(result.draft_because)}"
    yield "\n".join(_glance(result))
    yield "## Must be fixed before print"
    if result.must_fix:
        fixes = [(*_listed(it), part.inline(it.why) or "no reason written") for it in result.must_fix]
        yield part.table(("No.", "¶", "Now reads", "Verdict", "Why"), fixes)
    else:
        yield result.nothing_to_fix


def _glance(result: Result) -> Iterable[str]:
    if result.still_open:
        groups = " · ".join(f"{it.glyph} {it.word}: No. {words(it.claims)}" for it in result.still_open)
        yield f"- **Still open:** {groups}"
    for it in result.high_risk:
        place = part.place(it.paragraph)
        yield f"- **High risk:** {words(it.number)} {part.mark(it.mark)}, {place}: “{words(it.short)}”"
    if result.bare:
        bare = " · ".join(f"“{words(it.words)}” ({part.place(it.paragraph)})" for it in result.bare)
        yield f"- **Not accounted for:** {bare}"


def _listed(it: Listed) -> tuple[str, ...]:
    return words(it.number), str(it.paragraph or "–"), words(it.quote), part.mark(it.mark)


def _checked(report: Report) -> Iterable[str]:
    yield "## Scope and method"
    yield from map(words, report.method)
    for scale in report.scales:
        yield words(f"{scale.name} {scale.version}. {scale.description}")
        rows = [(part.mark(it.mark), words(it.definition)) for it in scale.values]
        yield part.table(
            ("Verdict", "What it means"), [*rows, ("— not decided", "No verdict stands, whatever else was done.")]
        )
    yield "## Annotated copy"
    yield "⟦words of a claim⟧ and its number · {words nobody accounted for} · (words that are no claim: label)"
    yield from (_copy_block(it) for it in report.copy)
    yield "## Claims"
    for it in report.cards:
        yield from card(it)
    if not report.cards:
        yield "No claim was marked in this text."


def _copy_block(it: CopyBlock) -> str:
    inner = "".join(map(_run, it.runs))
    body = f"**{inner}**" if it.kind in {"title", "heading"} else inner
    return f"`¶ {it.number}` {'> ' if it.kind == 'quotation' else ''}{body}"


def _run(run: Run) -> str:
    start = "⟦" * len(run.starts)
    end = "".join(f"⟧ **{words(tie.number)} {words(tie.mark.glyph)}**" for tie in run.ends)
    core = words(run.text)
    if run.bare and core:
        core = f"{{{core}}}"
    if run.label and core:
        core = f"({core}: *{run.label}*)"
    left = " " if run.text[:1].isspace() else ""
    right = " " if run.text[-1:].isspace() and core else ""
    return f"{left}{start}{core}{end}{right}"


def _back(report: Report) -> Iterable[str]:
    if report.proposals:
        yield f"## Proposals not decided\n\n{PROPOSALS}"
        rows = [(str(it.paragraph), words(it.quote), it.kind, ", ".join(it.reasons)) for it in report.proposals]
        yield part.table(("¶", "Words", "Proposed as", "Because it"), rows)
    yield "## Sources"
    yield (
        "\n".join(
            f"- **{it.key}** {part.source(it)} {words(it.address)} · "
            f"{'for ' + ', '.join(it.claims) if it.claims else 'not used'}"
            for it in report.sources
        )
        or "No source was attached."
    )
    yield "## Not checked, and why"
    left = [
        (str(it.paragraph or "–"), words(it.what), words(it.quote), words(it.reason) or "none written", words(it.by))
        for it in report.not_checked
    ]
    yield part.table(("¶", "What", "Words", "Reason", "By"), left) if left else "Nothing was set aside."
    yield from appendix_blocks(report.appendices)
    yield "## Versions and change log"
    yield part.fields(report.versions)
    steps = [
        (it.steps, words(it.at), words(it.person), words(it.what) + " · **in bulk**" * it.in_bulk, it.claims)
        for it in report.changes
    ]
    yield f"{CHANGES}\n\n{part.table(('Steps', 'When', 'Who', 'What', 'Claims'), steps)}" if steps else ""
    yield f"## Signatures\n\n{STATEMENT}"
    signatures = [(it.role, words(it.name), "", "") for it in report.signatures]
    yield part.table(("Role", "Name", "Signature", "Date"), signatures)
    yield "## How to verify this record"
    yield from map(words, report.verify)
    yield part.fields(report.hashes)

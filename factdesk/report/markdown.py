"""The report as Markdown, for a repository, a wiki or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factdesk.report.copy_parts import CopyBlock, Mark, Run
from factdesk.report.html_parts import PROPOSALS, STATEMENT, visible
from factdesk.report.markdown_appendices import appendix_blocks
from factdesk.report.parts import Card, EvidencePart, Field, Listed, Report, Result, SourcePart
from factdesk.report.rich_text import Piece, RichBlock, RichText
from factdesk.report.words import TITLE

_SPECIAL = re.compile(r"[\\`*_\[\]]")
_ENTITY = re.compile(r"[<|]|&(?=\w+;|#)")
_PAIRED = ("$", "~")
"""A pair of these is mathematics or struck out in some readers; one alone is itself."""
_AT_START = re.compile(r"^(\s*)([#+>-]|\d+(?=[.)]))", re.MULTILINE)


def write_markdown(report: Report) -> str:
    """Return the report. It holds what the PDF holds, in the same order; places are paragraph numbers."""
    return "\n\n".join(block for block in (*_front(report), *_checked(report), *_back(report)) if block) + "\n"


def words(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is, on one line, in every common reader."""
    line = " ".join(visible(text).split())
    line = _ENTITY.sub(lambda found: f"&#{ord(found[0])};", line)
    line = _SPECIAL.sub(r"\\\g<0>", line)
    for sign in _PAIRED:
        if line.count(sign) > 1:
            line = line.replace(sign, f"&#{ord(sign)};")
    return _AT_START.sub(_escaped_start, line)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\" if found[2].isdecimal() else f"{found[1]}\\{found[2]}"


def _front(report: Report) -> Iterable[str]:
    running = [report.organisation, TITLE, f"case {report.case_number}" if report.case_number else ""]
    yield f"{words(' · '.join(word for word in running if word))} · **{report.standing}**"
    yield f"# {words(report.head.title)}"
    yield f"*{words(report.head.dek)}*" if report.head.dek else ""
    yield _fields(report.head.details)
    yield " ".join(report.head.flags)
    yield from _result(report)


def _result(report: Report) -> Iterable[str]:
    result = report.result
    yield "## Result"
    rows = [("", "claims", str(result.claims))]
    rows += [(words(it.glyph), words(it.word), str(it.number)) for it in result.verdicts]
    yield _table(("", "Verdict", "Claims"), rows)
    if result.states:
        yield "Work: " + " · ".join(f"{it.glyph} {it.number} {it.word}" for it in result.states)
    yield f"Text: {result.coverage}{' · **' + result.proposals + '**' if result.proposals else ''}."
    yield f"**{report.standing}** because: {' '.join(result.draft_because)}"
    yield "\n".join(_glance(result))
    yield "## Must be fixed before print"
    if result.must_fix:
        fixes = [(*_listed(it), _inline(it.why) or "no reason written") for it in result.must_fix]
        yield _table(("No.", "¶", "Now reads", "Verdict", "Why"), fixes)
    else:
        yield result.nothing_to_fix


def _glance(result: Result) -> Iterable[str]:
    if result.still_open:
        groups = " · ".join(f"{it.glyph} {it.word}: No. {words(it.claims)}" for it in result.still_open)
        yield f"- **Still open:** {groups}"
    for it in result.high_risk:
        yield f"- **High risk:** {words(it.number)} {_mark(it.mark)}, {_place(it.paragraph)}: “{words(it.short)}”"
    if result.bare:
        bare = " · ".join(f"“{words(it.words)}” ({_place(it.paragraph)})" for it in result.bare)
        yield f"- **Not accounted for:** {bare}"


def _place(paragraph: int | None) -> str:
    return f"¶ {paragraph}" if paragraph else "no longer in the text"


def _listed(it: Listed) -> tuple[str, ...]:
    return words(it.number), str(it.paragraph or "–"), words(it.quote), _mark(it.mark)


def _checked(report: Report) -> Iterable[str]:
    yield "## Scope and method"
    yield from map(words, report.method)
    for scale in report.scales:
        yield words(f"{scale.name} {scale.version}. {scale.description}")
        rows = [(_mark(it.mark), words(it.definition)) for it in scale.values]
        yield _table(
            ("Verdict", "What it means"), [*rows, ("— not decided", "No verdict stands, whatever else was done.")]
        )
    yield "## Annotated copy"
    yield "⟦words of a claim⟧ and its number · {words nobody accounted for} · (words that are no claim: label)"
    yield from (_copy_block(it) for it in report.copy)
    yield "## Claims"
    for card in report.cards:
        yield from _card(card)
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


def _card(it: Card) -> Iterable[str]:
    yield f"### {words(it.number)} · {_mark(it.mark)}"
    also = ", ".join(f"{again.number} in ¶ {again.paragraph}" for again in it.repeats)
    risk = ["**high risk**"] if it.high_risk else []
    yield " · ".join(
        [f"{_place(it.paragraph)}{', also ' + also if also else ''}", *it.traits, *risk, f"{it.state_glyph} {it.state}"]
    )
    yield f"> {words(it.quote)}" if it.quote else ""
    yield _named("Restated", it.restatement)
    yield _named("Claimant", it.claimant)
    told = [f"- {words(a.number)} in ¶ {a.paragraph}: “{words(a.quote)}” · {words(a.wording)}" for a in it.repeats]
    yield "**Told again.**\n\n" + "\n".join(told) if told else ""
    yield f"**Verdict.** {words(it.verdict or 'None. This claim is not decided.')} {words(it.given)}".rstrip()
    yield _named("Set aside", it.set_aside)
    yield f"**Why.**\n\n{_rich(it.rationale)}" if it.rationale else ""
    yield _evidence(it.evidence)
    yield f"**Note.**\n\n{_rich(it.note)}" if it.note else ""
    yield words(it.made)


def _evidence(evidence: Sequence[EvidencePart]) -> str:
    if not evidence:
        return "**Evidence.** None was attached."
    return "**Evidence.**\n\n" + "\n".join(_item(it) for it in evidence)


def _item(it: EvidencePart) -> str:
    excerpt = f"“{words(it.excerpt)}”" if it.excerpt else ""
    rest = [words(it.locator), f"accessed {words(it.accessed)}" if it.accessed else "", excerpt]
    line = " · ".join([_source(it.source), *(word for word in rest if word)])
    return f"- **{it.bearing_glyph} {it.bearing}** {it.source.key} {line}"


def _source(it: SourcePart) -> str:
    rest = (it.type, it.publisher, it.person, it.date)
    return " · ".join([f"**{words(it.title)}**", *(words(word) for word in rest if word)])


def _back(report: Report) -> Iterable[str]:
    if report.proposals:
        yield f"## Proposals not decided\n\n{PROPOSALS}"
        rows = [(str(it.paragraph), words(it.quote), it.kind, ", ".join(it.reasons)) for it in report.proposals]
        yield _table(("¶", "Words", "Proposed as", "Because it"), rows)
    yield "## Sources"
    yield (
        "\n".join(
            f"- **{it.key}** {_source(it)} {words(it.address)} · "
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
    yield _table(("¶", "What", "Words", "Reason", "By"), left) if left else "Nothing was set aside."
    yield from appendix_blocks(report.appendices, words, _table)
    yield "## Versions and change log"
    yield _fields(report.versions)
    steps = [
        (str(it.seq), words(it.at), words(it.person), words(it.what) + " · **in bulk**" * it.in_bulk, it.claims)
        for it in report.changes
    ]
    yield _table(("Step", "When", "Who", "What", "Claims"), steps) if steps else ""
    yield f"## Signatures\n\n{STATEMENT}"
    yield _table(("Role", "Name", "Signature", "Date"), [(it.role, words(it.name), "", "") for it in report.signatures])
    yield "## How to verify this record"
    yield from map(words, report.verify)
    yield _fields(report.hashes)


def _named(label: str, text: str) -> str:
    return f"**{label}.** {words(text)}" if text else ""


def _fields(fields: Sequence[Field]) -> str:
    return "\n".join(f"- {it.label}: {words(it.text)}" for it in fields)


def _mark(mark: Mark) -> str:
    return words(f"{mark.glyph} {mark.word}")


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rich(text: RichText) -> str:
    made = ""
    for before, it in zip((None, *text), text, strict=False):
        same_list = before and before.kind == it.kind == "item"
        made += ("\n" if same_list else "\n\n" if before else "") + _rich_block(it)
    return made


def _rich_block(it: RichBlock) -> str:
    inner = "".join(map(_piece, it.pieces))
    if it.kind == "item":
        return f"{'   ' * (it.level - 1)}{'-' if it.marker == '•' else it.marker or ' '} {inner}"
    if it.kind == "quotation":
        return f"> {inner}"
    return f"**{inner}**" if it.kind == "heading" else inner


def _inline(text: RichText) -> str:
    return " ".join(f"{it.marker} {''.join(map(_piece, it.pieces))}".strip() for it in text)


def _piece(piece: Piece) -> str:
    core = words(piece.text)
    if not core:
        return piece.text[:1] and " "
    for wanted, sign in ((piece.code and "`" not in core, "`"), (piece.bold, "**"), (piece.italic, "*")):
        core = f"{sign}{core}{sign}" if wanted else core
    core = f"[{core}]({piece.link})" if piece.link else core
    return f"{' ' * piece.text[:1].isspace()}{core}{' ' * piece.text[-1:].isspace()}"

"""The claim cards as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factdesk.report.markdown import parts as part
from factdesk.report.markdown.parts import words
from factdesk.report.parts import Card, EvidencePart


def card(it: Card) -> Iterable[str]:
    """Yield the blocks of one claim's card; an empty one is not written."""
    yield f"### {words(it.number)} · {part.mark(it.mark)}"
    also = ", ".join(f"{again.number} in ¶ {again.paragraph}" for again in it.repeats)
    place = f"{part.place(it.paragraph)}{', also ' + also if also else ''}"
    risk = ["**high risk**"] if it.high_risk else []
    yield " · ".join([place, *it.traits, *risk, f"{it.state_glyph} {it.state}"])
    yield f"> {words(it.quote)}" if it.quote else ""
    yield _named("Restated", it.restatement)
    yield _named("Claimant", it.claimant)
    told = [f"- {words(a.number)} in ¶ {a.paragraph}: “{words(a.quote)}” · {words(a.wording)}" for a in it.repeats]
    yield "**Told again.**\n\n" + "\n".join(told) if told else ""
    yield f"**Verdict.** {words(it.verdict or 'None. This claim is not decided.')} {words(it.given)}".rstrip()
    yield _named("Set aside", it.set_aside)
    yield f"**Why.**\n\n{part.rich(it.rationale)}" if it.rationale else ""
    yield _evidence(it.evidence)
    yield f"**Note.**\n\n{part.rich(it.note)}" if it.note else ""
    yield words(it.made)


def _evidence(evidence: Sequence[EvidencePart]) -> str:
    if not evidence:
        return "**Evidence.** None was attached."
    return "**Evidence.**\n\n" + "\n".join(_item(it) for it in evidence)


def _item(it: EvidencePart) -> str:
    excerpt = f"“{words(it.excerpt)}”" if it.excerpt else ""
    rest = [words(it.locator), f"accessed {words(it.accessed)}" if it.accessed else "", excerpt]
    line = " · ".join([part.source(it.source), *(word for word in rest if word)])
    return f"- **{it.bearing_glyph} {it.bearing}** {it.source.key} {line}"


def _named(label: str, text: str) -> str:
    return f"**{label}.** {words(text)}" if text else ""

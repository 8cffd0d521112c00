"""How a claim looks: the one place that decides whether a verdict may show as one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factdesk.model.case import Case
from factdesk.model.claim import Claim, State
from factdesk.model.scale import Scale, ScaleValue
from factdesk.report.copy_parts import Mark
from factdesk.report.parts import Count, KeyValue, Report, ScaleKey
from factdesk.report.words import state_words
from factdesk.rules.shapes import STATES

GREY_LIGHT, GREY_DARK = "#4b5560", "#c3cad2"

_COLOUR = re.compile(r"#[0-9a-f]{6}")

UNDECIDED = Mark("—", "not decided", GREY_LIGHT, GREY_DARK, "dotted", decided=False)
"""The look of every claim without a verdict; no value of a scale may look like it."""

QUIET = frozenset({"opinion", "prediction", "question"})
"""Labels whose words are set in grey: the article's own, but nothing to check. Headings are not among them."""

_VOID = frozenset({State.STALE, State.GONE, State.RETURNED, State.SET_ASIDE})
"""States in which a verdict that was given does not stand: it is told, but not shown as one."""


def mark_of(claim: Claim, case: Case) -> Mark:
    """Return the look of ``claim``: its verdict's, or that of being undecided."""
    value = value_of(claim, case)
    if claim.state in _VOID:
        sign = STATES[claim.state]
        was = f", was “{value.label}”" if value else ""
        return replace(UNDECIDED, glyph=sign.glyph, word=sign.word + was)
    if value is None or claim.verdict is None:
        return UNDECIDED
    return look(value, case.scales[claim.verdict.scale_id])


def value_of(claim: Claim, case: Case) -> ScaleValue | None:
    """Return the scale's value of the claim's verdict, or None where there is no verdict."""
    return case.scales[claim.verdict.scale_id].value(claim.verdict.value) if claim.verdict else None


def look(value: ScaleValue, scale: Scale) -> Mark:
    """Return the look of one value of a scale."""
    underline = "dashed" if value.underline == "dotted" else value.underline  # dotted means: not decided
    light = value.light if _COLOUR.fullmatch(value.light) else GREY_LIGHT  # an old desk may hold anything
    dark = value.dark if _COLOUR.fullmatch(value.dark) else GREY_DARK
    return Mark(value.glyph, value.label, light, dark, underline, decided=True, verified=value.id == scale.verified)


def counts_by_mark(claims: Iterable[Claim], case: Case) -> tuple[Count, ...]:
    """Count claims by how they look: verdicts in the scale's order, then what is not decided."""
    marks = [mark_of(claim, case) for claim in claims]
    order = [look(value, scale) for scale in _scales(case) for value in scale.values]
    found = [_count(mark, marks.count(mark)) for mark in order if mark in marks]
    glyphs = [(mark.glyph, mark.word.split(",")[0]) for mark in marks if not mark.decided]
    for glyph, word in sorted(set(glyphs), key=lambda pair: (pair[0] != UNDECIDED.glyph, pair)):
        found.append(_count(replace(UNDECIDED, glyph=glyph, word=word), glyphs.count((glyph, word))))
    return tuple(found)


def counts_by_state(claims: Iterable[Claim]) -> tuple[Count, ...]:
    """Count claims by where the work stands, in the order of the work."""
    signs = [(claim.state, state_words(claim)) for claim in claims]
    order = list(State)
    groups = sorted(set(signs), key=lambda pair: (order.index(pair[0]), pair[1].word))
    return tuple(Count(sign.glyph, sign.word, signs.count((state, sign))) for state, sign in groups)


def scale_keys(case: Case) -> tuple[ScaleKey, ...]:
    """Explain every scale of the case."""
    return tuple(
        ScaleKey(
            name=scale.name,
            version=scale.version,
            description=scale.description,
            values=tuple(KeyValue(mark=look(value, scale), definition=value.definition) for value in scale.values),
        )
        for scale in _scales(case)
    )


def marks_in_use(report: Report) -> tuple[Mark, ...]:
    """Return each look that the annotated copy shows, once: decided ones first."""
    marks = dict.fromkeys(tie.mark for block in report.copy for run in block.runs for tie in run.ties)
    return tuple(sorted(marks, key=lambda mark: not mark.decided))


def _scales(case: Case) -> list[Scale]:
    return [case.scales[key] for key in sorted(case.scales)]


def _count(mark: Mark, number: int) -> Count:
    return Count(mark.glyph, mark.word, number, mark.light, mark.dark, mark.decided)

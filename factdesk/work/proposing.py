"""Proposing claims further on in a long text: a part when a person asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factdesk.model.case import Case
from factdesk.model.draft import Furniture
from factdesk.model.segment import Label
from factdesk.model.suggestion import Suggestion
from factdesk.model.version import Block, BlockKind
from factdesk.rules.suggestions.learning import decided, habits, reweighed
from factdesk.rules.suggestions.reach import next_part
from factdesk.rules.suggestions.suggest import METHOD, SPOKEN_METHOD, Told, suggest_told
from factdesk.text.spans import Span
from factdesk.work.edits.suggestion import ProposeSuggestions
from factdesk.work.jobs import Job, Watch, step

_OPENING = "opening"
"""A reason only the first part can have."""


def further_job(case: Case, decisions: Iterable[Suggestion]) -> Job[ProposeSuggestions | None]:
    """Return the job that proposes claims in the next part of a case's text; None where there is no next part.

    The part is ranked as an article of its own under the text's headline, by the method of what was proposed before.

    Args:
        decisions: what the desk decided before, to rank by.
    """

    def job(watch: Watch) -> ProposeSuggestions | None:
        part = next_part(case.version, case.suggestions, case.segments)
        return None if part is None else _proposed(case, part, decisions, watch)

    return job


def _proposed(case: Case, part: Span, decisions: Iterable[Suggestion], watch: Watch) -> ProposeSuggestions:
    method = case.suggestions[-1].method if case.suggestions else METHOD
    spoken = method.startswith(SPOKEN_METHOD)
    aside = tuple(
        Furniture(one.anchor.span, one.reason)
        for one in case.segments
        if one.label is Label.FURNITURE and one.anchor.span.overlaps(part)
    )
    found = suggest_told(
        case.version.text,
        _blocks(case, part),
        aside,
        Told(case.article.details.language, spoken),
        on_progress=lambda done, total: step(watch, done, total),
    )
    own = tuple(
        replace(one, reasons=tuple(reason for reason in one.reasons if reason.code != _OPENING))
        for one in found
        if one.span.start >= part.start
    )
    learned = habits(decided(decisions))
    if learned.lifts:
        own = reweighed(own, learned)
    return ProposeSuggestions(version_id=case.version.id, proposed=own, method=method)


def _blocks(case: Case, part: Span) -> tuple[Block, ...]:
    """Return the blocks of a part, under the title of the text."""
    blocks = case.version.blocks
    title = (block for block in blocks[:3] if block.kind is BlockKind.TITLE and block.span.end <= part.start)
    return (*title, *(block for block in blocks if part.holds(block.span)))

"""What the registers and the hedge ladder read of an article: its text without what the page hung on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factdesk.model.case import Case
from factdesk.model.draft import Draft, Furniture, ProposedSuggestion
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision, SuggestionKind
from factdesk.model.version import Block
from factdesk.rules.tellings.statements import Family, Pair
from factdesk.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One text to be read by the rules.

    Attributes:
        furniture: stretches that are not the article's own.
        language: BCP 47 tag as the article states it; may be empty.
        written_on: the article's date as ISO day; may be empty.
        sourced: stretches that have a source: words of claims with evidence, and links of the article's own.
        linked: places that a person said tell one statement, the head first.
        apart: pairs of places that a person said do not.
    """

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    language: str = ""
    written_on: str = ""
    sourced: tuple[Span, ...] = ()
    linked: tuple[Family, ...] = ()
    apart: tuple[Pair, ...] = ()


def reading_of(case: Case) -> Reading:
    """Return what is to be read of a case. What a person restored to the article belongs to it again."""
    labelled = [segment.anchor.span for segment in case.segments if segment.label is Label.FURNITURE]
    kept = (s for s in case.suggestions if s.decision is not Decision.REJECTED)
    proposed = [s.span for s in kept if s.kind is SuggestionKind.FURNITURE]
    with_evidence = {item.claim_id for item in case.evidence}
    sourced = [s.anchor.span for s in case.segments if s.claim_id in with_evidence]
    return Reading(
        text=case.version.text,
        blocks=case.version.blocks,
        furniture=_pieces([*labelled, *proposed]),
        language=case.article.details.language,
        written_on=case.article.details.published,
        sourced=tuple(sorted([*sourced, *(link.span for link in case.version.links)])),
        linked=tuple(sorted(_linked(case))),
        apart=tuple((one.span, one.of) for one in case.rejected_repeats),
    )


def _linked(case: Case) -> Iterator[Family]:
    heads = case.words_of()
    for claim, tellings in case.tellings_of().items():
        if claim in heads:
            yield (heads[claim].anchor.span, *sorted(one.anchor.span for one in tellings))


def reading_of_draft(draft: Draft, suggestions: Iterable[ProposedSuggestion]) -> Reading:
    """Return what is to be read of an article that is in no desk yet."""
    aside = [s.span for s in suggestions if s.kind is SuggestionKind.FURNITURE]
    return Reading(
        text=draft.text,
        blocks=draft.blocks,
        furniture=_pieces([*aside, *(piece.span for piece in draft.furniture)]),
        language=draft.details.language,
        written_on=draft.details.published,
        sourced=tuple(sorted(link.span for link in draft.links)),
    )


def _pieces(spans: Iterable[Span]) -> tuple[Furniture, ...]:
    """Return the stretches joined, so that none is counted twice."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(Furniture(span, "") for span in joined)

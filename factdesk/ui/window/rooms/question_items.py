"""The questions of a case as they are listed: what is still to be decided first, then what is asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId
from factdesk.model.query import QueryKind
from factdesk.rules.author.letters import numbered
from factdesk.rules.author.questions import Question, still_open, words_about
from factdesk.text.spans import Span
from factdesk.ui.questions.items import Item

_NEAR = 8
"""How many claims that begin before a place are looked at for one that holds it; they hardly ever nest deeper."""


def items(case: Case, proposed: Sequence[Question], numbers: Mapping[ClaimId, str], looked_at: bool) -> Iterator[Item]:
    """Return a row for each question.

    Args:
        looked_at: somebody sees them, and each proposal is to name the claims it is about.
    """
    text, about = case.version.text, _claims_about(case, numbers, looked_at)
    for question in still_open(proposed, case.queries):
        beside = question.beside
        yield Item(
            kind=question.kind,
            question=question.words,
            span=question.span,
            about=text[slice(*question.span)],
            earlier=text[slice(*beside)] if beside and question.kind is QueryKind.CERTAINTY else "",
            claim_number=about(question.places),
        )
    for one in numbered(case.queries):
        claim = one.query.claim_id
        yield Item(
            kind=one.query.kind,
            question=one.query.question,
            span=one.query.span if one.query.version_id == case.version.id else None,
            about=words_about(case, one.query),
            number=one.number,
            query=one.query,
            claim_id=claim,
            claim_number=numbers.get(claim, "") if claim else "",
        )


def _claims_about(case: Case, numbers: Mapping[ClaimId, str], looked_at: bool) -> Callable[[Sequence[Span]], str]:
    """Return what names the claims whose words hold some places: "2, 5"; nothing while nobody looks."""
    words = [one for one in case.segments if one.claim_id is not None] if looked_at else []
    starts = [one.anchor.start for one in words]

    def held(place: Span) -> str:
        last = bisect_right(starts, place.start)
        over = (one for one in reversed(words[max(0, last - _NEAR) : last]) if one.anchor.end > place.start)
        return next((numbers.get(one.claim_id, "") for one in over if one.claim_id), "")

    return lambda places: ", ".join(dict.fromkeys(filter(None, map(held, places))))

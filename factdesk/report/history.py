"""The change log: every entry of the record, in words."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.model.case import Case
from factdesk.model.event import Event
from factdesk.model.ids import ClaimId
from factdesk.report.parts import Change
from factdesk.report.words import count, moment, ranges

_LINKED_TOGETHER = "Link tellings"
"""Label of a step that linked several tellings at once; one alone is "Link telling"."""


def changes(case: Case, numbers: dict[ClaimId, str], events: Sequence[Event]) -> tuple[Change, ...]:
    """Write the events in the order in which they happened."""
    bulk = {suggestion.decided_at for suggestion in case.suggestions if suggestion.in_bulk}
    in_bulk = {claim.id for claim in case.claims if claim.origin == "in-bulk"}
    order = {claim.id: n for n, claim in enumerate(case.claims)}
    return tuple(
        Change(
            seq=event.seq,
            at=moment(event.at),
            person=event.person,
            what=_what(event),
            claims=_claims(event, numbers, order),
            in_bulk=(event.kind == "LinkTellings" and event.label == _LINKED_TOGETHER)
            or (
                event.kind == "AcceptSuggestions"
                and (event.at in bulk or bool(in_bulk.intersection(map(ClaimId, event.claims))))
            ),
        )
        for event in sorted(events, key=lambda event: event.seq)
    )


def _what(event: Event) -> str:
    if event.of is None:
        return event.label
    return f"{'Undo' if event.kind == 'undo' else 'Redo'} of step {event.of}: {event.label}"


def _claims(event: Event, numbers: dict[ClaimId, str], order: dict[ClaimId, int]) -> str:
    known = sorted((claim for claim in map(ClaimId, event.claims) if claim in numbers), key=lambda claim: order[claim])
    missing = len(event.claims) - len(known)
    parts = [ranges(numbers[claim] for claim in known)] if known else []
    if missing:
        parts.append(f"{count(missing, 'claim')} no longer there")
    return "; ".join(parts)

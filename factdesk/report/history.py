"""The change log: every entry of the record, in words; what one person did in a run stands in one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factdesk.model.case import Case
from factdesk.model.event import Event
from factdesk.model.ids import ClaimId
from factdesk.report.parts import Change
from factdesk.report.words import count, period, ranges

_LINKED_TOGETHER = "Link tellings"
"""Label of a step that linked several tellings at once; one alone is "Link telling"."""

_CHECKING = frozenset({
    "AcceptSuggestions", "SetVerdict", "SetAsOf", "MoveClaim", "EditClaim", "AttachSource", "EditSource", "MoveSource",
    "AcceptRemark",
})  # fmt: skip
"""Kinds of steps that take turns while claims are checked: they make one run."""
_FINDINGS = frozenset({"SetVerdict", "MoveClaim"})
"""Of these, what is found again of the same claim is another finding, and begins a run of its own."""


def changes(case: Case, numbers: dict[ClaimId, str], events: Sequence[Event]) -> tuple[Change, ...]:
    """Write the events in the order in which they happened."""
    bulk = {suggestion.decided_at for suggestion in case.suggestions if suggestion.in_bulk}
    in_bulk = {claim.id for claim in case.claims if claim.origin == "in-bulk"}
    order = {claim.id: n for n, claim in enumerate(case.claims)}

    def at_once(event: Event) -> bool:
        return (event.kind == "LinkTellings" and event.label == _LINKED_TOGETHER) or (
            event.kind == "AcceptSuggestions"
            and (event.at in bulk or bool(in_bulk.intersection(map(ClaimId, event.claims))))
        )

    in_order = sorted(events, key=lambda event: event.seq)
    alone = {event.seq for event in in_order if event.of is not None or at_once(event)}
    return tuple(
        Change(
            steps=str(run[0].seq) if len(run) == 1 else f"{run[0].seq}–{run[-1].seq}",
            at=period(run[0].at, run[-1].at),
            person=run[0].person,
            what=_what(run),
            claims=_claims(run, numbers, order),
            in_bulk=at_once(run[0]),
        )
        for run in _runs(in_order, alone)
    )


def _runs(events: Sequence[Event], alone: set[int]) -> Iterator[list[Event]]:
    """Yield the events in runs: of one person, of one day, of the like; ``alone`` are those that make no run."""
    run: list[Event] = []
    found: set[tuple[str, str]] = set()
    for event in events:
        finds = {(event.kind, claim) for claim in event.claims} if event.kind in _FINDINGS else set()
        if run and ({run[-1].seq, event.seq} & alone or not _alike(run[-1], event) or finds & found):
            yield run
            run, found = [], set()
        run.append(event)
        found |= finds
    if run:
        yield run


def _alike(before: Event, event: Event) -> bool:
    """Say whether an event goes on with what the one before it did."""
    same_work = before.label == event.label or {before.kind, event.kind} <= _CHECKING
    return same_work and (before.person, before.at[:10]) == (event.person, event.at[:10])


def _what(run: Sequence[Event]) -> str:
    first = run[0]
    if first.of is not None:
        return f"{'Undo' if first.kind == 'undo' else 'Redo'} of step {first.of}: {first.label}"
    times = Counter(event.label for event in run)
    return ", ".join(label if n == 1 else f"{label} × {n:,}" for label, n in times.items())


def _claims(run: Sequence[Event], numbers: dict[ClaimId, str], order: dict[ClaimId, int]) -> str:
    named = {ClaimId(claim) for event in run for claim in event.claims}
    known = sorted(named & numbers.keys(), key=lambda claim: order[claim])
    missing = len(named) - len(known)
    parts = [ranges(numbers[claim] for claim in known)] if known else []
    if missing:
        parts.append(f"{count(missing, 'claim')} no longer there")
    return "; ".join(parts)

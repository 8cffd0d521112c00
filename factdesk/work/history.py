"""The record as it is told: which steps are in force, which can still be taken back, and like ones together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from factdesk.model.event import Event
from factdesk.model.ids import ArticleId
from factdesk.store.journal import BARRIERS
from factdesk.work.aside import read_aside
from factdesk.work.jobs import Job, Watch, making_what_stays, step
from factdesk.work.session import Session

FOLDED_FROM = 3
"""Like steps that stand together in one run; two are read as quickly as they are opened."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of the steps of a record.

    Attributes:
        undone: ``seq`` of each step that was taken back and not done again.
        undoable: ``seq`` of each step that repeated *Undo* would take back, in that order: newest first.
    """

    undone: frozenset[int]
    undoable: tuple[int, ...]


def standing(events: Sequence[Event], person: str) -> Standing:
    """Say what stands of ``events``, the whole record of a desk, for the person at it.

    Only the person's own steps can be taken back, and none before a barrier (``work.undo``). A step
    whose rows somebody changed since refuses only when it is tried.
    """
    settled: dict[int, str] = {}
    undoable: list[int] = []
    open_to_undo = True
    for event in reversed(events):
        open_to_undo = open_to_undo and event.kind not in BARRIERS
        if event.of is not None:
            settled.setdefault(event.of, event.kind)  # the newest word about a step is the one that holds
        elif open_to_undo and event.person == person and settled.get(event.seq) != "undo":
            undoable.append(event.seq)
    undone = frozenset(seq for seq, kind in settled.items() if kind == "undo")
    return Standing(undone, tuple(undoable))


@dataclass(frozen=True, slots=True)
class Run:
    """Like steps one after the other, newest first, or one step alone, and the claims they touched."""

    steps: tuple[Event, ...]
    claims: frozenset[str]

    @classmethod
    def of(cls, steps: Sequence[Event]) -> Run:
        return cls(tuple(steps), frozenset().union(*(one.claims for one in steps)))


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record of a desk for the person at it.

    Attributes:
        runs: newest first.
        undone: as in ``Standing``.
        order: ``seq`` of each step that repeated *Undo* would take back → how many that are with it.
        titles: title of each article by its id.
    """

    runs: tuple[Run, ...] = ()
    undone: frozenset[int] = frozenset()
    order: Mapping[int, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def record(events: Sequence[Event], person: str, titles: Mapping[str, str] | None = None) -> Record:
    """Tell ``events``, the whole record of a desk, oldest first, to a person."""
    stands = standing(events, person)
    order = {seq: nth for nth, seq in enumerate(stands.undoable, start=1)}

    def likeness(event: Event) -> tuple[object, ...]:
        now = event.seq in stands.undone, event.seq in order
        return event.person, event.kind, event.label, event.article_id, event.of is None, now

    runs: list[Run] = []
    for _, like in groupby(reversed(events), likeness):
        steps = list(like)
        runs += [Run.of(steps)] if len(steps) >= FOLDED_FROM else [Run.of([one]) for one in steps]
    return Record(tuple(runs), stands.undone, order, titles or {})


def record_job(session: Session) -> Job[Record]:
    """Return the job that reads the whole record; a hundred thousand steps take seconds."""
    person = session.person.name
    read = read_aside(session, lambda desk: (desk.events(), _titles(desk)))

    def job(watch: Watch) -> Record:
        with making_what_stays():
            step(watch, 0, 2)
            events, titles = read(watch)
            step(watch, 1, 2)
            return record(events, person, titles)

    return job


def past_job(session: Session, article: ArticleId, claim: str) -> Job[tuple[Event, ...]]:
    """Return the job that reads the steps that touched a claim, oldest first."""
    read = read_aside(session, lambda desk: desk.events(article))
    return lambda watch: tuple(event for event in read(watch) if claim in event.claims)


def _titles(session: Session) -> dict[str, str]:
    return {str(card.id): card.title for card in session.articles()}

"""Which steps of the record are in force, and which of them can still be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.model.event import Event
from factdesk.store.journal import BARRIERS


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

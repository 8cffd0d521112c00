"""What a session keeps in mind of its desk: asked for at every key, and read again only once it changed."""

from __future__ import annotations

from factdesk.model.event import Changes
from factdesk.model.scale import Scale
from factdesk.model.source import Source
from factdesk.store.desk import Desk
from factdesk.store.tables.scales import SCALE
from factdesk.store.tables.sources import SOURCE
from factdesk.work.undo import next_steps


class Known:
    """The scale in force, the sources, the words half typed, and what undo and redo would do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._scale: Scale | None = None
        self._sources: tuple[Source, ...] | None = None
        self._typed: dict[str, dict[str, str]] | None = None
        self._labels: tuple[str | None, str | None] | None = None

    def scale(self) -> Scale:
        """Return the scale under which new verdicts are given."""
        if self._scale is None:
            self._scale = self._desk.fact(SCALE, self._desk.row().scale_id)
        assert self._scale is not None, "a foreign key holds it"  # noqa: S101
        return self._scale

    def sources(self) -> tuple[Source, ...]:
        """Return every source of the desk, by title."""
        if self._sources is None:
            self._sources = self._desk.facts(SOURCE, "1 ORDER BY title, id")
        return self._sources

    def typed(self, row_id: str) -> dict[str, str]:
        """Return the half-typed text of a row by field."""
        if self._typed is None:
            self._typed = self._desk.typed()
        return self._typed.get(row_id, {})

    def labels(self, person: str) -> tuple[str | None, str | None]:
        """Return what undo by ``person`` would take back and redo would do again, by label.

        Args:
            person: who works here; where it is another one, ``others_wrote`` was called.
        """
        if self._labels is None:
            undo, redo = next_steps(self._desk, person)
            self._labels = undo.label if undo else None, redo.label if redo else None
        return self._labels

    # --- what changed

    def changed(self, changes: Changes) -> None:
        """Let go of what these changes touched."""
        if changes.ids("desk") or changes.ids("scale"):
            self._scale = None
        if changes.ids("source"):
            self._sources = None

    def others_wrote(self) -> None:
        """Let go of what no ``changes`` tell of: somebody else may have typed, or taken a step for the same person."""
        self._labels = self._typed = None

    def typing(self, row_id: str, field: str, text: str | None) -> None:
        """Take over what was just kept of a field; None where it was forgotten."""
        if self._typed is not None:
            fields = {name: kept for name, kept in self._typed.get(row_id, {}).items() if name != field}
            self._typed[row_id] = fields if text is None else {**fields, field: text}

    def next_is(self, label: str | None) -> None:
        """Take over that undo would take back the step of this label, and redo none; None: that is not known."""
        self._labels = None if label is None else (label, None)

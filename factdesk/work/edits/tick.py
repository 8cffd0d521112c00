"""Edits to ticks: several at once are one step."""

from __future__ import annotations

from dataclasses import dataclass, field

from factdesk.model.ids import ArticleId, TickId, VersionId, new_id
from factdesk.model.tick import Register, Tick
from factdesk.store.tables.ticks import TICK
from factdesk.store.writer import Writer
from factdesk.text.spans import Span
from factdesk.work.edits.edit import Stamp, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One stretch to be ticked, and the id of its tick."""

    span: Span
    tick_id: TickId = field(default_factory=lambda: TickId(new_id()))


@dataclass(frozen=True, slots=True, kw_only=True)
class TickStretches:
    """Tick words of claims or entries of a register. What is ticked already stays as it is.

    Raises (``apply``):
        NotAllowedError: a span is empty.
    """

    version_id: VersionId
    register: Register
    strokes: tuple[Stroke, ...]

    @property
    def label(self) -> str:
        return f"Tick {self.register}"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        article = writer.article_of(self.version_id)
        for stroke in self.strokes:
            if not 0 <= stroke.span.start < stroke.span.end:
                raise refused("there are no words to tick", "Choose a word or an entry.")
            if _ticked(writer, self.version_id, self.register, stroke.span) is None:
                writer.save(TICK, Tick(
                    id=stroke.tick_id, version_id=self.version_id, register=self.register, span=stroke.span,
                    made_at=stamp.at, made_by=stamp.person.name,
                ))  # fmt: skip
        return article


@dataclass(frozen=True, slots=True, kw_only=True)
class UntickStretches:
    """Take ticks away. What is not ticked stays as it is."""

    version_id: VersionId
    register: Register
    spans: tuple[Span, ...]

    @property
    def label(self) -> str:
        return f"Untick {self.register}"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        for span in self.spans:
            tick = _ticked(writer, self.version_id, self.register, span)
            if tick is not None:
                writer.remove(TICK, tick.id)
        return writer.article_of(self.version_id)


def _ticked(writer: Writer, version_id: VersionId, register: Register, span: Span) -> Tick | None:
    on_it = writer.overlapping(TICK, version_id, span)
    return next((tick for tick in on_it if (tick.register, tick.span) == (register, span)), None)

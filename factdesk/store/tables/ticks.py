"""Ticks as rows."""

from __future__ import annotations

from factdesk.model.ids import TickId, VersionId
from factdesk.model.tick import Register, Tick
from factdesk.store.tables.rows import Row, Table, members
from factdesk.text.spans import Span

_REGISTERS = members(Register)


def _row(tick: Tick) -> Row:
    return {
        "id": tick.id,
        "version_id": tick.version_id,
        "register": str(tick.register),
        "start_at": tick.span.start,
        "end_at": tick.span.end,
        "made_at": tick.made_at,
        "made_by": tick.made_by,
    }


def _tick(row: Row) -> Tick:
    return Tick(
        id=TickId(str(row["id"])),
        version_id=VersionId(str(row["version_id"])),
        register=_REGISTERS[row["register"]],
        span=Span(int(row["start_at"] or 0), int(row["end_at"] or 0)),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
    )


TICK = Table("tick", _row, _tick)

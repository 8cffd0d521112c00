"""Edits to the desk itself: whose it is and which scale new verdicts are given under."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.scale import Scale
from factdesk.store.tables.scales import DESK, SCALE
from factdesk.store.writer import Writer
from factdesk.work.edits.edit import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDesk:
    """Set the organisation printed on reports and the desk's scale; verdicts given keep theirs."""

    desk_id: str
    organisation: str
    scale: Scale = field(metadata={"journal": False})

    label = "Desk settings"

    def apply(self, writer: Writer, stamp: Stamp) -> None:
        if not writer.has(SCALE, self.scale.id):
            writer.save(SCALE, self.scale)
        row = writer.load(DESK, self.desk_id)
        writer.save(DESK, replace(row, organisation=self.organisation, scale_id=self.scale.id))

"""Scales and the desk's own row."""

from __future__ import annotations

from msgspec import Struct, to_builtins
from msgspec.json import decode
from msgspec.structs import asdict

from factdesk.model.ids import ScaleId
from factdesk.model.scale import Scale, ScaleValue
from factdesk.store.tables.rows import Row, Table, canonical


class DeskRow(Struct, frozen=True, kw_only=True):
    """What the desk says of itself.

    Attributes:
        organisation: printed at the head of the report; may be empty.
        scale_id: the scale under which new verdicts are given.
    """

    id: str
    organisation: str
    scale_id: ScaleId
    created_at: str
    created_by: str


def _scale_row(scale: Scale) -> Row:
    return {"id": scale.id, "definition": canonical(to_builtins(scale))}


def _scale(row: Row) -> Scale:
    held = decode(str(row["definition"]))
    return Scale(**{**held, "values": tuple(ScaleValue(**value) for value in held["values"])})


def _desk_row(desk: DeskRow) -> Row:
    return asdict(desk)


def _desk(row: Row) -> DeskRow:
    return DeskRow(
        id=str(row["id"]),
        organisation=str(row["organisation"]),
        scale_id=ScaleId(str(row["scale_id"])),
        created_at=str(row["created_at"]),
        created_by=str(row["created_by"]),
    )


SCALE = Table("scale", _scale_row, _scale)
DESK = Table("desk", _desk_row, _desk)

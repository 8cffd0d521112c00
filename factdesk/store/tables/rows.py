"""Rows as they stand in the desk, and how facts become rows and rows facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import msgspec
from msgspec import Struct

from factdesk.errors import DamagedDeskError

if TYPE_CHECKING:
    import hashlib

Cell = str | int | float | None
Row = dict[str, Cell]
"""One row of a journalled table: column → value. Blobs live in files, never in rows."""


class Fact(Protocol):
    """What a row of a journalled table holds."""

    @property
    def id(self) -> str:
        """Its key in the table."""


F = TypeVar("F", bound=Fact)
E = TypeVar("E", bound=Enum)


class Table(Struct, Generic[F], frozen=True):
    """One journalled table and the fact its rows hold.

    Attributes:
        name: the table's name; each has a text column ``id`` as primary key.
        to_row, from_row: inverse of each other for every legal fact.
    """

    name: str
    to_row: Callable[[F], Row]
    from_row: Callable[[Row], F]

    def fact(self, row: Row) -> F:
        """Return the fact a stored row holds.

        Raises:
            DamagedDeskError: it holds what FactDesk never writes.
        """
        try:
            return self.from_row(row)
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            raise DamagedDeskError(
                "The desk was not read",
                f"a row of {self.name} ({row.get('id')}) holds what FactDesk never wrote ({problem})",
                "Run “factdesk verify” on it, and restore the newest backup with Desk ▸ Restore….",
            ) from problem


def members(kind: type[E]) -> dict[object, E]:
    """Return the members of an enumeration by value: a look-up takes a fraction of calling it, row after row."""
    return {member.value: member for member in kind}


def canonical(value: Any) -> str:
    """Return the one JSON text of ``value``: sorted keys, no spaces, characters as they are."""
    return _encoder()(value)


@cache
def _encoder() -> Callable[[Any], str]:
    from json import JSONEncoder  # late: a start only reads, and need not wait for it

    return JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


_TOGETHER = 500
"""Items of a long list that one call of the JSON library takes: meanwhile no other thread has its turn."""
_CELL = 1 << 16
"""Characters of a long cell that it takes."""


def canonical_list(values: Iterable[Any]) -> str:
    """Return ``canonical`` of a list, made in pieces."""
    left = iter(values)
    pieces = []
    while some := list(islice(left, _TOGETHER)):
        pieces.append(canonical(some)[1:-1])
    return f"[{','.join(pieces)}]"


def has_long_cell(row: Row) -> bool:
    """Say whether a cell is too long for one call."""
    return any(isinstance(cell, str) and len(cell) > _CELL for cell in row.values())


def canonical_row(row: Row | None) -> str:
    """Return ``canonical`` of a row, made in pieces where a cell is long: the blocks of a book are ten megabytes."""
    if row is None or not has_long_cell(row):
        return canonical(row)
    return f"{{{','.join(f'{canonical(name)}:{_cell(row[name])}' for name in sorted(row))}}}"


def _cell(cell: Cell) -> str:
    if not isinstance(cell, str):
        return canonical(cell)
    return f'"{"".join(canonical(cell[at : at + _CELL])[1:-1] for at in range(0, len(cell), _CELL))}"'


def listed(stored: str) -> Iterator[Any]:
    """Yield the items of a JSON list. Each is read when it is asked for, so that no call takes long.

    Raises:
        ValueError: it is no list, or an item is no JSON.
    """
    for item in _LIST.decode(stored):
        yield msgspec.json.decode(item)


_LIST = msgspec.json.Decoder(list[msgspec.Raw])
"""Finds where the items of a list begin and end, far quicker than they are read."""


@cache
def _sha256() -> Callable[[], hashlib._Hash]:
    from hashlib import sha256  # late: a start only reads, and need not wait for it

    return sha256


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of the parts, hexadecimal; each part is preceded by its length, so none runs into the next."""
    total = _sha256()()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()

"""What every edit is: a frozen, typed intent, with its ids made before it is applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from factdesk.errors import NotAllowedError
from factdesk.model.ids import ArticleId
from factdesk.model.person import Person
from factdesk.store.writer import Writer

if TYPE_CHECKING:
    from dataclasses import Field


class Stamp(Struct, frozen=True):
    """Who does it and when (UTC, ISO 8601); made before the edit is applied."""

    person: Person
    at: str


class Edit(Protocol):
    """One change to a desk. It is stored as it stands, read in histories, and never executed again."""

    @property
    def label(self) -> str:
        """What the Undo menu says after the word "Undo"; English, translated where it is shown."""

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId | None:
        """Make the change inside the session's transaction; return the article it belongs to.

        Raises:
            NotInDeskError, NotAllowedError: the transaction is rolled back.
        """


def extent(edit: Edit) -> int:
    """Return about how many rows an edit writes, as far as it names them: its longest list."""
    return max((len(held) for held in _held(edit) if isinstance(held, tuple)), default=1)


def decided_by(edit: Edit) -> frozenset[str]:
    """Return the suggestions that an edit decides, as far as it names them: each can be decided once."""
    named = getattr(edit, "suggestion_id", None), *(one.suggestion_id for one in getattr(edit, "accepted", ()))
    return frozenset(one for one in named if one)


def rows_of(edit: Edit) -> frozenset[str]:
    """Return the claims and suggestions that an edit is about, as far as it names them."""
    return decided_by(edit) | frozenset(filter(None, [getattr(edit, "claim_id", None)]))


def _held(value: Any) -> list[Any]:
    return [getattr(value, field.name) for field in _fields(value)]


def _fields(value: Any) -> tuple[Field[Any], ...]:
    """Return the fields of a data class's object, none of another's."""
    from dataclasses import fields, is_dataclass  # it comes with the first edit; a start needs none

    return fields(value) if is_dataclass(value) else ()


def refused(why: str, remedy: str = "Look at the claim again and choose something else.") -> NotAllowedError:
    """Return the error for a change the desk's rules do not allow."""
    return NotAllowedError("The change was not made", why, remedy)


def stored(value: Any) -> Any:
    """Return ``value`` as JSON can hold it: what the journal keeps of an edit's intent.

    Texts of articles are left out: they are files, and the rows name them by their SHA-256.
    """
    if isinstance(value, Struct):
        return {name: stored(getattr(value, name)) for name in value.__struct_fields__}
    if fields := _fields(value):
        return {one.name: stored(getattr(value, one.name)) for one in fields if one.metadata.get("journal", True)}
    if isinstance(value, tuple | list):
        return [stored(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(stored(item) for item in value)
    if isinstance(value, dict):
        return {str(key): stored(item) for key, item in value.items()}
    return value if value is None or isinstance(value, bool | int | float) else str(value)

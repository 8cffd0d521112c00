"""The imprint of a report: whose it is, and of which desk, as it stood at which entry of the record."""

from __future__ import annotations

from msgspec import Struct


class Imprint(Struct, frozen=True):
    """What a report says of the desk it comes from.

    Attributes:
        organisation: the house that prints it; may be empty.
        checker: name of the person who prints it: the checker as long as nobody gave a verdict.
        desk_name: file name of the desk.
        chain_head: hash of the record's last entry, hexadecimal.
        found: what another hand did to the desk, as far as that was looked for.
    """

    organisation: str
    checker: str
    desk_name: str
    chain_head: str
    found: tuple[str, ...] = ()

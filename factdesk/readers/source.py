"""What a format's reader is given: the bytes, and what is known of them from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from factdesk.readers.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one article.

    Attributes:
        address: where they were fetched, the base of relative links; empty for a file of the disk.
        charset: the encoding as a server named it, or empty; believed where the bytes are of it.
        encoding: the encoding as a person chose it, or empty; obeyed.
        selection: a person picked these words out of a page, so none of it is judged to be the page's own.
    """

    data: bytes
    address: str = ""
    charset: str = ""
    encoding: str = ""
    selection: bool = False


def with_address(data: bytes, address: str, *, selection: bool = False) -> bytes:
    """Return one run of bytes that holds all, for a guarded reader that must know where its article came from."""
    return json.dumps([address, selection]).encode("ascii") + b"\n" + data


def address_of(data: bytes) -> tuple[bytes, str, bool]:
    """Return what ``with_address`` joined."""
    known, _, rest = data.partition(b"\n")
    address, selection = json.loads(known)
    return rest, str(address), bool(selection)


OnProgress = Callable[[int, int], None]
"""Called with done and total (total 0: unknown); what it raises stops the reading and goes through to the caller."""

Way = Callable[[Source, OnProgress], Reading]
"""One way from bytes to a reading."""


def unwatched(_done: int, _total: int) -> None:
    """Progress for work nobody waits in front of."""

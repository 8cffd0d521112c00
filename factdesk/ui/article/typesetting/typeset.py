"""A text made ready for the page as far as that needs no window: of a long one, a job makes it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from factdesk.model.version import Block
from factdesk.text.offsets import OffsetMap
from factdesk.text.words import Length, length
from factdesk.ui.article.typesetting.rows import SetRows
from factdesk.ui.article.typesetting.shown import shown

LONG = 2_000_000
"""Characters from which laying a text on a page takes longer than a person should wait for."""


class Typeset(Struct, frozen=True):
    """One text as it will stand on the page.

    Attributes:
        text: the version's own characters; shown: what Qt is given for them.
        rows: one for each line of ``shown``.
        length: how long it is, in words or characters; None where nobody counted yet.
    """

    text: str
    shown: str
    offsets: OffsetMap
    rows: SetRows
    length: Length | None = None

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block], *, counted: bool = False) -> Typeset:
        """Set a text; linear in its length."""
        as_shown = shown(text)
        return cls(text, as_shown, OffsetMap.of(text), SetRows(as_shown, blocks), length(text) if counted else None)

"""A tick: the pencil stroke over a word, a figure or a name that was looked up and found right."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import TickId, VersionId
from factdesk.text.spans import Span


class Register(StrEnum):
    """What is ticked one by one: the words of claims, or the entries of one of the registers."""

    WORDS = "words"
    NUMBERS = "numbers"
    NAMES = "names"
    DATES = "dates"
    QUOTATIONS = "quotations"


REGISTERS = (Register.NUMBERS, Register.NAMES, Register.DATES, Register.QUOTATIONS)
"""In the order they are shown and printed."""


class Tick(Struct, frozen=True, kw_only=True):
    """One ticked stretch of one version. There is at most one of a register on the same stretch.

    Attributes:
        span: the word or the entry, code points of the version's text.
        made_at, made_by: UTC time and person.
    """

    id: TickId
    version_id: VersionId
    register: Register
    span: Span
    made_at: str
    made_by: str

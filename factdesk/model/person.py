"""The person at the desk, as the journal and the report name them."""

from __future__ import annotations

from msgspec import Struct


class Person(Struct, frozen=True):
    """The name from the preferences; "Checker" while nobody gave any."""

    name: str = "Checker"

"""Every setting is described in docs/settings.md, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import fields

from factdesk.settings import Preferences

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
NOT_IN_THE_FILE = {"unknown", "notice"}


def test_every_entry_of_the_preferences_has_a_row_in_the_document() -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))
    assert described == {entry.name for entry in fields(Preferences)} - NOT_IN_THE_FILE

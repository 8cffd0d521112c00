"""The encodings of Python, loaded at once: where readers run, nothing is imported once they read."""

from __future__ import annotations

import codecs
from contextlib import suppress
from encodings.aliases import aliases


def load_encodings() -> None:
    """Load every encoding that this Python has; from then on they are found without an import."""
    for name in sorted({*aliases, *aliases.values()}):
        with suppress(LookupError):  # some belong to another system
            codecs.lookup(name)

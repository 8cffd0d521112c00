"""A home of its own for whatever is measured or photographed, so that nobody's desks and settings are touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")


_PREFIX = "factdesk-bench-"


@contextmanager
def home() -> Iterator[Path]:
    """Yield a temporary folder that is the home of this process, and of those it starts, while it stands."""
    before = {name: os.environ.get(name) for name in _NAMES}
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
        os.environ.update(dict.fromkeys(_NAMES, folder))
        try:
            yield Path(folder)
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


def is_temporary() -> bool:
    """Say whether the home is one of these."""
    return Path(os.environ.get("HOME", "")).name.startswith(_PREFIX)

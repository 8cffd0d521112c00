"""A home of its own for each run, so that nobody's desks and settings are touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_home() -> Iterator[Path]:
    """Yield a temporary folder that is the home of this process and of those it starts."""
    with tempfile.TemporaryDirectory(prefix="factdesk-gallery-") as name:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            os.environ[variable] = name
        yield Path(name)

"""Does the desk hold what its record says? The faces ask here; the answer is the store's."""

from __future__ import annotations

from pathlib import Path

from factdesk.store.connection import engine_version
from factdesk.store.verification import findings


def verify(path: Path) -> tuple[str, ...]:
    """Return every fault of the desk as a sentence; nothing is a sound desk. Reads only, beside whoever writes.

    Raises:
        DeskOpenError, DeskBusyError: it could not be looked at.
    """
    return findings(path)


def sqlite_version() -> str:
    """Return the version of the SQLite this Python carries."""
    return engine_version()

"""Does the desk hold what its record says? The faces ask here; the answer is the store's."""

from __future__ import annotations

from pathlib import Path

from factdesk.store.connection import engine_version
from factdesk.store.verification import findings
from factdesk.work.aside import lent
from factdesk.work.jobs import Job, Watch, making_what_stays
from factdesk.work.session import Session


def verify(path: Path) -> tuple[str, ...]:
    """Return every fault of the desk as a sentence; nothing is a sound desk. Reads only, beside whoever writes.

    Raises:
        DeskOpenError, DeskBusyError: it could not be looked at.
    """
    return findings(path)


def verify_job(session: Session) -> Job[tuple[str, ...]]:
    """Return the job that verifies the desk a session has open, also where the session keeps it locked."""

    def job(watch: Watch) -> tuple[str, ...]:
        with making_what_stays(), lent(session, watch) as path:
            return verify(path)

    return job


def sqlite_version() -> str:
    """Return the version of the SQLite this Python carries."""
    return engine_version()

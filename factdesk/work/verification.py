"""Does the desk hold what its record says? The faces ask here; the answer is the store's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factdesk.store.connection import engine_version
from factdesk.store.verification import findings
from factdesk.work.aside import lent
from factdesk.work.companion import CompanionError, worked_out
from factdesk.work.jobs import Job, Unwatched, Watch, making_what_stays
from factdesk.work.session import Session

_SMALL = 1 << 20
"""Bytes of a desk up to which looking takes less time than starting a process: some 30 ms."""


def verify(path: Path) -> tuple[str, ...]:
    """Return every fault of the desk as a sentence; nothing is a sound desk. Reads only, beside whoever writes.

    Raises:
        DeskOpenError, DeskBusyError: it could not be looked at.
    """
    return findings(path)


def verify_open(session: Session) -> tuple[str, ...]:
    """Verify the desk a session has open, also where the session keeps it locked, and wait for it.

    Raises:
        FactDeskError: it could not be looked at.
    """
    with lent(session, Unwatched()) as path:
        return verify(path)


def verify_job(session: Session) -> Job[tuple[str, ...]]:
    """Return the job that verifies the desk a session has open, also where the session keeps it locked.

    A large one is walked through in a process beside, which takes neither the window's turn nor its memory.
    """

    def job(watch: Watch) -> tuple[str, ...]:
        with making_what_stays(), lent(session, watch) as path:
            return verify(path) if _is_small(path) else _beside(path, watch)

    return job


def in_pieces(path: Path, _watch: Watch) -> Iterator[str]:
    """Yield the faults of the desk at ``path``: what a companion runs."""
    yield from verify(path)


def _is_small(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= _SMALL


def _beside(path: Path, watch: Watch) -> tuple[str, ...]:
    """Have a companion look; where none can be had, or the desk cannot be looked at, do it here, which says why."""
    try:
        return tuple(worked_out(in_pieces, path, watch))
    except CompanionError:
        return verify(path)


def sqlite_version() -> str:
    """Return the version of the SQLite this Python carries."""
    return engine_version()

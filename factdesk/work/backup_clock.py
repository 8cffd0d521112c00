"""When a desk that is being worked on is due for a backup, and the job that takes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from factdesk.work.aside import lent
from factdesk.work.backup import Backup, backup, folder_of, newest
from factdesk.work.jobs import Job, Watch, making_what_stays
from factdesk.work.session import Session

EVERY = timedelta(minutes=10)
"""How long a desk that is worked on goes without a backup."""


def due(session: Session, at: datetime | None = None) -> bool:
    """Say whether the clock asks for a backup: something was done since the newest, and that is ``EVERY`` ago.

    A desk that is only read (``Session.found``) or does not verify (``Session.touched``) gets none.

    Args:
        at: the present, with a time zone. A newest backup of the future (the clock was set back) does not delay one.
    """
    if session.found or session.touched:
        return False
    last = newest(folder_of(session.path))
    if last is None:
        return True
    return last.head != session.head_hash() and abs((at or datetime.now(UTC)) - last.taken) >= EVERY


def backup_job(session: Session) -> Job[Backup | None]:
    """Return the job that takes a backup; its answer is None where nothing was done since the newest one.

    The job opens the desk for itself, or a copy of it (``work.aside.lent``).

    Raises (the job):
        DamagedDeskError, FactDeskError, Cancelled: as ``backup``.
    """
    desk = session.path

    def job(watch: Watch) -> Backup | None:
        with making_what_stays(), lent(session, watch) as path:
            return backup(desk, copy=path, watch=watch)

    return job

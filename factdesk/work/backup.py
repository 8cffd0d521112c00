"""Backups: where one lies, which older ones go, and putting one back.

They lie beside the desk, in "NAME backups" (ADR 0040), each under the moment it was taken (UTC).
Kept are the newest ten, the newest of each of the last 14 days that have one and the newest of each
of the last 8 such weeks; an older one goes only after a newer one was opened and found sound.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from factdesk import DESK_SUFFIX
from factdesk.errors import FactDeskError
from factdesk.model.person import Person
from factdesk.store import backups as store
from factdesk.whole import sweep
from factdesk.work.jobs import Cancelled, Unwatched, Watch, step

NEWEST, DAYS, WEEKS = 10, 14, 8

_NAME = re.compile(r".+-(\d{8}-\d{6})(?:-\d+)?(?:-(before-restore|before-upgrade))?" + re.escape(DESK_SUFFIX))
_MOMENT = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        taken: when, UTC.
        seq, head: number and hash of the newest entry of its record.
        size: bytes.
        articles: how many it holds.
        reason: "" for one taken by the clock or by hand, "before-restore" or "before-upgrade".
    """

    path: Path
    taken: datetime
    seq: int
    head: str
    size: int
    articles: int
    reason: str


def folder_of(desk: Path) -> Path:
    """Return the folder of a desk's backups; it is made with the first one."""
    return desk.with_name(f"{desk.stem} backups")


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a folder, newest first; files that cannot be opened as desks are left out."""
    return tuple(backup for path in _files(folder) if (backup := _looked_at(path)) is not None)


def newest(folder: Path) -> Backup | None:
    """Return the newest backup that can be opened; None where there is none."""
    return next((found for path in _files(folder) if (found := _looked_at(path)) is not None), None)


def backup(desk: Path, *, copy: Path | None = None, reason: str = "", watch: Watch | None = None) -> Backup | None:
    """Take a backup now, and let older ones go; None where nothing was done since the newest one.

    Args:
        copy: is read in the place of a desk that is locked.

    Raises:
        DamagedDeskError: the desk is not sound; older backups are kept.
        FactDeskError: it could not be read or the backup not be written; nothing is left half made.
        Cancelled: it was stopped; likewise.
    """
    folder, watch = folder_of(desk), watch or Unwatched()
    before, read = newest(folder), copy or desk
    if before is not None and before.head == store.look(read).hash and not reason:
        return None
    to = store.take(read, lambda: _free_name(folder, desk.stem, reason), lambda done, total: step(watch, done, total))
    _rotate(folder, to)
    return _looked_at(to)


def before_upgrade(desk: Path) -> None:
    """Take the backup without which no older desk is brought up to date.

    Raises:
        FactDeskError: it could not be made, so the desk stays as it is.
    """
    backup(desk, reason="before-upgrade")


def restore(desk: Path, chosen: Path, person: Person, watch: Watch | None = None) -> Path | None:
    """Let a backup take the desk's place. Nobody may have the desk open: close the session first.

    The desk as it is now is backed up itself first ("before-restore"); a damaged one is copied byte for byte as
    NAME-…-damaged.factdesk, and never rotated away. The restored desk says in its record that it was restored,
    and undo does not go past that: the only way back is to restore the backup that was just made.

    Returns:
        Where the present desk was kept; None where there was none.

    Raises:
        DeskBusyError: another window or program has the desk open.
        DamagedDeskError: the backup is not sound.
        FactDeskError: anything else that was in the way.
        Cancelled: it was stopped. In every case the desk is as it was.
    """
    keep = partial(_free_name, folder_of(desk), desk.stem)
    return store.put_back(desk, chosen, person.name, keep, _Stoppable(watch or Unwatched()))


class _Stoppable:
    """The pace of a restore, which somebody may stop before the backup takes the desk's place."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def row(self) -> None:
        if self._watch.cancelled():
            raise Cancelled

    def settle(self) -> None:
        self._watch.settle()


def kept(taken: Iterable[datetime]) -> frozenset[datetime]:
    """Return the moments whose backups stay; the rule is the module's."""
    latest = sorted(taken, reverse=True)
    stays = set(latest[:NEWEST])
    stays |= _newest_of_each(latest, DAYS, lambda moment: moment.date().toordinal())
    stays |= _newest_of_each(latest, WEEKS, lambda moment: moment.date().toordinal() // 7)
    return frozenset(stays)


def _newest_of_each(latest: list[datetime], most: int, period: Callable[[datetime], int]) -> set[datetime]:
    found: dict[int, datetime] = {}
    for moment in latest:
        found.setdefault(period(moment), moment)
    return set(list(found.values())[:most])


def _rotate(folder: Path, made: Path) -> None:
    """Let older backups go. The one just made stays even where the clock was set back."""
    taken = {path: moment for path in _files(folder) if (moment := _taken(path)) is not None}
    stays = kept(taken.values())
    for path, moment in taken.items():
        if moment not in stays and path != made:
            _let_go(path)
    sweep(folder)


def _let_go(path: Path) -> None:
    """Delete a file that is wanted no more. Where that fails the backup that was made is none the worse."""
    with suppress(OSError):  # another window was quicker, or the folder is not ours to delete from
        path.unlink()


def _changed(path: Path) -> float:
    """Return when a file was written last, in seconds; now where another window has just deleted it."""
    try:
        return path.stat().st_mtime
    except OSError:
        return time.time()


def _files(folder: Path) -> list[Path]:
    """Return what is named like a backup, newest first."""
    return sorted(
        (path for path in folder.glob("*" + DESK_SUFFIX) if _NAME.fullmatch(path.name)),
        key=lambda path: (_taken(path) or datetime.min.replace(tzinfo=UTC), _changed(path)),
        reverse=True,
    )


def _taken(path: Path) -> datetime | None:
    found = _NAME.fullmatch(path.name)
    try:
        return datetime.strptime(found[1], _MOMENT).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def _looked_at(path: Path) -> Backup | None:
    found, taken = _NAME.fullmatch(path.name), _taken(path)
    if found is None or taken is None:
        return None
    try:
        seen = store.look(path)
        size = path.stat().st_size
    except (FactDeskError, OSError):
        return None
    return Backup(path, taken, seen.seq, seen.hash, size, seen.articles, found[2] or "")


def _free_name(folder: Path, stem: str, reason: str) -> Path:
    ending = f"-{reason}" if reason else ""
    moment = datetime.now(UTC).strftime(_MOMENT)
    numbers = ("", *(f"-{number}" for number in range(2, 100)))
    names = (folder / f"{stem}-{moment}{number}{ending}{DESK_SUFFIX}" for number in numbers)
    return next(path for path in names if not path.exists())

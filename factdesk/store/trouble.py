"""What SQLite and the disk say, turned into sentences a person can act on."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factdesk.errors import (
    DamagedDeskError,
    DeskBusyError,
    DeskOpenError,
    DeskReadOnlyError,
    DeskWriteError,
    DiskFullError,
    FactDeskError,
    MissingDeskError,
    NotADeskError,
    NotAllowedError,
)

_NO_ROOM = 1 << 16
"""Free bytes below which a fault of the disk means that it is full."""


@contextmanager
def said_plainly(path: Path, what: str) -> Iterator[None]:
    """Turn SQLite's and the disk's errors inside the block into FactDesk's.

    Args:
        path: the desk.
        what: what does not happen if it fails, "The change was not kept".
    """
    try:
        yield
    except sqlite3.Error as problem:
        raise explained(problem, path, what) from problem
    except OSError as problem:
        raise _of_disk(problem, path, what) from problem
    except UnicodeDecodeError as problem:  # SQLite's own words about a damaged schema
        raise damaged(path, what, "a text in it is no longer text") from problem
    except UnicodeEncodeError as problem:
        raise NotAllowedError(
            what,
            "its text holds half a character, which no file can store",
            "Delete the character at the place you last typed or pasted, and try again.",
        ) from problem


def explained(problem: sqlite3.Error, path: Path, what: str) -> FactDeskError:
    """Return the error of FactDesk for ``problem``; one SQLite does not explain stays a write error with its words."""
    name = getattr(problem, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return busy(path, what)
    if name.startswith("SQLITE_FULL"):
        return full(path, what)
    if name.startswith(("SQLITE_READONLY_DBMOVED", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return _no_access(problem, path, what)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return read_only(path, what)
    if name.startswith("SQLITE_NOTADB"):
        return not_a_desk(path, what)
    if name.startswith("SQLITE_INTERRUPT"):
        return damaged(path, what, "reading it comes to no end")
    if "decode to UTF-8" in str(problem):  # Python's own words would repeat the text
        return damaged(path, what, "a text in it is no longer text")
    if name.startswith("SQLITE_CORRUPT") or "malformed" in str(problem):
        return damaged(path, what, str(problem))
    return DeskWriteError(
        what, f"SQLite said “{problem}”", "Close the desk, open it again, and report this if it stays."
    )


def _no_access(problem: sqlite3.Error, path: Path, what: str) -> FactDeskError:
    """The file was not reached: it is gone, the folder is closed, the disk is full or the disk fails."""
    if not path.exists():
        return missing(path, what)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return read_only(path, what)
    if shutil.disk_usage(path.parent).free < _NO_ROOM:
        return full(path, what)
    return DeskWriteError(
        what,
        f"the disk that holds “{path.name}” reported a fault ({problem})",
        "Look at the disk and its connection, do it again, or save what is open with Desk ▸ Save a copy….",
    )


def busy(path: Path, what: str) -> DeskBusyError:
    """Another program holds the desk."""
    return DeskBusyError(
        what, f"another program holds “{path.name}”", "Wait a moment and do it again, or close the other program."
    )


def full(path: Path, what: str) -> DiskFullError:
    """There is no room left."""
    return DiskFullError(
        what,
        f"the disk that holds “{path.name}” is full",
        "Free some space and do it again; everything before is kept.",
    )


def damaged(path: Path, what: str, why: str) -> DamagedDeskError:
    """What stands in the file is not what was written there."""
    return DamagedDeskError(
        what,
        f"“{path.name}” is damaged ({why})",
        "Restore the newest backup with Desk ▸ Restore…; the damaged file is kept beside the backups.",
    )


def missing(path: Path, what: str) -> MissingDeskError:
    """The file is not there."""
    return MissingDeskError(
        what,
        f"“{path.name}” is not in “{path.parent}”",
        "Put the file back or choose another one; backups are under Desk ▸ Restore….",
    )


def closed(path: Path, what: str) -> DeskOpenError:
    """The file is there, or may be, but this person may not read it."""
    return DeskOpenError(
        what, f"“{path.name}” in “{path.parent}” may not be read", "Ask its owner to give you access to it."
    )


def moved(path: Path, what: str) -> MissingDeskError:
    """The file was taken away or replaced while it was open."""
    return MissingDeskError(
        what,
        f"“{path.name}” was moved, deleted or replaced by another program while it was open",
        "Save what is open with Desk ▸ Save a copy…, then open the copy.",
    )


def log_deleted(path: Path, what: str) -> MissingDeskError:
    """The log beside the file was taken away while it was open."""
    return MissingDeskError(
        what,
        f"the log beside “{path.name}” was deleted by another program while it was open",
        "Close this window and open the desk again: all that was done before is kept.",
    )


def read_only(path: Path, what: str) -> DeskReadOnlyError:
    """The file or its folder may not be written."""
    return DeskReadOnlyError(
        what,
        f"“{path.name}” or its folder may not be written",
        "Change its permissions, or copy the desk to a folder of your own and open the copy.",
    )


def _disk_read_only(path: Path, what: str) -> DeskReadOnlyError:
    """The disk takes nothing: it is meant to be read, or the system found a fault in it and lets nobody write."""
    return DeskReadOnlyError(
        what,
        f"the disk that holds “{path.name}” can only be read",
        "Choose another disk, or look at this one if it took files before; Desk ▸ Save a copy… saves what is open.",
    )


def not_a_desk(path: Path, what: str) -> NotADeskError:
    """The file is something else."""
    return NotADeskError(
        what,
        f"“{path.name}” is not a FactDesk desk",
        "Choose a file that ends in .factdesk; articles are added with Article ▸ Open….",
    )


def _of_disk(problem: OSError, path: Path, what: str) -> FactDeskError:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(path, what)
    if problem.errno in (errno.EEXIST, errno.ENOENT, errno.ENOTDIR) and not path.parent.is_dir():
        return DeskWriteError(
            what, f"“{path.name}” cannot lie in “{path.parent}”, which is no folder", "Choose another folder."
        )
    if problem.errno == errno.EEXIST:
        return DeskWriteError(what, f"there is a file “{path.name}” already", "Choose another name or another folder.")
    if problem.errno == errno.EROFS:
        return _disk_read_only(path, what)
    if problem.errno in (errno.EACCES, errno.EPERM):
        return read_only(path, what)
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return missing(path, what)
    return DeskWriteError(what, f"the system said “{problem.strerror}”", "Look at the disk, then do it again.")

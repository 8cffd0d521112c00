"""Files that appear whole, durably and under their own name, or not at all: so is every one the program writes."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EINVAL, ENOTSUP
from glob import escape
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_LONGEST = 40
"""Characters of a file's name that its unfinished part shows: four bytes each at most, and a name may have 255."""

_PART = re.compile(r".*\.[0-9a-f]{8}\.part")

_DAY_IN_SECONDS = 86_400

_CANNOT = {EINVAL, ENOTSUP}
"""What a file system says that cannot make a folder's names durable."""


@contextmanager
def whole(path: Path, *, replacing: bool = False) -> Iterator[Path]:
    """Give a name beside ``path`` to write under; when the block ends well, that file becomes ``path``.

    Whatever goes wrong, even kill -9, ``path`` is what it was before; nothing but a hidden ``.part`` can be left,
    and that only by a killed process: the next one that writes ``path`` deletes it.

    Raises:
        FileExistsError: there is something at ``path`` and ``replacing`` was not said.
        OSError: the folder may not be written, or the disk is full.
    """
    if not replacing and os.path.lexists(path):
        raise FileExistsError(17, "File exists", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with part_beside(path) as part:
        yield part
        _flush(part)
        if not replacing:
            path.open("xb").close()  # whoever was quicker keeps the name
        part.replace(path)
        flush_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Let ``data`` become the file a person named, whole; an older one stays until then, and hands on who may read it.

    A link stays one: what it points to is written. What is no file (a pipe, ``/dev/stdout``) has nothing to keep
    and is written as it is; so is a file in a folder that takes no new ones, where a full disk leaves half of it.

    Raises:
        OSError: it may not be written, or the disk is full; what was there is as it was, but in a folder as above.
    """
    target = Path(os.path.realpath(path))
    there = target.stat() if target.exists() else None
    if there is not None and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))  # else the new one would take its place
    if there is not None and not (stat.S_ISREG(there.st_mode) and os.access(target.parent, os.W_OK)):
        target.write_bytes(data)
        return
    target.parent.stat()  # a folder that is not there was mistyped, and is not made
    with whole(target, replacing=True) as part:
        if there is not None:
            part.chmod(stat.S_IMODE(there.st_mode))
        part.write_bytes(data)


@contextmanager
def part_beside(path: Path) -> Iterator[Path]:
    """Give a new hidden file beside ``path`` that is deleted when the block ends, unless it was renamed.

    What a library keeps beside it, under its name and more, goes with it. Those that killed processes left of
    the same ``path`` are deleted first.

    Raises:
        OSError: the folder may not be written.
    """
    head = f".{path.name[:_LONGEST]}."
    sweep(path.parent, head)
    part, held = _new_part(path, head)
    try:
        yield part
    finally:
        held.close()
        _discard(part)


def sweep(folder: Path, head: str = ".") -> None:
    """Delete the parts that killed processes left in ``folder``, those whose names begin with ``head``."""
    try:
        there = [path for path in folder.iterdir() if path.name.startswith(head)]
    except OSError:
        return  # there is no folder, or it may not be looked into
    for part in there:
        if _PART.fullmatch(part.name, len(head) - 1):
            with suppress(OSError):  # another process is at it or was quicker, or it is not ours to delete
                _refuse_if_held(part)
                _discard(part)


def flush_folder(folder: Path) -> None:
    """Make new names in ``folder`` survive a power cut, where the system can."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _CANNOT:
            raise
    finally:
        os.close(handle)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _new_part(path: Path, head: str) -> tuple[Path, BinaryIO]:
    """Make a part, which is held as long as the file that is returned stays open."""
    while True:
        part = path.with_name(f"{head}{os.urandom(4).hex()}.part")
        held = part.open("xb")
        if sys.platform == "win32":
            held.close()  # there an open file cannot be renamed
            return part, held
        with suppress(OSError):  # a place that knows no such locks: nobody sweeps there
            fcntl.flock(held, fcntl.LOCK_EX)  # beside SQLite's, which are of another kind
        if part.exists():
            return part, held
        held.close()  # it was swept before it was held


def _refuse_if_held(part: Path) -> None:
    """Find out whether somebody may still write a part.

    Raises:
        BlockingIOError: so it is.
        OSError: it cannot be found out here.
    """
    if sys.platform == "win32":
        if time.time() - part.stat().st_mtime < _DAY_IN_SECONDS:
            raise BlockingIOError
        return
    with part.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _discard(part: Path) -> None:
    for left in part.parent.glob(f"{escape(part.name)}*"):
        left.unlink(missing_ok=True)

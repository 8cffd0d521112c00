"""Files that appear whole, durably and under their own name, or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_COMPANIONS = ("-wal", "-shm", "-journal")


@contextmanager
def whole(path: Path, *, replacing: bool = False) -> Iterator[Path]:
    """Give a name beside ``path`` to write under; when the block ends well, that file becomes ``path``.

    Whatever goes wrong, even kill -9, ``path`` is what it was before; nothing but a hidden ``.part`` can be left,
    and that only by a killed process.

    Raises:
        FileExistsError: there is something at ``path`` and ``replacing`` was not said.
        OSError: the folder may not be written, or the disk is full.
    """
    if not replacing and os.path.lexists(path):
        raise FileExistsError(17, "File exists", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    part.open("xb").close()
    try:
        yield part
        _flush(part)
        if not replacing:
            path.open("xb").close()  # whoever was quicker keeps the name
        part.replace(path)
        flush_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)
        discard_companions(part)


def discard_companions(path: Path) -> None:
    """Delete what SQLite keeps beside a desk file, as far as it is there."""
    for ending in _COMPANIONS:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Make new names in ``folder`` survive a power cut, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())

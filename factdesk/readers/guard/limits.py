"""What a reader's process may use: memory, processor time, files, other processes, the network.

Each wall is the kernel's, so it holds for the C libraries below Python too. A system that lacks one still gets the
others, the audit hook (``audit``) and the time limit, which the parent keeps.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

resource: ModuleType | None
try:
    import resource
except ImportError:  # Windows
    resource = None

SECONDS = 10
"""On the wall clock, from the request to the answer."""

CPU_SECONDS = 9
MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""

OUTPUT = 192 * 1024 * 1024
"""Bytes of answer, progress included."""

BLOCKS = 100_000
"""Paragraphs, items and cells of one article; a long book has some ten thousand."""

_FIRST_FREE = 2
"""The only open files are 0, the bytes to read, and 1, the answer; from this number on the kernel gives none."""

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_DIE_WITH_PARENT = 1


@dataclass(frozen=True, slots=True)
class Wall:
    """One limit of the kernel.

    Attributes:
        name: what it keeps out, in words: "memory".
        needed: without it a reading carries a notice; the others are second walls behind the first.
    """

    name: str
    needed: bool
    raise_it: Callable[[], bool]


def raise_walls() -> Iterator[Wall]:
    """Put up every wall this system has, for this process and for good; yield those it lacks."""
    _die_with_parent()
    if hasattr(signal, "alarm"):
        signal.alarm(SECONDS + 2)  # should nobody be left to keep the time
    for wall in WALLS:
        if not wall.raise_it():
            yield wall


def leave_the_network() -> bool:
    """Move this process, and all it will start, into a network of its own that holds nothing; Linux only.

    Must be called while the process has one thread.
    """
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return not libc.unshare(_CLONE_NEWNET) or not libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _die_with_parent() -> None:
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, 9)


def _limit(name: str, most: int, *, last: int = 0) -> bool:
    """Lower one of the kernel's limits; a lower one that holds already is left alone.

    Args:
        last: beyond ``most``, so that a signal that can be told from others comes first; ``most`` where it is 0.
    """
    if resource is None:
        return False
    kind = getattr(resource, f"RLIMIT_{name}", None)
    if kind is None:
        return False
    hard = resource.getrlimit(kind)[1]
    ends = [end if hard == resource.RLIM_INFINITY else min(end, hard) for end in (most, max(most, last))]
    try:
        resource.setrlimit(kind, (ends[0], ends[1]))
    except (ValueError, OSError):
        return False
    return True


def _memory() -> bool:
    # macOS takes the number and does not hold it.
    return sys.platform.startswith("linux") and _limit("AS", MEMORY)


def _files() -> bool:
    return _limit("FSIZE", 0) and _limit("CORE", 0) and _limit("NOFILE", _FIRST_FREE)


def _network() -> bool:
    """Say whether the only network there is is empty: no address but the machine's own."""
    try:
        lines = Path("/proc/self/net/dev").read_text(encoding="ascii").splitlines()[2:]
    except OSError:
        return False
    return all(line.split(":")[0].strip() == "lo" for line in lines)


def _processes() -> bool:
    # The kernel does not hold root to it.
    return hasattr(os, "geteuid") and os.geteuid() != 0 and _limit("NPROC", 0)


WALLS = (
    Wall("memory", True, _memory),
    Wall("processor time", True, lambda: _limit("CPU", CPU_SECONDS, last=CPU_SECONDS + 1)),
    Wall("a network of its own", False, _network),
    Wall("other processes", False, _processes),
    Wall("files and sockets", True, _files),
)
"""In the order they are put up: once files are shut, nothing can be asked any more."""

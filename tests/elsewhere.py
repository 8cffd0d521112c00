"""Other hands and other places: a person whom permissions bind, a program that holds a desk, a disk that is full."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import factdesk.store.migrations.history  # noqa: F401  a child without rights to this checkout can import it no more

NOBODY = 65534


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that every user of the machine may reach and write; pytest's own are closed to others."""
    folder = Path(mkdtemp(prefix="factdesk-"))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder in memory where the machine has one, for tests that ask much of the record and nothing of the disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None, prefix="factdesk-") as folder:
        yield Path(folder)


def as_nobody(act: Callable[[], str]) -> str:
    """Run ``act`` in a child process that root's rights do not help, and return what it returned."""

    def without_rights() -> str:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return act()

    return at_once(without_rights)[0]


def at_once(*acts: Callable[[], str]) -> list[str]:
    """Run each of ``acts`` in a child process of its own, all from one moment on; return what they returned."""
    waiting, go = os.pipe()
    children = [_child(act, waiting, go) for act in acts]
    os.close(waiting)
    os.close(go)
    answers = []
    for child, pipe in children:
        with os.fdopen(pipe, "rb") as reading:
            answers.append(reading.read().decode())
        os.waitpid(child, 0)
    return answers


def _child(act: Callable[[], str], waiting: int, go: int) -> tuple[int, int]:
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python 3.12 warns of every fork beside threads
        child = os.fork()
    if child == 0:
        os.close(go)
        os.read(waiting, 1)  # until the parent has started all of them
        try:
            answer = act()
        except BaseException as problem:  # noqa: BLE001  the parent shows it
            answer = repr(problem)
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    return child, reading


HASTY_VERB = """
import sys
from factdesk.store import connection
connection.BUSY_SECONDS = 0.1
from factdesk.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def command_line(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a verb in a process of its own, afresh: a fork would think that it holds the locks of this one."""
    return subprocess.run(
        [sys.executable, "-c", HASTY_VERB, *map(str, words)], capture_output=True, text=True, check=False, timeout=60
    )


_LATER = """
import sys
from pathlib import Path
from factdesk.model.person import Person
from factdesk.store import connection
from factdesk.store.migrations import history
from factdesk.work.session import Session
history.steps(name="m9999_later")(lambda db: db.execute("CREATE TABLE mood (id TEXT PRIMARY KEY) STRICT"))
connection.SCHEMA += 1
Session.open(Path(sys.argv[1]), Person("Later")).close()
"""


def brought_up_to_date_by_a_later_factdesk(path: Path) -> None:
    """Another process opens the desk as a FactDesk does that knows one step more."""
    subprocess.run([sys.executable, "-c", _LATER, str(path)], check=True, timeout=60)


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    """Another process keeps the desk locked until the block ends."""
    command = [sys.executable, "-c", _HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.communicate()


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path | None]:
    """A disk of ``size`` bytes mounted under ``folder``; None where this user may not mount one."""
    point = folder / "small disk"
    point.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0777", "tmpfs", str(point)]
    mounted = shutil.which("mount") is not None and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield point if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(point)], check=True)


def can_mount() -> bool:
    """Say whether ``small_disk`` gives a disk here."""
    with open_to_all() as folder, small_disk(folder, 1 << 16) as disk:
        return disk is not None


def fill(disk: Path) -> Path:
    """Write a file that takes the last byte of a disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for step in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    file.write(bytes(step))
            except OSError:
                continue
    return filler


def no_more_pages(connection: sqlite3.Connection, but: int = 0) -> None:
    """Let SQLite itself say that the disk is full, at the next page the desk needs, or after a few more."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + but}")

"""The parent's side of a reader's process: starting one, handing it an article, ending it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from typing import BinaryIO, Protocol

_COMMAND = (sys.executable, "-I", "-m", "factdesk.readers.guard.child")
_PATIENCE = 2
"""Seconds between a reader's last word and its end."""


class Reader(Protocol):
    """A process that reads one article."""

    answers: BinaryIO
    """Frames come out here until it ends."""

    def finished(self) -> int:
        """Wait for the end, once ``answers`` has ended; return the exit code, negative for the signal that ended it."""

    def kill(self) -> None:
        """End it, and whatever it started, now."""


class Nursery:
    """A process that has a reader loaded and forks for each article; it serves one at a time."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [*_COMMAND, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    def read(self, module: str, data: bytes) -> Reader:
        """Begin reading ``data`` with the reader ``module``.

        Raises:
            OSError: the process has ended.
        """
        data_out, data_in = os.pipe()
        answer_out, answer_in = os.pipe()
        try:
            socket.send_fds(self._control, [module.encode("ascii")], [data_out, answer_in])
        except OSError:
            for end in (data_in, answer_out):
                os.close(end)
            raise
        finally:
            os.close(data_out)
            os.close(answer_in)
        _feed(os.fdopen(data_in, "wb", buffering=0), data)
        return _Forked(self, os.fdopen(answer_out, "rb", buffering=0))

    def finished(self) -> int:
        """Return how the last reading's process ended; -9 where this one ended with it."""
        self._control.settimeout(_PATIENCE)
        try:
            status = self._control.recv(4)
        except OSError:  # it goes on, or it is gone
            self.kill()
            status = b""
        return int.from_bytes(status, "big", signed=True) if len(status) == 4 else -signal.SIGKILL

    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process and its reader."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Let the process end by itself: it does when nobody can ask it any more."""
        self._control.close()
        self._process.wait()


class _Forked:
    def __init__(self, nursery: Nursery, answers: BinaryIO) -> None:
        self._nursery, self.answers = nursery, answers

    def finished(self) -> int:
        return self._nursery.finished()

    def kill(self) -> None:
        self._nursery.kill()


class Single:
    """A process for one article, where the system cannot fork."""

    def __init__(self, module: str, data: bytes) -> None:
        self._process = subprocess.Popen(
            [*_COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101  both are pipes
        self.answers: BinaryIO = self._process.stdout  # type: ignore[assignment]  # unbuffered, it reads alike
        _feed(self._process.stdin, module.encode("ascii") + b"\n" + data)  # type: ignore[arg-type]

    def finished(self) -> int:
        return self._process.wait()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


def _feed(pipe: BinaryIO, data: bytes) -> None:
    """Write ``data`` from a thread: a process that does not read must not hold up whoever waits for it."""

    def write() -> None:
        left = memoryview(data)
        with suppress(OSError), pipe:
            while left:
                left = left[pipe.write(left) :]

    threading.Thread(target=write, name="article to its reader", daemon=True).start()

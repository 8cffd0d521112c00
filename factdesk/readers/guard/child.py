"""A reader's process: ``python -I -m factdesk.readers.guard.child``.

Where the system can fork, one such process stays ready (``_serve``): it imports a reader once and forks for each
article, so what one article did to its process no other article meets. Where it cannot, each article has a process to
itself (``_once``). What holds in the process that reads, in this order:

1. the reader's module was imported; after that nothing is imported and no file opened (``audit``);
2. the walls of ``limits`` are up: memory, processor time, no network, no other process, no file but the two it has;
3. it may be killed at any moment, by the time limit or by the person.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import NoReturn

from factdesk.errors import UnreadableArticleError
from factdesk.readers.guard import audit, frames, limits
from factdesk.readers.guard.telling import heard_by
from factdesk.readers.reading import Reading

Read = Callable[[bytes], Reading | bytes]
MEMORY, NESTING, BROKEN, TOO_MUCH = "memory", "nesting", "broken", "output"
"""Why a reader gave up, as ``frames.FAILURE`` says it."""

LONGEST_NAME = 200
_MOST_FILES = 1024
_PATIENCE = 300
"""Seconds that a process stays ready for another article."""

_CHUNK = 1 << 20


def main() -> None:
    """Serve the socket whose number is the one argument, or without one read one article from standard input."""
    limits.leave_the_network()
    if len(sys.argv) > 1:
        _serve(socket.socket(fileno=int(sys.argv[1])))
    else:
        _once()


def _serve(control: socket.socket) -> None:
    """Fork for each request: the reader's name with two files, the article's bytes and the place for the answer."""
    control.settimeout(_PATIENCE)
    while True:
        try:
            name, files, _, _ = socket.recv_fds(control, LONGEST_NAME, 2)
        except TimeoutError:
            return
        if not name:  # FactDesk has ended
            return
        read = _reader(name.decode("ascii"))
        gc.freeze()
        child = os.fork()
        if not child:
            gc.disable()  # it ends before rubbish matters, and looking for some touches memory that is shared
            for target, file in enumerate(files):
                os.dup2(file, target)
            os.closerange(len(files), _MOST_FILES)
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            _answer(read)
        for file in files:
            os.close(file)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        control.sendall(status.to_bytes(4, "big", signed=True))


def _once() -> NoReturn:
    name = bytearray()
    while not name.endswith(b"\n"):
        name += os.read(0, 1)
    _answer(_reader(name.decode("ascii").strip()))


def _reader(name: str) -> Read:
    read: Read = importlib.import_module(name).read
    return read


def _answer(read: Read) -> NoReturn:
    """Read what stands on file 0 and answer on file 1; nothing of Python's own ending is run after that."""
    lacking = [(wall.name, wall.needed) for wall in limits.raise_walls()]
    audit.arm()
    heard_by(lambda done, total: _say(frames.PROGRESS, json.dumps([done, total]).encode("ascii")))
    data = bytearray()
    while piece := os.read(0, _CHUNK):
        data += piece
    try:
        kind, payload = _outcome(read, bytes(data), lacking)
    except MemoryError:
        kind, payload = frames.FAILURE, MEMORY.encode("ascii")
    _say(kind, payload)
    os._exit(0)


def _outcome(read: Read, data: bytes, lacking: list[tuple[str, bool]]) -> tuple[bytes, bytes]:
    try:
        reading = read(data)
        if isinstance(reading, bytes):
            return frames.BYTES, reading
        if len(reading.blocks) > limits.BLOCKS:
            return frames.FAILURE, TOO_MUCH.encode("ascii")
        return frames.READING, json.dumps(lacking).encode("ascii") + b"\n" + frames.pack(reading)
    except UnreadableArticleError as refusal:
        return frames.REFUSAL, json.dumps([refusal.what, refusal.why, refusal.remedy]).encode("ascii")
    except RecursionError:
        return frames.FAILURE, NESTING.encode("ascii")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  whatever a library makes of a broken file, the person gets one sentence
        return frames.FAILURE, BROKEN.encode("ascii")


def _say(kind: bytes, payload: bytes) -> None:
    left = memoryview(frames.frame(kind, payload))
    while left:
        left = left[os.write(1, left) :]


if __name__ == "__main__":
    main()

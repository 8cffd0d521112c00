"""A reader that does whatever the article tells it to: what a broken or bought parser might do."""

from __future__ import annotations

import ctypes
import importlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from factdesk.errors import UnreadableArticleError
from factdesk.model.version import Block, BlockKind
from factdesk.readers.guard import frames
from factdesk.readers.guard.telling import tell
from factdesk.readers.reading import Reading
from factdesk.text.spans import Span

_LIBC = ctypes.CDLL(None, use_errno=True)
_kept: list[bytes] = []


def words(text: str) -> Reading:
    return Reading(text=text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), structured=True)


def read(data: bytes) -> Reading:
    deed, _, argument = data.decode("utf-8").partition(" ")
    return DEEDS[deed](argument)


def _refuse(argument: str) -> Reading:
    raise UnreadableArticleError("The article was not read", argument, "Do as it says.")


def _break(_argument: str) -> Reading:
    raise KeyError("styles.xml")


def _progress(_argument: str) -> Reading:
    for done in range(1, 4):
        tell(done, 3)
        time.sleep(0.2)
    return words("read")


def _keep(argument: str) -> Reading:
    _kept.append(argument.encode())
    return words(f"{len(_kept)} kept")


def _spin(_argument: str) -> Reading:
    while True:
        pass


def _sleep(_argument: str) -> Reading:
    time.sleep(600)
    return words("awake")


def _silent(_argument: str) -> Reading:
    os.close(1)
    return _sleep("")


def _memory(_argument: str) -> Reading:
    held = []
    while True:
        held.append(bytes(1 << 24))


def _nesting(argument: str) -> Reading:
    return _nesting(argument + "x")


def _crash(_argument: str) -> Reading:
    _LIBC["raise"](signal.SIGSEGV)
    return _sleep("")


def _flood(_argument: str) -> Reading:
    while True:
        os.write(1, frames.frame(frames.PROGRESS, b"[1,2]" + b" " * 65536))


def _nonsense(argument: str) -> Reading:
    os.write(1, frames.frame(frames.READING, b"[]\n" + argument.encode("utf-8")))
    os._exit(0)


def _walls(argument: str) -> Reading:
    os.write(1, frames.frame(frames.READING, argument.encode("utf-8") + b"\n" + frames.pack(words("read"))))
    os._exit(0)


def _half_a_frame(_argument: str) -> Reading:
    os.write(1, frames.frame(frames.READING, b"[]\n{}")[:-1])
    os._exit(0)


def _misplaced(_argument: str) -> Reading:
    return Reading(text="short", blocks=(Block(BlockKind.PARAGRAPH, Span(0, 600)),), structured=True)


def _open(path: str) -> Reading:
    return words(Path(path).read_text(encoding="utf-8"))


def _open_below_python(path: str) -> Reading:
    """What a C library does when it follows a reference: no audit event tells of it."""
    file = _LIBC.open(path.encode(), os.O_RDONLY)
    held = ctypes.create_string_buffer(64)
    _LIBC.read(file, held, 63)
    return words(f"{file} {held.value.decode()}")


def _connect(port: str) -> Reading:
    with socket.create_connection(("127.0.0.1", int(port))):
        return words("reached")


def _fetch(port: str) -> Reading:
    return words(urllib.request.urlopen(f"http://127.0.0.1:{port}/").read().decode())


def _socket_below_python(_argument: str) -> Reading:
    return words(str(_LIBC.socket(socket.AF_INET, socket.SOCK_STREAM, 0)))


def _program(path: str) -> Reading:
    subprocess.run(["touch", path], check=True)
    return words("started")


def _import(_argument: str) -> Reading:
    sys.modules.pop("this", None)
    return words(importlib.import_module("this").__name__)


DEEDS: dict[str, Callable[[str], Reading]] = {
    "say": words,
    "refuse": _refuse,
    "break": _break,
    "progress": _progress,
    "keep": _keep,
    "spin": _spin,
    "sleep": _sleep,
    "silent": _silent,
    "memory": _memory,
    "nesting": _nesting,
    "crash": _crash,
    "flood": _flood,
    "nonsense": _nonsense,
    "walls": _walls,
    "half-a-frame": _half_a_frame,
    "misplaced": _misplaced,
    "open": _open,
    "open-below-python": _open_below_python,
    "connect": _connect,
    "fetch": _fetch,
    "socket-below-python": _socket_below_python,
    "program": _program,
    "import": _import,
}

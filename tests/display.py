"""The screen the tests draw on: each process that runs tests has an X server and a window manager of its own.

Two workers on one screen would take the focus from each other, and a person's own screen is not to be borrowed.
"""

from __future__ import annotations

import os
import shutil

WITH_PARENT = ("setpriv", "--pdeathsig", "TERM")  # ends with the test run, however that ends
# Both say a number on their output once they are ready: the display they found free, and a plain 1.
SERVER = ("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp")
WINDOW_MANAGER = ("openbox", "--startup", "echo 1")


def provide() -> None:
    """Point this process, and those it starts, at a screen.

    What the caller chose stays: ``QT_QPA_PLATFORM`` or ``DISPLAY``. Else it is a private Xvfb where
    Xvfb and openbox are installed (windows become active only under a window manager), else Qt's
    offscreen platform. The server is left running until the process ends, since Qt must not lose it first.
    """
    if "QT_QPA_PLATFORM" in os.environ or "DISPLAY" in os.environ:
        return
    if shutil.which("Xvfb") and shutil.which("openbox"):
        os.environ.update(DISPLAY=f":{_start(*SERVER)}", QT_QPA_PLATFORM="xcb")
        _start(*WINDOW_MANAGER)
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _start(*command: str) -> int:
    """Start a program that outlives this call and return the number it says when it is ready.

    The pipe stays open: a program whose output nobody can read any more is ended by its next message.
    """
    reading, writing = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    os.posix_spawnp(WITH_PARENT[0], [*WITH_PARENT, *command], os.environ, file_actions=actions)
    os.close(writing)
    with os.fdopen(reading, closefd=False) as said:
        for line in said:
            if line.strip().isdigit():
                return int(line)
    raise RuntimeError(f"{command[0]} ended before it was ready")

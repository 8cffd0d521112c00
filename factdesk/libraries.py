"""Which system libraries the window needs, and which of them this machine lacks.

Qt aborts the process with a misleading hint where one is missing, so it is asked here first, before
anything of PySide6 is imported. Only the standard library is used, and nothing else of FactDesk:
``packaging/run.sh`` runs this file by itself, before anything is installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

# Shared library → the Debian and Ubuntu package that brings it.
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WINDOW = QT | SCREEN
PRINTER = {"libcups.so.2": "libcups2"}  # without it the window opens and prints to a PDF only


def missing(needed: Mapping[str, str] = WINDOW | PRINTER) -> tuple[str, ...]:
    """Return the packages that bring what of ``needed`` is missing here, each once, in the order of the table.

    On macOS and Windows Qt brings its own and the answer is empty.
    """
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(dict.fromkeys(package for library, package in needed.items() if not _loads(library)))


def _loads(library: str) -> bool:
    from _ctypes import dlopen  # ctypes itself, with a class for each library, takes longer than the look

    try:
        dlopen(library, os.RTLD_LOCAL)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.stdout.write(" ".join(missing()) + "\n")

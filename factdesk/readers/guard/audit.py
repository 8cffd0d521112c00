"""The wall that Python itself keeps: after ``arm`` no file is opened, nothing imported, nobody reached.

Python announces what it is about to do ("audit events", PEP 578) and a hook may refuse. A hook cannot be taken away.
It sees Python only; what C libraries do by themselves meets the kernel's walls (``limits``).
"""

from __future__ import annotations

import sys

_REFUSED = frozenset(
    ("open", "import", "ctypes.dlopen", "sqlite3.connect", "webbrowser.open", "pty.spawn", "fcntl.fcntl", "fcntl.ioctl")
)
_REFUSED_FAMILIES = frozenset(
    ("socket", "subprocess", "os", "shutil", "tempfile", "glob", "urllib", "http", "ftplib", "smtplib", "winreg")
)
_armed: list[bool] = []


def _look(event: str, _arguments: tuple[object, ...]) -> None:
    if _armed and (event in _REFUSED or event.partition(".")[0] in _REFUSED_FAMILIES):
        # A module that may not be had is one that is not there: an unknown encoding is then just that.
        raise (ImportError if event == "import" else PermissionError)(f"a reader wanted to {event}")


def arm() -> None:
    """Refuse, from now on and for good, whatever reaches outside this process."""
    sys.addaudithook(_look)
    _armed.append(True)

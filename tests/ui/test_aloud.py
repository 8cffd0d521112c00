"""Announcements go out of this process to a screen reader, which cannot be seen from inside: a listener is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__)


def test_what_is_announced_arrives_on_the_bus_of_screen_readers(screen: None) -> None:
    """The tests of ``aloud.py``, in a D-Bus session of their own with the registry of Debian's at-spi2-core."""
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE.with_name("aloud.py"))]
    done = subprocess.run(
        ["dbus-run-session", "--", *tests],
        capture_output=True, text=True, check=False, timeout=110, cwd=HERE.parents[2],
        env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout

"""What the machine lacks is named by the package that brings it, before Qt could abort on it."""

from __future__ import annotations

import subprocess
import sys

from factdesk import libraries
from factdesk.libraries import PRINTER, WINDOW, missing


def test_packages_are_named_once_and_only_for_what_does_not_load() -> None:
    needed = {"libc.so.6": "libc6", "libno-such-thing.so.1": "no-such-thing", "libno-such-part.so.1": "no-such-thing"}
    assert missing(needed) == ("no-such-thing",)


def test_a_machine_that_runs_the_tests_lacks_nothing() -> None:
    assert missing(WINDOW | PRINTER) == ()


def test_the_set_up_can_ask_before_anything_is_installed() -> None:
    bare = [sys.executable, "-I", "-S", str(libraries.__file__)]
    asked = subprocess.run(bare, capture_output=True, text=True, check=True)
    assert asked.stdout.split() == list(missing())

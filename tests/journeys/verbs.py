"""Runs verbs of the command line, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def factdesk(*words: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a verb and look at its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "factdesk", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == code, (words, done.stdout, done.stderr)
    return done


def answered(*words: str | Path) -> Any:
    return json.loads(factdesk(*words, "--json").stdout)

"""``factdesk doctor``: what this machine has of what FactDesk needs."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import sys

from factdesk import __version__
from factdesk.cli.desk import print_json, say
from factdesk.errors import MissingPartError

_PARTS = (
    "PySide6-Essentials",
    "msgspec",
    "sqlite-utils",
    "typst",
    "pypdfium2",
    "markdown",
    "platformdirs",
    "QtAwesome",
)


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("doctor", help="say what this machine has and lacks")
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print what was found.

    Raises:
        MissingPartError: after printing, where something is missing that the window needs.
    """
    lacking = _lacking()
    found = {**_found(), "missing": ", ".join(lacking) or "nothing"}
    if options.json:
        print_json({**found, "missing": lacking})
    else:
        for key, value in found.items():
            say(f"{key}: {value}")
    if lacking:
        raise MissingPartError(
            "The window will not open on this machine",
            f"it lacks {', '.join(lacking)}",
            "Install them with the system's package tool, or run packaging/run.sh, which does.",
        )


def _found() -> dict[str, str]:
    from factdesk.readers.guard.way import missing_walls
    from factdesk.settings import default_desk, preferences_file
    from factdesk.work.verification import sqlite_version

    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    needs_one = sys.platform.startswith("linux")
    return {
        "factdesk": __version__,
        "python": f"{platform.python_version()} on {platform.platform()}",
        "sqlite": sqlite_version(),
        **{name.lower(): importlib.metadata.version(name) for name in _PARTS if _installed(name)},
        "display": display or ("none: reports only" if needs_one else "the system's own"),
        "print queues": _queues(),
        "limits around readers": f"all but {', '.join(walls)}" if (walls := missing_walls()) else "all",
        "preferences": str(preferences_file()),
        "desk": str(default_desk()),
    }


def _queues() -> str:
    from factdesk.work.spool import queues

    if not shutil.which("lp"):
        return "no lp command: the window's own dialog only"
    return ", ".join(queues()) or "none"


def _lacking() -> list[str]:
    from factdesk.libraries import missing

    return [*missing(), *(name for name in _PARTS if not _installed(name))]


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True

"""The ``factdesk`` command: a verb goes to the command line, everything else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from factdesk.errors import FactDeskError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run FactDesk and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and not Path(given[0]).exists() and given[0] != "--sample":
        from factdesk.cli.main import run

        return run(given)
    from factdesk.ui.start import run_window

    sample = given[:1] == ["--sample"]
    try:
        return run_window([Path(name).absolute() for name in given if name != "--sample"], sample=sample)
    except FactDeskError as problem:
        print(f"factdesk: {problem} {problem.remedy}", file=sys.stderr)  # noqa: T201
        return problem.exit_code

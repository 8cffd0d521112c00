"""The ``factdesk`` command: a verb goes to the command line, everything else opens the window."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from factdesk.errors import FactDeskError, UnreadableArticleError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run FactDesk and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and not Path(given[0]).exists() and given[0] != "--sample":
        if _names_a_file(given[0]):
            print(f"factdesk: Nothing was opened: there is no file “{given[0]}”. Look at its name.", file=sys.stderr)  # noqa: T201
            return UnreadableArticleError.exit_code
        from factdesk.cli.main import run

        return run(given)
    from factdesk.ui.start import run_window

    sample = given[:1] == ["--sample"]
    try:
        return run_window([Path(name).absolute() for name in given if name != "--sample"], sample=sample)
    except FactDeskError as problem:
        print(f"factdesk: {problem} {problem.remedy}", file=sys.stderr)  # noqa: T201
        return problem.exit_code
    except Exception:  # noqa: BLE001  before the event loop turns there is no window to say it in
        traceback.print_exc()
        return 1


def _names_a_file(word: str) -> bool:
    """Say whether ``word`` is meant as a file: verbs and options have neither an ending nor a folder."""
    return not word.startswith("-") and (bool(Path(word).suffix) or len(Path(word).parts) > 1)

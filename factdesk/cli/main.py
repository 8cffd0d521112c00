"""The verbs of the command line. A verb is a module with ``add_parser`` and ``run``; none starts Qt.

Results go to standard output, trouble to standard error, and each kind of trouble has its own exit
code (``factdesk.errors``). Heavy modules are imported by the verbs that need them, when they run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

from factdesk import __version__
from factdesk.cli import check, claims, doctor, exchange, find, mark, queries, registers, report, score, steps, verify
from factdesk.errors import FactDeskError

VERB_MODULES: tuple[ModuleType, ...] = (
    check,
    score,
    claims,
    find,
    mark,
    steps,
    registers,
    queries,
    report,
    verify,
    exchange,
    doctor,
)

_EPILOG = """\
Without a verb the window opens: factdesk [--sample] [FILE…], where FILE is a desk or an article.

exit codes: 0 done · 1 a bug · 2 not understood · 3 article not read · 4 desk not opened · 5 desk not written ·
6 verify found damage · 7 not in the desk, or not allowed · 8 nothing to undo · 9 report not written ·
10 a part is missing
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    made = argparse.ArgumentParser(
        prog="factdesk",
        description="Check an article line by line and print the record of it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"factdesk {__version__}")
    verbs = made.add_subparsers(title="verbs", metavar="VERB", required=True)
    for module in VERB_MODULES:
        module.add_parser(verbs)
    return made


def run(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code; trouble is told on standard error."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except FactDeskError as problem:
        print(f"factdesk: {problem} {problem.remedy}", file=sys.stderr)  # noqa: T201
        return problem.exit_code
    except BrokenPipeError:  # somebody closed the pipe, "factdesk claims D | head"
        sys.stderr.close()
        return 0

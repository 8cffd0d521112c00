"""``factdesk verify``: does the desk hold what its record says?"""

from __future__ import annotations

import argparse

from factdesk.cli.desk import add_desk, print_json, say
from factdesk.errors import VerificationFailedError


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("verify", help="look for changes by another hand and a broken record")
    add_desk(verb)
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print every fault found.

    Raises:
        VerificationFailedError: after printing, where there is any.
    """
    from factdesk.work.verification import verify

    found = verify(options.desk)
    if options.json:
        print_json({"sound": not found, "findings": list(found)})
    else:
        for line in found:
            say(line)
        if not found:
            say(f"{options.desk.name} is sound: every row, file and step is as it was written.")
    if found:
        raise VerificationFailedError(
            f"“{options.desk.name}” is not sound",
            f"{len(found)} thing{'s' if len(found) > 1 else ''} in it cannot be accounted for",
            "Keep this file, and restore the newest backup with Desk ▸ Restore… in the window.",
        )

"""``factdesk export`` and ``factdesk import``: a whole desk as JSON and back, without loss."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from factdesk.cli.desk import add_desk, opened, say, say_if_touched, say_that_touched
from factdesk.errors import MissingDeskError


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    out = verbs.add_parser("export", help="write a whole desk as JSON")
    add_desk(out)
    out.add_argument("--to", type=Path, metavar="FILE", help="write it here (standard output)")
    out.set_defaults(run=run_export)
    back = verbs.add_parser("import", help="make a desk from exported JSON")
    back.add_argument("file", type=Path, help="the exported JSON")
    back.add_argument("desk", type=Path, help="the desk to be made; there must be no such file")
    back.set_defaults(run=run_import)


def run_export(options: argparse.Namespace) -> None:
    """Write everything the desk holds, its record included.

    Raises:
        DeskOpenError: there is no such desk.
        ReportError: the file could not be written.
    """
    from factdesk.report.file import refused
    from factdesk.whole import write_whole
    from factdesk.work.exchange import export_desk

    with opened(options) as session:
        say_if_touched(session)
        data = export_desk(session)
    if options.to is None:
        sys.stdout.buffer.write(data + b"\n")
        return
    try:
        write_whole(options.to, data)
    except OSError as problem:
        raise refused(f"The export was not written to “{options.to}”", problem) from problem
    say(str(options.to))


def run_import(options: argparse.Namespace) -> None:
    """Make a desk equal in content and record to the one that was exported.

    Raises:
        DeskOpenError: the JSON is no exported desk; nothing was left behind.
        DeskWriteError: the new desk could not be written.
    """
    from factdesk.work.exchange import import_desk

    try:
        data = options.file.read_bytes()
    except OSError as problem:
        raise MissingDeskError(
            "The desk was not imported", f"“{options.file}”: {problem.strerror}", "Choose an exported .json file."
        ) from problem
    if import_desk(data, options.desk):
        say_that_touched(options.desk)
    say(str(options.desk))

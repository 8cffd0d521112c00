"""The file a report is written to: looked at before anything is fixed for it, then written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from factdesk.errors import ReportError
from factdesk.report.formats import writer
from factdesk.whole import write_whole

_ELSEWHERE = "Choose a folder you may write to."


def refuse_what_cannot_be_written(path: Path) -> None:
    """Say at once why no report can become ``path``; call it before the claims' numbers are fixed for this print.

    Raises:
        ReportError: its ending is not one of a format, or it may not be written.
    """
    writer(path.suffix)
    why = "there is no such folder" if not path.parent.is_dir() else "it is a folder" if path.is_dir() else ""
    if not why and not os.access(path if path.exists() else path.parent, os.W_OK):
        why = "it may not be written"
    if why:
        raise ReportError(_not_written(path), why, _ELSEWHERE)


def write(path: Path, data: bytes) -> None:
    """Write a report's bytes; an older file stays as it is until the new one is whole (``factdesk.whole``).

    Raises:
        ReportError: it could not be done.
    """
    try:
        write_whole(path, data)
    except OSError as problem:
        raise refused(_not_written(path), problem) from problem


def refused(what: str, problem: OSError) -> ReportError:
    """Return the error that says why a report or an export was not written; ``what`` says that it was not."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return ReportError(what, "the disk is full", "Free some space and do it again, or choose another disk.")
    return ReportError(what, str(problem.strerror), _ELSEWHERE)


def _not_written(path: Path) -> str:
    return f"The report was not written to “{path}”"

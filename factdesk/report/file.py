"""The file a report is written to: looked at before anything is fixed for it, then written."""

from __future__ import annotations

import os
from pathlib import Path

from factdesk.errors import ReportError
from factdesk.report.formats import writer
from factdesk.whole import write_whole


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
        raise _not_written(path, why)


def write(path: Path, data: bytes) -> None:
    """Write a report's bytes; an older file stays as it is until the new one is whole (``factdesk.whole``).

    Raises:
        ReportError: it could not be done.
    """
    try:
        write_whole(path, data)
    except OSError as problem:
        raise _not_written(path, str(problem.strerror)) from problem


def _not_written(path: Path, why: str) -> ReportError:
    return ReportError(f"The report was not written to “{path}”", why, "Choose a folder you may write to.")

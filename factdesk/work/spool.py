"""Printing a PDF as it is: handed to the print spooler (CUPS), so that words stay words on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping

from factdesk.errors import MissingPartError, ReportError

_PATIENCE = 60.0  # seconds; a queue of another machine may be slow to answer
_REQUEST = re.compile(r"request id is (\S+)")
_NOT_PRINTED = "The report was not printed"


def print_pdf(
    data: bytes,
    queue: str,
    *,
    title: str,
    page_ranges: str = "",
    options: Mapping[str, str] | None = None,
) -> str:
    """Send a PDF to a print queue and return the job's id, "Desk-Printer-12".

    Args:
        title: what the queue calls the job.
        page_ranges: pages to print, "1-4,7"; all where it is empty.
        options: further job options, as ``lp -o`` takes them: ``{"copies": "2"}``.

    Raises:
        ReportError: there is no such queue, or it did not take the job; nothing is printed.
        MissingPartError: this machine cannot talk to a print spooler.
    """
    known = queues()
    if queue.partition("/")[0] not in known:
        raise ReportError(_NOT_PRINTED, f"there is no print queue “{queue}”", _where_to(known))
    command = ["lp", "-d", queue, "-t", title]
    if page_ranges:
        command += ["-P", page_ranges]
    for name, value in (options or {}).items():
        command += ["-o", f"{name}={value}"]
    done = _run(command, data)
    found = _REQUEST.search(done.stdout.decode(errors="replace"))
    if done.returncode != 0 or found is None:
        said = done.stderr.decode(errors="replace").strip().removeprefix("lp: ").rstrip(".")
        raise ReportError(
            _NOT_PRINTED,
            f"the queue “{queue}” did not take it ({said or 'it gave no reason'})",
            f"Look at the queue with “lpstat -p {queue}”, or save the report as a PDF and print that.",
        )
    return found.group(1)


def queues() -> tuple[str, ...]:
    """Return the print queues of this machine, by name; none where no spooler answers.

    Raises:
        MissingPartError: this machine cannot talk to a print spooler.
    """
    done = _run(["lpstat", "-e"])
    return tuple(sorted(done.stdout.decode(errors="replace").split()))


def can_spool() -> bool:
    """Say whether this machine has the programs to hand a PDF to a print spooler."""
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


def _where_to(known: tuple[str, ...]) -> str:
    if known:
        return f"Choose one of these: {', '.join(known)}."
    return "No queue answers at all: set up a printer, or start the print service (CUPS)."


def _run(command: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    if not can_spool():
        raise MissingPartError(
            _NOT_PRINTED, f"the program “{command[0]}” is not on this machine", "Install the package cups-client."
        )
    environment = os.environ | {"LC_ALL": "C.UTF-8"}  # the job's id is read from what lp says
    try:
        return subprocess.run(command, input=data, capture_output=True, check=False, timeout=_PATIENCE, env=environment)
    except subprocess.TimeoutExpired as error:
        raise ReportError(
            _NOT_PRINTED,
            f"the print service did not answer within {_PATIENCE:.0f} seconds",
            "Try again later, or save the report as a PDF and print that.",
        ) from error

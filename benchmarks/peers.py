"""Peers where the work is comparable: programs of others, installed for the run into a temporary folder.

``floor`` is the peer's figure, its version is in the note. Nothing of a peer is in the locks: pip takes the newest from
wherever it is set up to look. A peer that cannot be installed or does not run is told as not measured, with the reason.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.home import home
from benchmarks.large import long_text, make_desk
from benchmarks.results import Result
from benchmarks.window.whole import settings

RUNS = 5
CHARACTERS = 1_000_000
START = "start to painted article, 1 MB, beside novelWriter, processor"
PAGE = "a page of 1 MB read, beside Taguette, processor"
_ALSO = {"taguette": ("setuptools<81",)}
"""What a package needs and does not say: ``pkg_resources``, which newer ones of setuptools no longer have."""
_PROBES = Path(__file__).parent / "probes"


class _NotMeasuredError(Exception):
    """Says why a peer was not measured."""


def measure(_data: Path) -> list[Result]:
    """Measure ours and the peers in turn."""
    return [_told(START, "novelWriter", _start), _told(PAGE, "taguette", _page)]


def _told(name: str, package: str, measured: Callable[[str, Path], Result]) -> Result:
    """Return what was measured by the Python of an environment that has the package, or why it was not."""
    peer = package
    with TemporaryDirectory(prefix="factdesk-peer-") as folder:
        try:
            python, version = _installed(package, Path(folder))
            peer = f"{package} {version}"
            result = measured(python, Path(folder))
        except _NotMeasuredError as why:
            return Result(name, None, "ms", note=f"{peer} {why}")
    return replace(result, note=f"floor is {peer}, {result.note}")


def _start(python: str, folder: Path) -> Result:
    """From the start of the process to the first paint of the text that was open last."""
    if not os.environ.get("DISPLAY"):
        raise _NotMeasuredError("had no display")
    text, theirs = folder / "text.txt", folder / "settings"
    text.write_text(long_text(CHARACTERS), encoding="utf-8")
    theirs.mkdir()
    with home() as own:
        command = [python, str(_PROBES / "novelwriter_start.py"), str(theirs)]
        _run([*command, str(text)])
        desk = own / "long.factdesk"
        settings(own, desk, make_desk(desk, CHARACTERS, 0))
        ours, peers = [], []
        for _ in range(RUNS):
            ours.append(_processor([sys.executable, "-m", "benchmarks.probes.start"]))
            peers.append(_processor(command))
    note = "which styles all the text first; ours has suggestions and their rows"
    return Result.several(START, ours, "ms", peers, note)


def _page(python: str, folder: Path) -> Result:
    """One page of plain paragraphs, read by the library code of each.

    It is no plain text: for that Taguette runs Calibre, which no registry of Python's has.
    """
    from factdesk.readers.web.page import reading_of

    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in long_text(CHARACTERS).split("\n\n"))
    source = f"<!DOCTYPE html><meta charset=utf-8><title>Long</title><article><h1>Long</h1>{paragraphs}</article>"
    page = folder / "page.html"
    page.write_text(source, encoding="utf-8")
    *told, kept = _run([python, str(_PROBES / "taguette_import.py"), str(page), str(RUNS)]).split()
    if int(kept) < CHARACTERS // 2:
        raise _NotMeasuredError(f"kept {kept} characters")
    ours = []
    for _ in range(RUNS):
        began = time.process_time()
        reading_of(source, "")
        ours.append(1000 * (time.process_time() - began))
    note = "which cleans the page; ours also tells the article from the rest"
    return Result.several(PAGE, ours, "ms", [1000 * float(one) for one in told], note)


def _installed(name: str, folder: Path) -> tuple[str, str]:
    """Return the Python of a new environment that has the package, and the package's version."""
    place = folder / "environment"
    python = str(place / ("Scripts" if os.name == "nt" else "bin") / "python")
    # What pip says of its failure names addresses and folders, so it is not passed on.
    try:
        _run([sys.executable, "-m", "venv", "--without-pip", str(place)])
        _run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", name, *_ALSO.get(name, ())])
    except _NotMeasuredError:
        raise _NotMeasuredError("could not be installed") from None
    asked = f"from importlib.metadata import version; print(version({name!r}))"
    return python, _run([python, "-c", asked]).strip()


def _processor(command: list[str]) -> float:
    """Return the milliseconds of the processor that a start took: the second figure it prints."""
    return 1000 * float(_run(command).split()[1])


def _run(command: list[str]) -> str:
    """Return what a command prints."""
    # Compiled files are written, as they are where a program is installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True, env=environment)
    except (OSError, subprocess.SubprocessError) as error:
        raise _NotMeasuredError(f"did not run: {type(error).__name__}") from None
    return done.stdout

"""``pip install .`` gives a ``factdesk`` command that has everything with it, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import factdesk

TOP = Path(__file__).parents[2]
ALL_THAT_COMES_ALONG = {
    path.relative_to(TOP) for folder in ("resources", "seeds") for path in (TOP / folder).rglob("*") if path.is_file()
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the checkout into an empty folder, with nothing fetched."""
    place = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", place, TOP], check=True, stdin=subprocess.DEVNULL)
    return place


def run(place: Path, *command: str | Path) -> str:
    """Run a command that finds ``place`` before the checkout, and return what it says."""
    known = {**os.environ, "PYTHONPATH": str(place)}
    return subprocess.run(command, env=known, cwd=place, check=True, capture_output=True, text=True).stdout


def test_the_command_stands_in_the_path_and_knows_its_version(installed: Path) -> None:
    assert factdesk.__version__ in run(installed, installed / "bin" / "factdesk", "--version")


def test_resources_and_seeds_are_inside(installed: Path) -> None:
    package = installed / "factdesk"
    assert {path for path in ALL_THAT_COMES_ALONG if not (package / path).is_file()} == set()


def test_the_sample_is_found_where_it_was_installed(installed: Path) -> None:
    found = run(installed, sys.executable, "-c", "from factdesk.assets import sample_article as at; print(at())")
    assert Path(found.strip()).is_relative_to(installed)
    assert Path(found.strip()).is_file()


def test_a_desktop_finds_the_program_and_its_icon(installed: Path) -> None:
    shared = installed / "share"
    assert (shared / "applications" / "factdesk.desktop").is_file()
    assert {path.name for path in (shared / "icons").rglob("*") if path.is_file()} == {"factdesk.svg", "factdesk.png"}

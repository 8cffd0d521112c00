"""A struct given to ``dataclasses.replace`` raises only when that line runs; mypy must say so before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
CARELESS = """
import dataclasses
from dataclasses import dataclass, replace

import msgspec


class Mark(msgspec.Struct, frozen=True):
    glyph: str


class Ring(Mark, frozen=True):
    width: int = 1


@dataclass(frozen=True)
class Row:
    glyph: str


replace(Row("a"), glyph="b")
msgspec.structs.replace(Mark("a"), glyph="b")
replace(Mark("a"), glyph="b")
dataclasses.replace(Ring("a"), glyph="b")


def either(one: Row | Mark) -> None:
    replace(one, glyph="b")
"""


def test_mypy_finds_a_struct_that_is_given_to_the_replace_of_dataclasses(tmp_path: Path) -> None:
    careless = tmp_path / "careless.py"
    careless.write_text(CARELESS, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--cache-dir", str(tmp_path), str(careless)],
        cwd=TOP, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    lines = CARELESS.splitlines()
    found = [lines[int(line.split(":")[1]) - 1].strip() for line in told.splitlines() if "is a struct" in line]
    assert found == [
        line.strip()
        for line in lines
        if line.strip().startswith(("replace(Mark", "dataclasses.replace(Ring", "replace(one"))
    ], told

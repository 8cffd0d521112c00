"""Decisions are found by their number: in the file's name, in its title and in what refers to it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
_TITLE = re.compile(r"# (\d+)\. \S")
_REFERENCE = re.compile(r"\bADR (\d+)")


def numbers() -> list[int]:
    return [int(path.name[:4]) for path in DECISIONS]


def test_no_two_decisions_share_a_number() -> None:
    assert [number for number, times in Counter(numbers()).items() if times > 1] == []


def test_a_decision_is_titled_with_the_number_of_its_file() -> None:
    for path, number in zip(DECISIONS, numbers(), strict=True):
        title = _TITLE.match(path.read_text(encoding="utf-8"))
        assert title is not None and int(title[1]) == number, path.name


def test_whoever_names_a_decision_names_one_that_was_taken() -> None:
    places = [*(ROOT / "factdesk").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py"), *(ROOT / "docs").rglob("*.md")]
    named = {(path.name, int(number)) for path in places for number in _REFERENCE.findall(path.read_text("utf-8"))}
    assert named
    assert {place for place in named if place[1] not in numbers()} == set()

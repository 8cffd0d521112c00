"""The tests of a module are found from its path, and what a document says of tests is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MIRRORS = [("tests/unit", "factdesk", {"ui"}), ("tests/ui", "factdesk/ui", set[str]())]


def modules(top: Path) -> Iterator[Path]:
    return (path.relative_to(top) for path in sorted(top.rglob("*.py")))


@pytest.mark.parametrize(("tests", "package", "elsewhere"), MIRRORS)
def test_a_folder_of_tests_has_the_name_of_the_folder_it_tests(tests: str, package: str, elsewhere: set[str]) -> None:
    folders = {path.parent for path in modules(ROOT / tests)}
    assert len(folders) > 1
    there = {path.parent for path in modules(ROOT / package) if path.parts[0] not in elsewhere}
    assert sorted(folders - there) == []


@pytest.mark.parametrize(("tests", "package", "elsewhere"), MIRRORS)
def test_a_test_that_is_named_for_a_module_lies_as_the_module_does(
    tests: str, package: str, elsewhere: set[str]
) -> None:
    rooms: dict[str, set[Path]] = {}
    for path in modules(ROOT / package):
        if path.parts[0] not in elsewhere:
            rooms.setdefault(path.stem, set()).add(path.parent)
            rooms.setdefault(path.parent.name, set()).update((path.parent, path.parent.parent))
    named = {path: path.stem.removeprefix("test_") for path in modules(ROOT / tests) if path.stem.startswith("test_")}
    assert any(name in rooms for name in named.values())
    assert [str(path) for path, name in named.items() if name in rooms and path.parent not in rooms[name]] == []


def test_every_test_that_a_document_names_is_there() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md")]
    named = {path for page in pages for path in re.findall(r"\btests/[\w./]*\w", page.read_text(encoding="utf-8"))}
    assert named
    assert sorted(path for path in named if not (ROOT / path).exists()) == []

"""The map for newcomers shows the house as it stands."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "factdesk"
LEAST_WORDS = 5
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_every_room_of_the_house_is_on_the_map() -> None:
    rooms = [path.name for path in HOUSE.iterdir() if (path / "__init__.py").is_file()]
    assert rooms
    assert [room for room in rooms if f"`{room}/`" not in MAP] == []


def test_every_folder_says_what_lives_there() -> None:
    """Who opens a folder of the package, of the benchmarks or of the journeys need not read its modules for it."""
    tops = (HOUSE, ROOT / "benchmarks", ROOT / "tests" / "journeys")
    doors = [path for top in tops for path in top.rglob("__init__.py")]
    assert doors
    said = {path: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for path in doors}
    assert [str(path.relative_to(ROOT)) for path, words in said.items() if len(words.split()) < LEAST_WORDS] == []


def test_every_module_the_map_names_is_there() -> None:
    named = re.findall(r"`((?:\w+/)*\w+\.py)`", MAP)
    there = {path.relative_to(ROOT).as_posix() for top in (HOUSE, ROOT / "tests") for path in top.rglob("*.py")}
    assert named
    assert [name for name in named if not any(path.endswith(f"/{name}") or path == name for path in there)] == []


def test_what_the_documents_name_of_a_class_is_made_in_its_module() -> None:
    modules = [path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py")]
    of_class: dict[str, str] = {}
    for text in modules:
        for name in re.findall(r"^class (\w+)", text, re.MULTILINE):
            of_class[name] = of_class.get(name, "") + text  # two classes of one name lie in different folders
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]
    named = {pair for page in pages for pair in re.findall(r"`(\w+)\.(\w+)\b", page) if pair[0] in of_class}
    assert named
    made = {(one, name): rf"\bdef {name}\b|^    {name}\b|self\.{name}\b[^()]*=" for one, name in named}
    assert [pair for pair, sign in made.items() if not re.search(sign, of_class[pair[0]], re.MULTILINE)] == []


def test_every_place_where_a_change_goes_is_there() -> None:
    rows = MAP.partition("## Where a change goes")[2].partition("\n## ")[0].splitlines()
    named = [path for row in rows if row.startswith("|") for path in re.findall(r"`([\w./-]+/[\w./-]*|\w+\.py)`", row)]
    assert len(named) > len(rows)
    assert [path for path in named if not any((top / path).exists() for top in (ROOT, HOUSE))] == []

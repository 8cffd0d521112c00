"""The rules of the house that a machine can hold: who may know whom, how long things grow, nothing unused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
HOUSE = TOP / "factdesk"

# A file imports from its own folder and from floors below. `text` is below `model`; folders of one
# floor do not know each other. The faces reach the desk through the session alone, and `rules` and
# `report` are given facts, never the desk.
GROUND = {"errors", "assets", "settings", "libraries", "__init__"}
MODEL = {"text", "model"} | GROUND
FLOORS: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "assets": {"__init__", "errors"},
    "settings": {"__init__", "errors", "assets"},
    "libraries": set(),
    "text": GROUND,
    "model": MODEL,
    "rules": MODEL,
    "readers": MODEL,
    "store": MODEL,
    "report": MODEL | {"rules", "readers"},
    "work": MODEL | {"rules", "readers", "store"},
    "cli": MODEL | {"rules", "readers", "report", "work"},
    "ui": MODEL | {"rules", "readers", "report", "work"},
}
JOIN = {"app", "__main__"}
QT = {"PySide6", "shiboken6", "qtawesome", "qtpy"}
SQL = {"sqlite3", "sqlite_utils"}
LINES_IN_A_FILE, LINES_IN_A_FUNCTION = 500, 50

MODULES = sorted(HOUSE.rglob("*.py"))
ALL = sorted(path for folder in ("factdesk", "tests", "benchmarks") for path in (TOP / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(TOP))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module named in an import, wherever it stands; ``from factdesk import x`` counts as ``factdesk.x``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: imports name the whole way (factdesk.…)"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_imports_only_from_its_own_folder_and_from_floors_below(path: Path) -> None:
    room = room_of(path)
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top != "factdesk" or room in JOIN:
            continue
        other = rest.split(".")[0]
        other = "__init__" if other.startswith("__") else other
        assert other == room or other in FLOORS[room], f"{name_of(path)}: {room} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_qt_is_known_in_ui_and_sql_in_the_store_alone(path: Path) -> None:
    room, tops = room_of(path), {name.split(".")[0] for name in imports(path)}
    if room not in {"ui", *JOIN}:
        assert not tops & QT, f"{name_of(path)}: Qt belongs in ui/"
    if room != "store":
        assert not tops & SQL, f"{name_of(path)}: SQL belongs in store/"


def test_every_room_has_its_floor() -> None:
    assert {room_of(path) for path in MODULES} - JOIN <= FLOORS.keys()


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_file_and_no_function_outgrows_its_wall(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_IN_A_FILE
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            assert (node.end_lineno or first) - first < LINES_IN_A_FUNCTION, f"{name_of(path)}: {node.name} is too long"


def asked_for() -> set[tuple[str, ...]]:
    """The leading constant words of every ``resource(...)`` call: ``resource("scales", name)`` asks for all scales."""
    found = set()
    for node in (node for path in MODULES for node in ast.walk(tree(path))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            words = [word.value if isinstance(word, ast.Constant) else None for word in node.args]
            if called == "resource":
                found.add(tuple(word for word in words if isinstance(word, str)))
    return found


@pytest.mark.parametrize("path", sorted(path for path in (TOP / "resources").rglob("*") if path.is_file()), ids=name_of)
def test_every_resource_is_asked_for_somewhere(path: Path) -> None:
    parts = path.relative_to(TOP / "resources").parts
    assert any(words and parts[: len(words)] == words for words in asked_for()), f"nothing reads {name_of(path)}"

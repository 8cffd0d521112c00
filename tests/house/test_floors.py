"""The rules of the house that a machine can hold: who may know whom, how long things grow, nothing unused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

TOP = Path(__file__).parents[2]
HOUSE = TOP / "factdesk"

# A file imports from its own folder and from floors below. `text` is below `model`; folders of one
# floor do not know each other. The faces reach the desk through the session alone, and `rules` and
# `report` are given facts, never the desk.
GROUND = {"errors", "assets", "settings", "libraries", "whole", "__init__"}
MODEL = {"text", "model"} | GROUND
FLOORS: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "assets": {"__init__", "errors"},
    "settings": {"__init__", "errors", "assets", "whole"},
    "libraries": set(),
    "whole": set(),
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


def room_named(name: str) -> str:
    """The room of a dotted name below ``factdesk``; ``factdesk.__version__`` is of the package's own file."""
    room = name.split(".")[1]
    return room if room in FLOORS or room in JOIN else "__init__"


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return (function.end_lineno or first) - first + 1


def imports(path: Path) -> Iterator[str]:
    """Every module named in an import, wherever it stands; ``from factdesk import x`` counts as ``factdesk.x``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: imports name the whole way (factdesk.…)"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_a_file_imports_only_from_its_own_folder_and_from_floors_below() -> None:
    assert [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        if (room := room_of(path)) not in JOIN
        for name in imports(path)
        if name.startswith("factdesk.") and (other := room_named(name)) != room and other not in FLOORS[room]
    ] == []


def test_qt_is_known_in_ui_and_sql_in_the_store_alone() -> None:
    assert [
        f"{name_of(path)} imports {name}"
        for path in MODULES
        if (room := room_of(path)) not in JOIN
        for name in imports(path)
        if ((top := name.split(".")[0]) in QT and room != "ui") or (top in SQL and room != "store")
    ] == []


def folder_of(name: str) -> tuple[str, ...]:
    """The folder of what is imported by a dotted name: ``factdesk.store.tables.rows.Row`` lies in ``store/tables``."""
    path = TOP.joinpath(*name.split("."))
    while not (path.is_dir() or path.with_suffix(".py").is_file()):
        path = path.parent
    return (path if path.is_dir() else path.parent).relative_to(TOP).parts


def beside(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two folders that lie beside each other and hold ``one`` and ``other``; None where one lies in the other."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return (one[: same + 1], other[: same + 1]) if same < min(len(one), len(other)) else None


def test_of_two_folders_beside_each_other_one_at_most_knows_the_other() -> None:
    known = {
        pair
        for path in MODULES
        for name in imports(path)
        if name.startswith("factdesk.") and (pair := beside(path.parent.relative_to(TOP).parts, folder_of(name)))
    }
    assert ("ui", "work") in {(one[-1], other[-1]) for one, other in known}
    assert sorted((one, other) for one, other in known if (other, one) in known and one < other) == []


def test_every_room_has_its_floor() -> None:
    assert {room_of(path) for path in MODULES} - JOIN <= FLOORS.keys()


def test_no_file_outgrows_its_wall() -> None:
    assert [name_of(path) for path in ALL if len(path.read_text("utf-8").splitlines()) > LINES_IN_A_FILE] == []


def test_no_function_outgrows_its_wall() -> None:
    assert [
        f"{name_of(path)}: {node.name}"
        for path in ALL
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LINES_IN_A_FUNCTION
    ] == []


def asked_for() -> set[tuple[str, ...]]:
    """The leading constant words of every ``resource(...)`` call: ``resource("scales", name)`` asks for all scales."""
    calls = (node for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    words = {
        tuple(takewhile(bool, (str(word.value) if isinstance(word, ast.Constant) else "" for word in call.args)))
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "resource"
    }
    return words - {()}


def test_every_resource_is_asked_for_somewhere() -> None:
    asked = asked_for()
    files = [path.relative_to(TOP / "resources") for path in (TOP / "resources").rglob("*") if path.is_file()]
    assert [str(path) for path in files if not any(path.parts[: len(words)] == words for words in asked)] == []

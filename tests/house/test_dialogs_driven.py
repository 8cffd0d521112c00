"""Every dialog is opened by some test of the window, and walked by keyboard there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


def trees(folder: Path, names: str) -> Iterator[ast.Module]:
    """Return what the modules of ``folder`` say."""
    return (ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob(names)))


def dialogs() -> list[str]:
    """Return the names of the classes that are dialogs."""
    return [
        node.name
        for tree in trees(TOP / "factdesk" / "ui", "*.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in ("Sheet", "QDialog") for base in node.bases)
        and node.name != "Sheet"
    ]


def called_by_each_test() -> Iterator[set[str]]:
    """Return for each test of the window the names it calls, with what the functions of its module call for it."""
    for tree in trees(TOP / "tests" / "ui", "test_*.py"):
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for name in functions:
            if name.startswith("test_"):
                yield _names(name, functions)


def _names(name: str, functions: dict[str, ast.FunctionDef]) -> set[str]:
    """Return every name in the function and in those of its module that it names, fixtures among them."""
    found, ahead = set[str](), [name]
    while ahead:
        function = functions[ahead.pop()]
        names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        names |= {argument.arg for argument in function.args.args}
        ahead += [other for other in names - found if other in functions]
        found |= names
    return found


CALLED = list(called_by_each_test())


@pytest.mark.parametrize("dialog", sorted(dialogs()))
def test_every_dialog_is_opened_and_walked_by_a_test(dialog: str) -> None:
    assert any({dialog, "assert_walkable"} <= names for names in CALLED)

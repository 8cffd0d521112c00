"""Every dialog is opened by some test of the window, and walked by keyboard there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


def dialogs() -> list[str]:
    """The names of the classes that are dialogs."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (TOP / "factdesk" / "ui").rglob("*.py"))
    return [
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in ("Sheet", "QDialog") for base in node.bases)
        and node.name != "Sheet"
    ]


@pytest.mark.parametrize("dialog", sorted(dialogs()))
def test_every_dialog_is_opened_and_walked_by_a_test(dialog: str) -> None:
    tests = [path.read_text("utf-8") for path in (TOP / "tests" / "ui").rglob("test_*.py")]
    assert any(f"{dialog}(" in text and "assert_walkable" in text for text in tests)

"""What is compiled at each start is compiled once."""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from factdesk.ui.compiled import HEAD

STARTED = """
import builtins, json, re
from factdesk.ui.compiled import compiled_once
compiles, named = builtins.compile, []
def counting(source, filename, *more, **others):
    named.append(str(filename))
    return compiles(source, filename, *more, **others)
builtins.compile = counting
parses, expressed = re._parser.parse, []
def noting(pattern, *more):
    expressed.append(pattern)
    return parses(pattern, *more)
re._parser.parse = noting
with compiled_once():
    from PySide6.QtCore import QObject
    folded = re.compile("(?P<first>[ä-ü]+)|x", re.IGNORECASE)
at_the_import, expressed = len(expressed), []
assert (builtins.compile, re.compile.__module__) == (counting, "re")
assert folded == re.compile("(?P<first>[ä-ü]+)|x", re.IGNORECASE) != re.compile("(?P<first>[ä-ü]+)|x")
assert folded.fullmatch("ÄÜ")["first"] == "ÄÜ"
from shibokensupport.signature import get_signature
assert "name" in str(get_signature(QObject.setObjectName))
try:
    QObject().setObjectName(3)  # what is told of a mistake comes from the modules that were compiled
except TypeError as mistake:
    told = str(mistake)
compiled = [name for name in named if name.startswith(("signature_bootstrap", "shibokensupport"))]
print(json.dumps([compiled, at_the_import, told]))
"""
"""Imports PySide; tells which of its modules were compiled for it, how many regular expressions, and what it says of
a wrong argument. An expression that was kept is the very one that is compiled: they compare by their code."""


def run(script: str, kept: Path, **more: str) -> str:
    """Run a script in a process of its own that keeps what it compiles in ``kept``; return what it prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(kept), **more}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False, env=environment
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def start(kept: Path, **more: str) -> tuple[list[str], int, str]:
    """Import PySide; return what ``STARTED`` tells."""
    compiled, expressed, told = json.loads(run(STARTED, kept, **more))
    return compiled, expressed, told


def file_of(kept: Path) -> Path:
    (found,) = kept.rglob("start.compiled.*.pyc")
    return found


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where a first start kept what it compiled."""
    compiled, expressed, told = start(tmp_path)
    assert min(len(compiled), expressed) > 5
    assert "setObjectName" in told
    return tmp_path


def test_a_second_start_compiles_nothing_of_pyside_and_is_the_same(kept: Path) -> None:
    compiled, expressed, told = start(kept)
    assert compiled == []
    assert expressed <= 1  # textwrap.dedent() makes a short one on its way
    assert "QObject.setObjectName" in told
    assert [path.name for path in kept.rglob("*.part")] == []


def test_the_expressions_of_what_the_window_needs_are_kept(tmp_path: Path) -> None:
    run("from factdesk.ui import start; start.application()", tmp_path, QT_QPA_PLATFORM="offscreen")
    expressions = marshal.loads(file_of(tmp_path).read_bytes()[len(HEAD) :])[1]
    assert any("onedrive" in str(pattern) for pattern, _ in expressions)  # store/place.py


def test_what_was_kept_of_another_pyside_is_compiled_anew(kept: Path) -> None:
    file = file_of(kept)
    codes, expressions = marshal.loads(file.read_bytes()[len(HEAD) :])
    name = next(iter(codes))
    codes[name] = (bytes(8), compile("raise SystemExit('the code of another source')", name, "exec"))
    file.write_bytes(HEAD + marshal.dumps((codes, expressions)))
    assert start(kept)[0] == [name]
    assert start(kept)[0] == []


@pytest.mark.parametrize(
    "found", [b"", b"no code of any Python", MAGIC_NUMBER + b"{0", HEAD, HEAD + b"\xe9\x01", HEAD + b"N", HEAD + b"{0"]
)
def test_a_file_that_cannot_be_read_is_written_anew(kept: Path, found: bytes) -> None:
    file = file_of(kept)
    whole = file.read_bytes()
    file.write_bytes(found)
    assert len(start(kept)[0]) > 5
    assert len(file.read_bytes()) == len(whole)


def test_nothing_is_kept_where_nothing_can_be_or_may_be(tmp_path: Path) -> None:
    in_the_way = tmp_path / "in the way"
    in_the_way.touch()
    assert len(start(in_the_way)[0]) > 5
    assert len(start(tmp_path / "empty", PYTHONDONTWRITEBYTECODE="1")[0]) > 5
    assert not (tmp_path / "empty").exists()

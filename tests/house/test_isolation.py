"""A test sees no home but its own and reaches no machine but this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_data_path, user_log_path
from PySide6.QtWidgets import QApplication, QWidget

windows: list[QWidget] = []


def test_home_and_all_that_lies_in_it_are_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    for place in (user_config_path("factdesk"), user_data_path("factdesk"), user_log_path("factdesk")):
        assert place.is_relative_to(home)
        assert not place.exists()


def test_other_machines_are_out_of_reach() -> None:
    # What Python itself asks before it connects; nothing is sent, here or were the guard gone.
    with pytest.raises(PermissionError, match="a test wanted to reach"):
        sys.audit("socket.connect", None, ("192.0.2.1", 80))
    sys.audit("socket.connect", None, ("127.0.0.1", 80))
    sys.audit("socket.connect", None, "/a/socket/of/this/machine")


def test_a_window_may_be_left_behind(qapp: QApplication) -> None:
    windows.append(QWidget())
    assert windows[0] in qapp.topLevelWidgets()


def test_and_is_gone_in_the_next_test(qapp: QApplication) -> None:
    assert qapp.topLevelWidgets() == []


KINDS = ("PASSED", "FAILED")
CARELESS = """
import warnings
from PySide6.QtCore import qWarning

def test_python(): warnings.warn("nobody expected this")
def test_qt(qapp): qWarning("nobody expected this")
def test_quiet(qapp): pass
"""


def run_apart(tests: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run a file of tests under the settings of this house, in a process of its own."""
    top = Path(__file__).parents[2]
    settings = ("-c", str(top / "pyproject.toml"), "--rootdir", str(tests.parent), "-p", "no:cacheprovider")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *more, str(tests)],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


def test_a_warning_that_nobody_expected_fails_its_test(tmp_path: Path) -> None:
    careless = tmp_path / "test_careless.py"
    careless.write_text(CARELESS, encoding="utf-8")
    told = run_apart(careless, "-rA").stdout
    ends = {line.split("::")[-1].split()[0]: line.split()[0] for line in told.splitlines() if line[:6] in KINDS}
    assert ends == {"test_python": "FAILED", "test_qt": "FAILED", "test_quiet": "PASSED"}, told


STUCK = """
from PySide6.QtWidgets import QDialog

def test_a_dialog_that_nobody_answers(qapp): QDialog().exec()
def test_another(qapp): pass
"""


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "with a worker"])
def test_a_test_that_is_stuck_in_a_dialog_ends_and_is_named(tmp_path: Path, workers: tuple[str, ...]) -> None:
    stuck = tmp_path / "test_stuck.py"
    stuck.write_text(STUCK, encoding="utf-8")
    done = run_apart(stuck, "--timeout", "3", *workers)
    assert done.returncode == 1
    assert "test_a_dialog_that_nobody_answers" in done.stdout + done.stderr
    assert "1 passed" in done.stdout or not workers, "the worker that follows has the rest"

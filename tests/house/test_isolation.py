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


def test_a_warning_that_nobody_expected_fails_its_test(tmp_path: Path) -> None:
    top = Path(__file__).parents[2]
    careless = tmp_path / "test_careless.py"
    careless.write_text(CARELESS, encoding="utf-8")
    settings = ("-c", str(top / "pyproject.toml"), "--rootdir", str(tmp_path), "-p", "no:cacheprovider", "-rA")
    told = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, str(careless)],
        capture_output=True, text=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ).stdout  # fmt: skip
    ends = {line.split("::")[-1].split()[0]: line.split()[0] for line in told.splitlines() if line[:6] in KINDS}
    assert ends == {"test_python": "FAILED", "test_qt": "FAILED", "test_quiet": "PASSED"}, told

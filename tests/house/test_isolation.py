"""A test sees no home but its own and reaches no machine but this one."""

from __future__ import annotations

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

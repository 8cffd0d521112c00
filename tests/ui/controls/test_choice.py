from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.controls.choice import Choice


@pytest.fixture
def choice(qtbot: QtBot, qapp: QApplication) -> Choice:
    made = Choice("Type", [("a", "first"), ("b", "second")])
    qtbot.addWidget(made)
    return made


def test_it_shows_its_value_and_says_it_with_its_name(choice: Choice) -> None:
    choice.show_value("b")
    assert (choice.value, choice.text(), choice.accessibleName()) == ("b", "second ▾", "Type: second")
    assert [action.isChecked() for action in choice.menu().actions()] == [False, True]


def test_only_another_value_is_told(choice: Choice) -> None:
    heard: list[object] = []
    choice.chosen.connect(heard.append)
    choice.show_value("b")
    for n in (1, 0):
        choice.menu().actions()[n].trigger()
    assert heard == ["a"]


def test_what_is_no_option_is_refused(choice: Choice) -> None:
    with pytest.raises(ValueError, match="no option of Type"):
        choice.show_value("c")

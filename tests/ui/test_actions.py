"""Every command of the table: it has a method, a key of its own, and a line in the documentation."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from pytestqt.qtbot import QtBot

import factdesk
from factdesk.settings import Preferences
from factdesk.ui.actions import COMMANDS, MENUS, native, plain
from factdesk.ui.window.main_window import MainWindow

KEYS_DOC = Path(factdesk.__file__).parent.parent / "docs" / "keys.md"


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_command_hides_behind_a_longer_sequence() -> None:
    single = {key for command in COMMANDS for key in command.keys if ", " not in key}
    first = {key.split(", ")[0] for command in COMMANDS for key in command.keys if ", " in key}
    assert not single & first, "a key that begins a sequence cannot be a command itself"


def test_every_command_stands_in_a_menu_and_is_wired(qtbot: QtBot) -> None:
    window = MainWindow(Preferences())
    qtbot.addWidget(window)
    window.furnish()
    assert set(window.actions_by_id) == {command.id for command in COMMANDS}
    assert set(window.commands) == {command.id for command in COMMANDS}
    assert {command.menu.split("/")[0] for command in COMMANDS} == set(MENUS)
    for command in COMMANDS:
        assert window.actions_by_id[command.id] in window.bars.menu(command.menu).actions()


def test_the_documentation_names_every_command_and_key() -> None:
    text = KEYS_DOC.read_text(encoding="utf-8")
    for command in COMMANDS:
        if not command.id.startswith("verdict-"):
            assert plain(command.text).removesuffix("…") in text, command.id
        for key in command.keys:
            assert f"`{native((key,))}`" in text, (command.id, key)

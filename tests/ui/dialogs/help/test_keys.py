"""The sheet of keys holds every command, and is sought through by words and by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factdesk.ui.actions import key_rows
from factdesk.ui.dialogs.help.keys import KeySheet
from tests.ui.walk import assert_walkable, show


def shown_rows(sheet: KeySheet) -> list[tuple[str, str]]:
    """Command and keys of each row that is shown."""
    rows = sheet.table.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return [(row.text(0), row.text(1)) for row in rows if row.parent() is not None and not row.isHidden()]


def test_every_key_is_listed_under_its_menu_and_found_by_words_or_key(qtbot: QtBot) -> None:
    sheet = KeySheet([("Desk", "Undo", "Ctrl+Z"), ("Claim", "Make claim", "M"), ("Claim", "Add source", "S")])
    show(qtbot, sheet)
    assert len(shown_rows(sheet)) == 3
    sheet.search.setText("claim MAKE")
    assert shown_rows(sheet) == [("Make claim", "M")]
    sheet.search.setText("ctrl+z")
    assert shown_rows(sheet) == [("Undo", "Ctrl+Z")]
    sheet.search.setText("telepathy")
    assert shown_rows(sheet) == []
    assert any("none has that key" in label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def test_the_key_sheet_holds_the_whole_table_of_commands(qtbot: QtBot) -> None:
    sheet = KeySheet(key_rows())
    show(qtbot, sheet)
    told = dict(shown_rows(sheet))
    assert told["Back up now"] == "" and told["Theme ▸ Dark"] == "", "what has no key is found, too"
    assert told["Verdict ▸ By its place in the scale"] == "1 … 9"
    assert sorted(shown_rows(sheet)) == sorted((text, keys) for _, text, keys in key_rows())
    assert_walkable(qtbot, sheet)

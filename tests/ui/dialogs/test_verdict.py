"""Each value of the scale is given by its digit or its button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.rules.scales import shipped_scales
from factdesk.ui.dialogs.verdict import VerdictDialog
from tests.ui.walk import assert_walkable, press, show


def test_a_digit_gives_the_verdict(qtbot: QtBot) -> None:
    scale = shipped_scales()[1]
    dialog = VerdictDialog(scale)
    show(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, Qt.Key.Key_3)
    assert dialog.answer() == scale.values[2].id


def test_a_verdict_is_given_by_its_button_too(qtbot: QtBot) -> None:
    scale = shipped_scales()[0]
    dialog = VerdictDialog(scale)
    show(qtbot, dialog)
    assert_walkable(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.buttons[-1].click()
    assert dialog.answer() == scale.values[-1].id

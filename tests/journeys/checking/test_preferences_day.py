"""What is tried in the preferences is seen at once; what is kept there is kept, and nothing else."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factdesk.rules.scales import shipped_scales
from factdesk.settings import Preferences, load
from factdesk.ui import theme
from factdesk.ui.dialogs.preferences import PreferencesDialog
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import when_it_comes

KEPT = Preferences(name="Checker", theme="light", scale_id=shipped_scales()[0].id)
"""As the dialog leaves them where nothing is changed in it."""


def tried_dark(window: MainWindow, key: Qt.Key) -> list[str]:
    """Choose the dark theme in the preferences, then press ``key``; returns the theme that was seen meanwhile."""
    seen: list[str] = []

    def choose(dialog: PreferencesDialog) -> None:
        dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
        seen.append(theme.current().name)
        QTest.keyClick(dialog, key)

    when_it_comes(PreferencesDialog, choose)
    window.actions_by_id["preferences"].trigger()
    return seen


def test_a_theme_that_was_tried_and_kept_is_there_at_the_next_start(start: Start) -> None:
    window = start()
    window.preferences.keep(KEPT)
    assert tried_dark(window, Qt.Key.Key_Return) == ["dark"]
    assert (theme.current().name, load()) == ("dark", replace(KEPT, theme="dark"))


def test_a_theme_that_was_tried_and_left_is_gone_with_the_dialog(start: Start) -> None:
    window = start()
    window.preferences.keep(KEPT)
    assert tried_dark(window, Qt.Key.Key_Escape) == ["dark"]
    assert (theme.current().name, load()) == ("light", KEPT)

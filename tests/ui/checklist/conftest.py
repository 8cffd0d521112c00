"""The checklist in a real window, and the rows a person entered in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui import style
from factdesk.ui.checklist.pane import ChecklistPane
from tests.ui.checklist.hands import show
from tests.ui.claim import cases


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> ChecklistPane:
    style.apply(qapp, "light")
    pane = ChecklistPane()
    qtbot.addWidget(pane)
    pane.resize(540, 620)
    show(pane, cases.case())
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.setFocus()
    return pane


@pytest.fixture
def entered(pane: ChecklistPane) -> list[tuple[str, str]]:
    """Every row the person entered, in order."""
    found: list[tuple[str, str]] = []
    pane.row_entered.connect(lambda kind, row_id: found.append((kind, row_id)))
    return found

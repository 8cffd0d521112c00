"""A window at work on an article of many sentences, and its first claim."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.ids import ClaimId
from factdesk.settings import Preferences
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press, show

TEXT = "Flood closes bridge\n\n" + "\n\n".join(
    f"The wall of 19{n} cost {n} million euros, and nobody said what became of the rest." for n in range(11, 80)
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    article = tmp_path / "flood.txt"
    article.write_text(TEXT, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.row.suggestion is not None, timeout=20_000)
    window.case_page.checklist.setFocus()
    yield window
    window.close()


@pytest.fixture
def claim(qtbot: QtBot, window: MainWindow) -> ClaimId:
    """The second sentence, accepted; it is the current row, and the third is a claim, too."""
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None
    first, _ = window.bench.case.claims
    window.row.go(RowKind.CLAIM, first.id)
    return first.id

"""Claims in a text longer than one part are proposed further on when a person asks for it; Undo takes that back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.rules.suggestions.reach import PART
from factdesk.ui.window.main_window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.hands import SHIFT, open_sample, press, rows


def chapter(number: int, sentences: int) -> str:
    told = (f"Ship {nth} of year {number} passed the lock with {nth * 7 + 1} tons of oak." for nth in range(sentences))
    return "\n\n".join(told) + "\n\n"


def book(folder: Path) -> Path:
    """Two chapters with a part's length of rules between them, in which there is nothing to propose."""
    path = folder / "book.txt"
    rule = "* " * 500 + "\n\n"
    text = "The old lock holds\n\n" + chapter(1911, 40) + rule * (PART // len(rule)) + chapter(1912, 30)
    path.write_text(text, encoding="utf-8")
    return path


def proposed(window: MainWindow) -> list[int]:
    case = window.bench.case
    return [suggestion.span.start for suggestion in case.suggestions] if case is not None else []


def test_the_next_part_is_proposed_when_asked_for_and_taken_back(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    desk = open_sample(qtbot, window)
    window.rooms.intake.open_as_proposed(book(tmp_path))
    qtbot.waitUntil(lambda: max(proposed(window), default=0) > 0 and len(proposed(window)) == 41, timeout=30_000)
    qtbot.waitUntil(lambda: not window.jobs.busy())
    pill = window.case_page.checklist.head.further
    assert pill.isVisible()
    assert "Proposed up to 99% of the text" in pill.text()
    assert "Shift+N" in pill.text()
    before = proposed(window)
    window.case_page.checklist.setFocus()
    press(Qt.Key.Key_N, modifier=SHIFT)
    qtbot.waitUntil(lambda: len(proposed(window)) == 71, timeout=30_000)
    later = [start for start in proposed(window) if start not in before]
    assert min(later) > PART
    assert not pill.isVisible()
    assert rows(desk, "SELECT label, edit NOT LIKE '%oak%' FROM journal ORDER BY seq DESC LIMIT 1") == [
        ("Propose claims further on", 1)
    ]
    case = window.bench.case
    assert case is not None
    assert all(reason.code != "opening" for one in case.suggestions[41:] for reason in one.reasons)
    press(Qt.Key.Key_N, modifier=SHIFT)
    qtbot.waitUntil(lambda: "already" in window.statusBar().currentMessage())
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: proposed(window) == before)
    assert pill.isVisible()

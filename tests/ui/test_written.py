"""Counts and moments read the same wherever the window tells them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.settings import Preferences
from factdesk.ui import written
from factdesk.ui.claim.tabs import HISTORY
from factdesk.ui.dialogs.runs import WHEN, Runs
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.history import record
from tests.ui.walk import press, show


def test_the_digits_of_a_large_count_are_grouped() -> None:
    assert written.count(17_020) in ("17,020", "17.020", "17 020", "17\u00a0020", "17\u202f020", "17’020")
    assert written.count(999) == "999"


def test_one_of_a_kind_is_told_as_one() -> None:
    told = [written.counted(number, "1 step", "{0} steps") for number in (0, 1, 2, 1_643)]
    assert told == ["0 steps", "1 step", "2 steps", f"{written.count(1_643)} steps"]


def test_a_moment_is_told_by_the_clock_on_the_wall_and_never_with_an_ambiguous_month() -> None:
    at = datetime(2026, 3, 4, 12, 30, 59, tzinfo=UTC)
    assert written.moment(at) == written.moment(at.isoformat()) == at.astimezone().strftime("%Y-%m-%d %H:%M")
    assert written.day(at.isoformat()) == at.astimezone().strftime("%Y-%m-%d")


def test_the_record_and_the_history_of_a_claim_tell_one_step_with_the_same_moment(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Preferences(name="AB", theme="light"))
    show(qtbot, window)
    article = tmp_path / "flood.txt"
    article.write_text("The river rose 4.2 metres in 2025. About 30 households left.\n", encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.bench.case is not None and bool(window.bench.case.suggestions), timeout=20_000)
    window.case_page.checklist.setFocus()
    press(qtbot, Qt.Key.Key_A)
    assert window.bench.case is not None and window.bench.session is not None
    window.row.go("claim", window.bench.case.claims[0].id)
    window.case_page.claim.claim.turn_to(HISTORY)
    runs = Runs(window)
    runs.show_record(record(window.bench.session.events(), "AB"), {})
    newest = runs.index(0, WHEN).data()
    qtbot.waitUntil(lambda: bool(window.case_page.claim.claim.history.text()))
    assert window.case_page.claim.claim.history.text().splitlines()[0].startswith(f"{newest} · ")
    window.close()

"""A long checklist worked by keyboard in the real window: the longest time each sort of key takes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.results import BarOn, Result
from benchmarks.window.opened import opened
from benchmarks.window.painting import processor
from factdesk.ui.window.main_window import MainWindow

MOST = 100.0
"""Milliseconds after which a person waits; what takes longer must be a job with progress and a way to stop it."""

_CTRL, _SHIFT, _PLAIN = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


def work_through(path: Path, rows: int) -> list[Result]:
    """Work at a desk of so many rows as a person does, and tell the longest processor time of each sort of step."""
    window = opened(path)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.case_page.checklist.setFocus()
    found = [
        _longest("next row", [_key(Qt.Key.Key_J) for _ in range(30)]),
        _longest("accept", [_on_suggestion(window, Qt.Key.Key_A) for _ in range(20)]),
        _longest("reject", [_on_suggestion(window, Qt.Key.Key_X) for _ in range(20)]),
        _longest("verdict", [_on_claim(window, Qt.Key.Key_2, nth) for nth in range(20)]),
        _longest("undo", [_key(Qt.Key.Key_Z, _CTRL) for _ in range(20)]),
        _longest("filter typed", _typed(window)),
        _longest("bulk accept", [_key(Qt.Key.Key_A, _CTRL | _SHIFT)]),
        _longest("undo of it", [_key(Qt.Key.Key_Z, _CTRL)]),
    ]
    window.close()
    return [
        Result(f"{name}, {rows:,} rows, the longest", 1000 * most, "ms", bar=MOST, bar_on=BarOn.MOST)
        for name, most in found
    ]


def _longest(name: str, taken: list[float]) -> tuple[str, float]:
    return name, max(taken)


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> float:
    focus = QApplication.focusWidget()
    assert focus is not None

    def pressed() -> None:
        QTest.keyClick(focus, key, modifier)
        QApplication.processEvents()

    return processor(pressed)


def _on_suggestion(window: MainWindow, key: Qt.Key) -> float:
    if window.row.suggestion is None:
        case = window.bench.case
        assert case is not None
        window.row.go("suggestion", next(one.id for one in case.suggestions if one.decision == "open"))
        QApplication.processEvents()
    return _key(key)


def _on_claim(window: MainWindow, key: Qt.Key, nth: int) -> float:
    case = window.bench.case
    assert case is not None
    window.row.go("claim", case.claims[nth * 7].id)
    QApplication.processEvents()
    return _key(key)


def _typed(window: MainWindow) -> list[float]:
    search = window.case_page.checklist.head.search
    window.case_page.checklist.focus_search()
    taken = [processor(partial(_type, search, letter)) for letter in "source ferries"]
    search.clear()
    QApplication.processEvents()
    window.case_page.checklist.setFocus()
    return taken


def _type(search: QLineEdit, letter: str) -> None:
    QTest.keyClicks(search, letter)
    QApplication.processEvents()

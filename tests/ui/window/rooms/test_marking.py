"""Claims made of a heading, and parted at a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.text.spans import Span
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def test_what_is_proposed_as_a_heading_becomes_a_claim_by_the_key_that_makes_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.row.suggestion is not None and window.bench.case is not None
    words = window.row.anchor()
    press(qtbot, Qt.Key.Key_M)
    (made,) = window.bench.case.claims
    assert (window.row.key, window.row.anchor()) == ((RowKind.CLAIM, made.id), words)


def test_a_claim_is_parted_before_the_word_the_cursor_stands_in(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_A)
    case = window.bench.case
    assert case is not None
    window.row.go(RowKind.CLAIM, case.claims[0].id)
    inside = case.version.text.index("nobody") + 3
    window.case_page.article.go_to(Span(inside, inside))
    press(qtbot, Qt.Key.Key_Slash)
    assert window.bench.case is not None
    parts = sorted(segment.anchor.exact for segment in window.bench.case.words_of().values())
    assert parts == ["The wall of 1911 cost 11 million euros, and", "nobody said what became of the rest."]

"""The current row: how keys, caret and search lead to it, and that it is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.ids import ClaimId
from factdesk.ui.window.main_window import MainWindow
from tests.ui.walk import press


def in_sight(window: MainWindow) -> bool:
    """Whether the words of the current row begin and end in what is seen of the article."""
    text, anchor = window.case_page.article.text, window.row.anchor()
    assert anchor is not None
    strips = text.sight.places(anchor.span)
    seen = text.viewport().rect()
    return bool(strips) and all(strip.top() >= 0 and strip.bottom() <= seen.height() for strip in strips)


def test_a_key_that_goes_to_another_row_brings_it_into_sight_while_the_article_is_read(
    qtbot: QtBot, window: MainWindow
) -> None:
    text = window.case_page.article.text
    text.setFocus()
    press(qtbot, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert text.verticalScrollBar().value() > 0
    press(qtbot, Qt.Key.Key_N)
    assert text.hasFocus()
    qtbot.waitUntil(lambda: in_sight(window))


def test_the_article_is_not_moved_where_the_caret_leads_to_a_row(qtbot: QtBot, window: MainWindow) -> None:
    text = window.case_page.article.text
    text.setFocus()
    before = window.row.id
    for _ in range(8):
        press(qtbot, Qt.Key.Key_Down)
    assert window.row.id != before, "the caret enters a suggestion"
    assert text.verticalScrollBar().value() == 0


def test_words_found_in_the_article_lead_to_their_row(qtbot: QtBot, window: MainWindow, claim: ClaimId) -> None:
    """Otherwise a verdict would go to a row far from where the person reads."""
    window.case_page.article.open_find("1960")
    press(qtbot, Qt.Key.Key_Escape)
    suggestion = window.row.suggestion
    assert suggestion is not None and window.bench.case is not None
    assert "1960" in window.bench.case.version.text[slice(*suggestion.span)]


def test_a_step_up_leads_to_the_first_row_and_no_further(qtbot: QtBot, window: MainWindow) -> None:
    first = window.row.id
    press(qtbot, Qt.Key.Key_J)
    assert window.row.id != first
    for _ in range(2):
        press(qtbot, Qt.Key.Key_K)
        assert window.row.id == first


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_J])
def test_who_goes_on_to_another_row_leaves_the_bare_words_unselected(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_B)
    assert window.case_page.article.current_span() is not None
    press(qtbot, key)
    assert window.case_page.article.current_span() is None


def test_the_rows_beside_the_current_one_are_in_sight_where_keys_go(qtbot: QtBot, window: MainWindow) -> None:
    rows = window.case_page.checklist.list
    seen = rows.viewport().rect()

    def beside(by: int) -> bool:
        return seen.contains(rows.visualRect(rows.rows.index((rows.line() or 0) + by)))

    for _ in range(20):
        press(qtbot, Qt.Key.Key_J)
        assert beside(+1)
    for _ in range(15):
        press(qtbot, Qt.Key.Key_K)
        assert beside(-1)

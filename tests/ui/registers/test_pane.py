"""A register in a real window: filtered, grouped, ticked, spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from factdesk.model.tick import Register
from factdesk.text.spans import Span
from factdesk.ui import style
from factdesk.ui.registers.pane import RegisterPane
from factdesk.ui.registers.rows import Order, Which
from tests.timed import seconds
from tests.unit.rules.registers.registered import read

TEXT = (
    "About 30 households were told to leave the valley. It cost $5 million.\n"
    "Some 40 households were told to leave the valley. The sum of 5m dollars was paid."
)


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> RegisterPane:
    style.apply(qapp, "light")
    pane = RegisterPane(Register.NUMBERS)
    qtbot.addWidget(pane)
    pane.resize(560, 500)
    pane.show_entries(read(TEXT).entries[Register.NUMBERS], TEXT, frozenset())
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def shown(pane: RegisterPane) -> list[str]:
    return [pane.rows.row(at).words for at in range(pane.rows.rowCount())]


def test_entries_stand_in_reading_order_or_by_what_they_tell(pane: RegisterPane) -> None:
    assert shown(pane) == ["30", "$5 million", "40", "5m dollars"]
    pane.order._picked(Order.GROUPED)
    assert shown(pane) == ["30", "$5 million", "40"]
    pane.list.enter(1)
    QTest.keyClick(pane.list, Qt.Key.Key_Right)
    assert shown(pane) == ["30", "$5 million", "5m dollars", "40"]
    assert [pane.rows.row(at).follows for at in range(4)] == [False, False, True, False]


def test_a_group_stays_unfolded_until_it_is_folded_again(pane: RegisterPane) -> None:
    pane.order._picked(Order.GROUPED)
    pane.list.setFocus()
    pane.list.enter(1)
    assert "told 2 times" in pane.rows.row(1).spoken and "folded: Right shows each" in pane.rows.row(1).spoken
    QTest.keyClick(pane.list, Qt.Key.Key_Right)
    pane.search.setText("5,000,000")
    pane.search.setText("")
    pane.order._picked(Order.READING)
    pane.order._picked(Order.GROUPED)
    assert pane.rows.rowCount() == 4
    pane.list.enter(2)
    QTest.keyClick(pane.list, Qt.Key.Key_Left)
    assert (pane.rows.rowCount(), pane.list.line()) == (3, 1)  # from any row of the group, and the first is current


def test_a_click_on_the_sign_of_a_group_shows_all_of_it_and_ticks_nothing(pane: RegisterPane, qtbot: QtBot) -> None:
    pane.order._picked(Order.GROUPED)
    with qtbot.assertNotEmitted(pane.ticks_wanted):
        row = pane.list.visualRect(pane.rows.index(1))
        for count in (4, 3):
            place = QPoint(row.left() + 20, row.top() + 14)
            QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
            assert pane.rows.rowCount() == count


def test_a_row_is_as_high_as_what_it_says(pane: RegisterPane) -> None:
    in_conflict, plain = (pane.list.visualRect(pane.rows.index(at)).height() for at in (0, 1))
    assert pane.rows.row(0).below and not pane.rows.row(1).below
    assert in_conflict > plain


def test_conflicts_are_shown_alone_with_glyph_and_word(pane: RegisterPane) -> None:
    pane.chips[Which.CONFLICTS].click()
    assert shown(pane) == ["30", "40"]
    assert pane.chips[Which.CONFLICTS].text() == "≠ Conflicts 2"
    assert "≠ elsewhere “40”" in pane.rows.row(0).below


def test_what_is_ticked_leaves_the_open_ones(pane: RegisterPane) -> None:
    first = pane.rows.entries[0].span
    pane.show_ticks(frozenset([first]))
    assert pane.progress.text() == "1 of 4 ticked"
    assert "☑ ticked" in pane.rows.row(0).spoken
    pane.chips[Which.OPEN].click()
    assert shown(pane) == ["$5 million", "40", "5m dollars"]


def test_a_tick_goes_on_to_the_next_entry_unless_it_is_wanted_in_vain(pane: RegisterPane, qtbot: QtBot) -> None:
    pane.setFocus()
    for only_read, line in ((True, 0), (False, 1)):
        pane.only_read = only_read
        with qtbot.waitSignal(pane.ticks_wanted):
            QTest.keyClick(pane.list, Qt.Key.Key_Space)
        assert pane.list.line() == line


def test_a_click_on_the_tick_asks_for_it_and_one_on_the_words_does_not(pane: RegisterPane, qtbot: QtBot) -> None:
    wanted: list[tuple[object, ...]] = []
    pane.ticks_wanted.connect(lambda _register, spans, yes: wanted.append((*spans, yes)))
    row = pane.list.visualRect(pane.rows.index(1))
    for x in (30, row.right() - 20):
        QTest.mouseClick(
            pane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, row.top() + 12)
        )
    assert wanted == [(pane.rows.entries[1].span, True)]


def test_the_first_of_a_group_is_ticked_with_the_whole_group_and_says_how_far_it_is(pane: RegisterPane) -> None:
    pane.order._picked(Order.GROUPED)
    wanted: list[tuple[tuple[Span, ...], bool]] = []
    pane.ticks_wanted.connect(lambda _register, spans, yes: wanted.append((spans, yes)))
    both = tuple(entry.span for entry in pane.rows.group(1))
    for count, words in ((0, "☐ open"), (1, "☐ 1 of 2"), (2, "☑ all 2")):
        pane.show_ticks(frozenset(both[:count]))
        pane.list.enter(1)
        assert words in pane.rows.row(1).spoken
        pane.tick_current()
    pane.list.fold_at.emit(1, False)
    pane.list.enter(2)
    pane.tick_current()
    assert wanted == [(both, True), (both, True), (both, False), (both[1:], False)]  # the last takes one away


def test_names_open_with_the_same_ones_together(qtbot: QtBot) -> None:
    names = RegisterPane(Register.NAMES)
    qtbot.addWidget(names)
    text = "The mayor, Ann Doe, met Bob Roe. The town waited. Mr Doe left, and so did Mr Roe."
    names.show_entries(read(text).entries[Register.NAMES], text, frozenset())
    assert [(row.words, row.beside) for row in map(names.rows.row, range(names.rows.rowCount()))] == [
        ("Ann Doe", "told 2 times"), ("Bob Roe", "told 2 times"),
    ]  # fmt: skip
    assert names.order.value is Order.GROUPED


def test_words_are_sought_in_the_figure_as_written_and_in_its_normal_form(pane: RegisterPane) -> None:
    pane.search.setText("5,000,000")
    assert shown(pane) == ["$5 million", "5m dollars"]


def test_every_control_has_a_name(pane: RegisterPane) -> None:
    for control in (pane.list, pane.search, pane.order):
        assert control.accessibleName()


def test_twenty_thousand_entries_are_shown_as_fast_as_they_are_counted(pane: RegisterPane) -> None:
    text = TEXT + "\n"
    few = read(text * 20).entries[Register.NUMBERS]
    many = tuple(few[nth % len(few)] for nth in range(20_000))

    def taken(count: int) -> float:
        return seconds(lambda: pane.show_entries(many[:count], text * 20, frozenset()))

    assert taken(20_000) / taken(2_000) < 30


def test_an_entry_has_a_menu_that_shows_its_keys(qtbot: QtBot, pane: RegisterPane) -> None:
    pane.list.enter(0)
    at = pane.list.viewport().mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(pane.list.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    told = [action.text().split("\t") for action in menu.actions()]
    assert told[:2] == [["Go to its words", "Return"], ["Tick, or take the tick away", "Space"]]
    with qtbot.waitSignal(pane.entry_opened):
        menu.actions()[0].trigger()
    with qtbot.waitSignal(pane.ticks_wanted):
        menu.actions()[1].trigger()
    menu.close()

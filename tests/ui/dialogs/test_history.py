"""The record as a list: what was done, by whom, and how much of it can be taken back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.event import Event
from factdesk.model.ids import ArticleId
from factdesk.ui.dialogs.history import HistoryDialog
from factdesk.work.history import record
from tests.ui.walk import assert_walkable, press, show


def step(seq: int, label: str, *, kind: str = "SetVerdict", person: str = "AB", of: int | None = None) -> Event:
    return Event(
        seq=seq, at=f"2026-03-14T09:0{seq}:00Z", person=person, kind=kind, label=label, of=of, article_id=None,
        claims=frozenset(["c"]), hash="",
    )  # fmt: skip


EVENTS = (
    step(1, "", kind="created"),
    step(2, "Verdict"),
    step(3, "Note"),
    step(4, "Note", kind="undo", of=3),
    step(5, "Priority", person="CD"),
    step(6, "Source"),
)


@pytest.fixture
def history(qtbot: QtBot) -> HistoryDialog:
    dialog = HistoryDialog()
    dialog.show_record(record(EVENTS, "AB"), {"c": "2.1"})
    show(qtbot, dialog)
    return dialog


def line(history: HistoryDialog, row: int) -> list[str]:
    model = history.table.model()
    return [str(model.index(row, column).data()) for column in range(1, model.columnCount())]


def test_the_record_is_shown_newest_first_with_what_stands(history: HistoryDialog) -> None:
    assert [line(history, row) for row in range(6)] == [
        ["AB", "Source · claim 2.1", "can be undone"],
        ["CD", "Priority · claim 2.1", ""],
        ["AB", "Took back “Note” · claim 2.1", ""],
        ["AB", "Note · claim 2.1", "taken back"],
        ["AB", "Verdict · claim 2.1", "can be undone"],
        ["AB", "The desk was made · claim 2.1", ""],
    ]


def test_the_button_says_how_many_steps_go_and_asks_for_them(qtbot: QtBot, history: HistoryDialog) -> None:
    assert history.undo_button.text() == "Undo this step"
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Down)
    assert history.undo_button.text() == "Undo down to here (2 steps)"
    with qtbot.waitSignal(history.undo_down_to) as asked:
        history.undo_button.click()
    assert asked.args == [2]


def test_steps_of_others_and_steps_taken_back_cannot_be_undone(qtbot: QtBot, history: HistoryDialog) -> None:
    for row in (1, 2, 3, 5):
        history.table.setCurrentIndex(history.table.model().index(row, 0))
        assert not history.undo_button.isEnabled()


def test_a_screen_reader_hears_the_whole_step(qtbot: QtBot, history: HistoryDialog) -> None:
    said = history.table.model().index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Verdict · claim 2.1, AB, 2026-03-14")
    assert said.endswith("can be undone")
    assert_walkable(qtbot, history)


def test_a_long_record_is_shown_at_once(qtbot: QtBot, history: HistoryDialog) -> None:
    many = tuple(step(n, "Verdict" if n % 2 else "Note") for n in range(1, 10)) * 3000
    history.show_record(record(many, "AB"))
    assert history.table.model().rowCount() <= 1500
    shown = 0
    while shown != (shown := history.table.model().rowCount()):
        press(qtbot, Qt.Key.Key_End)
        QApplication.processEvents()
    assert 20_000 < shown <= 27_000
    assert history.table.currentIndex().row() == shown - 1


@pytest.fixture
def fifty(qtbot: QtBot, history: HistoryDialog) -> HistoryDialog:
    """A record of fifty like steps between two others."""
    made = (step(1, "Add article"), *(step(n, "Accept suggestion") for n in range(2, 52)), step(52, "Verdict"))
    made = tuple(replace(event, at="2026-03-14T09:00:00Z") for event in made)
    history.show_record(record(made, "AB"), {"c": "2.1"})
    return history


def test_like_steps_are_one_line(qtbot: QtBot, fifty: HistoryDialog) -> None:
    assert [line(fifty, row)[1] for row in range(3)] == [
        "Verdict · claim 2.1", "Accept suggestion, 50 times · claim 2.1", "Add article · claim 2.1",
    ]  # fmt: skip
    press(qtbot, Qt.Key.Key_Down)
    assert fifty.undo_button.text() == "Undo down to here (51 steps)"
    with qtbot.waitSignal(fifty.undo_down_to) as asked:
        fifty.undo_button.click()
    assert asked.args == [2]


def test_a_line_that_was_opened_stays_open_when_a_step_came(qtbot: QtBot, fifty: HistoryDialog) -> None:
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Right)
    made = (step(1, "Add article"), *(step(n, "Accept suggestion") for n in range(2, 52)), step(52, "Verdict"))
    made = tuple(replace(event, at="2026-03-14T09:00:00Z") for event in (*made, step(53, "Note")))
    fifty.show_record(record(made, "AB"), {"c": "2.1"})
    assert fifty.table.isExpanded(fifty.table.model().index(2, 0))


def test_a_step_in_another_article_names_it_and_is_not_folded_with_those_of_this_one(
    qtbot: QtBot, history: HistoryDialog
) -> None:
    here, there = ArticleId("here"), ArticleId("there")
    made = (
        *(replace(step(n, "Verdict"), article_id=there) for n in range(1, 4)),
        *(replace(step(n, "Verdict"), article_id=here) for n in range(4, 7)),
    )
    history.show_record(record(made, "AB", {"there": "The dam", "here": "The bridge"}))
    assert [line(history, row)[1] for row in range(2)] == [
        "Verdict, 3 times · “The bridge”", "Verdict, 3 times · “The dam”",
    ]  # fmt: skip


def test_a_line_of_like_steps_opens_by_the_right_arrow_to_each_of_them(qtbot: QtBot, fifty: HistoryDialog) -> None:
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Down)
    assert fifty.undo_button.text() == "Undo down to here (2 steps)"
    with qtbot.waitSignal(fifty.undo_down_to) as asked:
        fifty.undo_button.click()
    assert asked.args == [51]
    assert_walkable(qtbot, fifty)
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Left)
    assert fifty.undo_button.text() == "Undo down to here (51 steps)"

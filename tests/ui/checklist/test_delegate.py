"""How a row is drawn."""

from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.checklist.lines import fitted
from factdesk.ui.checklist.list import RowList
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.places import faces, places
from tests.ui.claim import cases


def inked(view: RowList, words: str) -> list[list[int]]:
    """Show a row with these words and return the dark rows of each column of their first line, from left to right."""
    gone = cases.claim("c1", restatement=words)
    listed = Listed.of(cases.case(claims=(gone,), segments=(), suggestions=()), {gone.id: "1"}, "")
    view.rows.make = listed.row
    view.show_facts(listed.facts)
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    row = view.visualRect(view.rows.index(0))
    at = places(view.font(), row.width()).words.translated(row.topLeft())
    at.translate(0, at.height() // 4)  # a row of one line stands in the middle of its height
    line = range(at.top() + 2, at.top() + at.height() // 2 - 2)
    dark = image.pixelColor(at.left(), at.top() + 1).lightness() - 60
    columns = ([y for y in line if image.pixelColor(x, y).lightness() < dark] for x in range(at.left(), at.right()))
    return [column for column in columns if column]


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> RowList:
    style.apply(qapp, "light")
    view = RowList()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    return view


def test_a_full_stop_stands_where_the_reading_ends(view: RowList) -> None:
    plain, stopped = inked(view, "سد بسته شد"), inked(view, "سد بسته شد.")
    assert stopped[-20:] == plain[-20:], "a Persian sentence begins at the right with its first letter"
    assert max(map(len, stopped[:2])) <= 3, "and ends at the left with a dot"
    plain, stopped = inked(view, "The dam closed"), inked(view, "The dam closed.")
    assert stopped[:20] == plain[:20]
    assert max(map(len, stopped[-2:])) <= 3


@pytest.mark.parametrize("number", ["1", "999.9", "12000", "2004.1"])
def test_a_number_is_never_cut(view: RowList, number: str) -> None:
    face = faces(view.font())
    room = places(view.font(), 600).number.width()
    assert number in (fitted(number, face.plain.key, room), fitted(number, face.quiet.key, room))


def test_what_is_said_of_a_short_claim_takes_the_line_its_words_leave(view: RowList) -> None:
    view.resize(420, 300)
    inked(view, "The dam closed.")
    row = replace(view.rows.make(view.rows.facts[0]), detail="no source · " * 12)
    view.rows.make = lambda _fact: row
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    place = view.visualRect(view.rows.index(0))
    last = places(view.font(), place.width()).detail.translated(place.topLeft())
    ground = image.pixelColor(place.left() + 1, place.top() + 1).lightness()
    assert any(
        image.pixelColor(x, y).lightness() < ground - 60
        for x in range(last.left(), last.right())
        for y in range(last.top() + 2, last.bottom())
    )


def are_lit(view: RowList, lines: list[int]) -> bool:
    """Tell whether these lines and no others are lit on the screen as it stands, nothing being painted for it."""
    image = view.screen().grabWindow(view.winId()).toImage()
    seen = ((nth, view.visualRect(view.rows.index(nth))) for nth in range(view.rows.rowCount()))
    corners = ((nth, view.viewport().mapTo(view, row.topLeft() + QPoint(2, 2))) for nth, row in seen)
    raised = themes.current().raised
    return lines == [nth for nth, at in corners if image.rect().contains(at) and image.pixelColor(at).name() == raised]


def test_the_row_under_the_mouse_is_lit_and_no_other(view: RowList, qtbot: QtBot) -> None:
    facts = tuple(cases.claim(f"c{nth}") for nth in range(30))
    view.rows.make = Listed.of(cases.case(claims=facts, segments=(), suggestions=()), {}, "").row
    view.show_facts(facts)
    qtbot.waitUntil(view.isActiveWindow)  # else the window would still be moved, away from the mouse
    for pointed_at in (1, 2):
        QTest.mouseMove(view.viewport(), view.visualRect(view.rows.index(pointed_at)).center())
        qtbot.waitUntil(partial(are_lit, view, [pointed_at]))
    view.verticalScrollBar().setValue(view.rowHeight(0) * 7)
    qtbot.waitUntil(partial(are_lit, view, [9]))  # the mouse stood still, the rows moved below it
    QCursor.setPos(view.mapToGlobal(view.rect().bottomRight() + QPoint(40, 40)))
    qtbot.waitUntil(partial(are_lit, view, []))

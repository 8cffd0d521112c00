"""How a row is drawn."""

from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State
from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.checklist.lines import fitted, font_of
from factdesk.ui.checklist.list import RowList
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.places import faces, places
from factdesk.ui.checklist.rows import Row, RowKind
from factdesk.ui.fonts import DESK, SIGNS
from factdesk.ui.mirror import placed
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


OK = cases.desk_check().value("ok")
ROW = Row(
    kind=RowKind.CLAIM, id="c1", number="12", words="The dam closed in May, and the river rose in June. " * 4,
    detail="no source", verdict=OK, verdict_words="Certain", state=State.NEW, state_words="new", high_risk=True,
)  # fmt: skip


def picture(view: RowList, row: Row) -> QImage:
    """What the list shows of a row, from its corner."""
    view.rows.make = lambda _fact: row
    view.show_facts((cases.claim("c1"),))
    place = view.visualRect(view.rows.index(0))
    return view.viewport().grab(place).toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def apart(one: QImage, other: QImage) -> QRect:
    """Return the least rectangle that holds every pixel in which two pictures differ."""
    width, height = one.width(), one.height()
    found = [(x, y) for x in range(width) for y in range(height) if one.pixel(x, y) != other.pixel(x, y)]
    xs, ys = {x for x, _ in found}, {y for _, y in found}
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys))) if found else QRect()


PARTS = [
    ("number", "number", ""), ("flag", "high_risk", False),
    ("words", "words", "A tower burned in June of that year. " * 5), ("detail", "detail", ""),
    ("verdict", "verdict_words", ""), ("state", "state_words", ""),
]  # fmt: skip


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("part", "field", "other"), PARTS, ids=[part for part, _, _ in PARTS])
def test_each_part_of_a_row_is_drawn_in_its_own_place(
    view: RowList, part: str, field: str, other: object, side: Qt.LayoutDirection
) -> None:
    view.setLayoutDirection(side)
    for width in (260, 400, 600):
        view.resize(width, 300)
        seen = apart(picture(view, ROW), picture(view, replace(ROW, **{field: other})))
        room = view.visualRect(view.rows.index(0)).size()
        place = placed(side, QRect(QPoint(0, 0), room), getattr(places(view.font(), room.width()), part))
        assert not seen.isEmpty() and place.adjusted(-2, -2, 2, 2).contains(seen), width
        if part == "number":  # its last digit stands beside the words
            left = side is Qt.LayoutDirection.LeftToRight
            assert abs(seen.right() - place.right() if left else seen.left() - place.left()) <= 2


def test_what_is_decided_is_bold_what_is_not_is_slanted_and_what_is_said_beside_is_small(view: RowList) -> None:
    face, word = faces(view.font()), "Unverifiable"
    row = replace(ROW, verdict_words=word, detail=word)
    for field, given, wanted in (
        ("verdict_words", OK, face.bold), ("verdict_words", None, face.slanted), ("detail", OK, face.quiet)
    ):  # fmt: skip
        shown = replace(row, verdict=given)
        seen = apart(picture(view, shown), picture(view, replace(shown, **{field: ""})))
        assert abs(seen.width() - QFontMetrics(wanted.font).tightBoundingRect(word).width()) <= 2
    wide = [QFontMetrics(one.font).tightBoundingRect(word).width() for one in (face.bold, face.slanted, face.quiet)]
    assert min(wide) < max(wide) - 6 and wide[2] == min(wide), "the three can be told apart"


def test_what_is_only_suggested_is_paler_than_a_claim(view: RowList) -> None:
    def darkest(kind: RowKind) -> int:
        shown, words = picture(view, replace(ROW, kind=kind)), places(view.font(), view.viewport().width()).words
        across, down = range(words.left(), words.right()), range(words.top(), words.bottom())
        return min(shown.pixelColor(x, y).lightness() for x in across for y in down)

    assert darkest(RowKind.SUGGESTION) > darkest(RowKind.CLAIM) + 20


def test_below_the_last_row_nothing_of_what_stood_there_is_left(view: RowList, qtbot: QtBot) -> None:
    view.rows.make = lambda _fact: ROW

    def below() -> set[str]:
        image = view.screen().grabWindow(view.winId()).toImage()
        return {image.pixelColor(x, 250).name() for x in range(10, 560)}

    view.show_facts(tuple(cases.claim(f"c{nth}") for nth in range(30)))
    qtbot.waitUntil(lambda: len(below()) > 1)
    view.show_facts((cases.claim("c0"),))
    qtbot.waitUntil(lambda: below() == {themes.current().panel})


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


def test_a_row_takes_its_signs_from_the_face_that_comes_along() -> None:
    """Its fonts are those of the desk: one more would be loaded for each that differs."""
    desk = QFont([DESK, SIGNS], 11)
    assert font_of(desk.toString()) == desk

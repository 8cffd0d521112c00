from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.controls.flow import FlowLayout


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    return ground


def boxes(ground: QWidget, layout: FlowLayout, sizes: list[tuple[int, int]]) -> list[QWidget]:
    ground.setLayout(layout)
    made: list[QWidget] = []
    for width, height in sizes:
        box = QLabel()
        box.setFixedSize(QSize(width, height))
        layout.addWidget(box)
        made.append(box)
    return made


def lay(layout: FlowLayout, width: int) -> None:
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))


def test_items_go_on_the_next_line_where_the_width_ends(ground: QWidget) -> None:
    layout = FlowLayout(gap=10)
    made = boxes(ground, layout, [(40, 20), (40, 20), (40, 20)])
    lay(layout, 100)
    assert [(box.x(), box.y()) for box in made] == [(0, 0), (50, 0), (0, 30)]
    assert layout.heightForWidth(100) == 50
    assert layout.heightForWidth(140) == 20


def test_items_of_a_line_are_centred_on_each_other(ground: QWidget) -> None:
    layout = FlowLayout(gap=0)
    made = boxes(ground, layout, [(40, 10), (40, 30)])
    lay(layout, 100)
    assert [box.y() for box in made] == [10, 0]


def test_a_trailing_item_stands_at_the_far_end_of_its_line(ground: QWidget) -> None:
    layout = FlowLayout(gap=10, trailing=True)
    made = boxes(ground, layout, [(40, 20), (30, 20)])
    lay(layout, 200)
    assert made[1].x() == 170
    lay(layout, 60)
    assert (made[1].x(), made[1].y()) == (30, 30)
    made[1].hide()
    lay(layout, 200)
    assert made[0].x() == 0  # the one before it does not take its place


@pytest.mark.parametrize(("width", "columns"), [(600, 6), (400, 3), (200, 2), (90, 1), (10, 1)])
def test_cards_share_the_width_in_even_lines(ground: QWidget, width: int, columns: int) -> None:
    layout = FlowLayout(gap=6, least=76)
    made = boxes(ground, layout, [(0, 0)] * 6)
    for box in made:
        box.setMinimumSize(0, 50)
        box.setMaximumSize(5000, 50)
    lay(layout, width)
    assert len({box.x() for box in made}) == columns
    assert len({box.width() for box in made}) == 1
    assert columns == 1 or {min(box.x() for box in made), max(box.x() + box.width() for box in made)} == {0, width}
    assert made[columns - 1].geometry().right() < max(width, 1)


class Card(QWidget):
    """Flat from 100 pixels on, tall below."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return 30 if width >= 100 else 80


@pytest.mark.parametrize(("width", "columns"), [(516, 6), (500, 3), (320, 3), (260, 2), (90, 1)])
def test_cards_that_do_not_fit_on_one_line_take_the_least_height(ground: QWidget, width: int, columns: int) -> None:
    layout = FlowLayout(ground, gap=6, least=80)
    made = [Card() for _ in range(6)]
    for card in made:
        layout.addWidget(card)
    lay(layout, width)
    assert len({card.x() for card in made}) == columns
    assert {card.height() for card in made} == {30 if made[0].width() >= 100 else 80}


def test_hidden_items_take_no_place(ground: QWidget) -> None:
    layout = FlowLayout(gap=10)
    made = boxes(ground, layout, [(40, 20), (40, 20)])
    made[0].hide()
    lay(layout, 100)
    assert made[1].x() == 0
    assert layout.sizeHint() == QSize(40, 20)


def test_the_line_begins_at_the_right_where_the_window_does(ground: QWidget) -> None:
    layout = FlowLayout(gap=10)
    made = boxes(ground, layout, [(40, 20), (30, 20)])
    ground.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lay(layout, 200)
    assert [box.x() for box in made] == [160, 120]

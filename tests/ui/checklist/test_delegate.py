"""How a row is drawn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.rules.numbering import numbers
from factdesk.ui import style
from factdesk.ui.checklist.list import RowList
from factdesk.ui.checklist.places import places
from factdesk.ui.checklist.rows import rows_of
from tests.ui.claim import cases


def inked(view: RowList, words: str) -> tuple[int, int]:
    """Show a row with these words and return the first and last column of their first line that has ink."""
    case = cases.case()
    row = replace(rows_of(case, numbers(case.claims), me="")[0], words=words)
    view.show_rows((row,))
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    at = places(view.visualRect(view.rows.index(0)), view.font()).words
    line = range(at.top() + 2, at.top() + at.height() // 2 - 2)
    ground = image.pixelColor(at.left(), at.top() + 1).lightness()
    dark = [
        x for x in range(at.left(), at.right()) if any(image.pixelColor(x, y).lightness() < ground - 60 for y in line)
    ]
    return dark[0], dark[-1]


def test_a_full_stop_stands_where_the_reading_ends(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    view = RowList()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    left, right = inked(view, "سد بسته شد")
    stopped_left, stopped_right = inked(view, "سد بسته شد.")
    assert abs(stopped_right - right) <= 1, "a Persian sentence begins at the right"
    assert stopped_left < left, "and ends, with its full stop, at the left"
    left, right = inked(view, "The dam closed")
    stopped_left, stopped_right = inked(view, "The dam closed.")
    assert abs(stopped_left - left) <= 1
    assert stopped_right > right

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from factdesk.ui.checklist.lines import LINES, broken
from factdesk.ui.checklist.places import places, row_height


@pytest.mark.parametrize("points", [8, 10, 14, 20])
@pytest.mark.parametrize("width", [240, 299, 300, 420, 460, 540, 1200])
def test_no_part_of_a_row_covers_another_or_leaves_the_row(qapp: QApplication, width: int, points: int) -> None:
    font = QFont(qapp.font())
    font.setPointSize(points)
    row = QRect(0, 0, width, row_height(font, width))
    found = places(font, width)
    parts = {name: getattr(found, name) for name in found.__struct_fields__}
    for (one, here), (other, there) in combinations(parts.items(), 2):
        assert not here.intersects(there), f"{one} {here} covers {other} {there}"
    for name, part in parts.items():
        assert part.top() >= row.top(), name
        assert part.bottom() <= row.bottom(), name
        assert part.right() <= row.right(), name


@pytest.mark.parametrize("points", [8, 14, 20])
def test_what_stands_beside_the_words_leaves_them_room_and_else_stands_below(qapp: QApplication, points: int) -> None:
    font = QFont(qapp.font())
    font.setPointSize(points)
    letter, beside = QFontMetrics(font).horizontalAdvance("n"), set()
    for width in range(240, 1300, 7):
        found = places(font, width)
        columns = sum(part.top() == found.words.top() for part in (found.verdict, found.state))
        beside.add(columns)
        assert columns == 0 or found.words.width() >= letter * (18 if columns == 1 else 29), width
    assert beside == {0, 1, 2}


@given(words=st.text(alphabet="ab é漢字 א😀-.", max_size=120).map(str.split).map(" ".join), width=st.integers(40, 400))
def test_words_are_cut_only_at_the_end_of_the_last_line(qapp: QApplication, words: str, width: int) -> None:
    font = qapp.font()
    lines = broken(words, font.toString(), width)
    assert len(lines) <= LINES
    joined = "".join(lines).replace(" ", "")
    whole = words.replace(" ", "")
    if joined != whole:
        assert joined.endswith("…")
        assert whole.startswith(joined[:-1])
    assert all(QFontMetrics(font).horizontalAdvance(line) <= width + 1 for line in lines)

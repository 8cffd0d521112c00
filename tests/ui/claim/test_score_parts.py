"""The parts of a score as bars and figures: what adds and what takes away differ by side, by fill and by sign."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.ui import theme
from factdesk.ui.claim.score_parts import Bar, ScoreParts


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("share", [1.0, 0.5, -0.5])
def test_a_bar_is_filled_onwards_for_what_adds_and_dotted_backwards_for_what_takes(
    qtbot: QtBot, side: Qt.LayoutDirection, share: float
) -> None:
    bars = Bar(share), Bar(0.0)
    for bar in bars:
        qtbot.addWidget(bar)
        bar.setLayoutDirection(side)
        bar.resize(201, Bar.HEIGHT)
    shown, empty = (bar.grab().toImage() for bar in bars)
    inked = [(x, y) for x in range(201) for y in range(Bar.HEIGHT) if shown.pixelColor(x, y) != empty.pixelColor(x, y)]
    columns, colours = {x for x, _ in inked}, {shown.pixelColor(*at).name() for at in inked}
    onwards = (share > 0) is (side is Qt.LayoutDirection.LeftToRight)
    assert all((x > 100) is onwards for x in columns)
    assert abs(len(columns) - 100 * abs(share)) <= 2
    assert colours == {theme.current().accent if share > 0 else theme.current().quiet}
    filled = len(inked) / (len(columns) * (Bar.HEIGHT - 2))
    assert filled == 1 if share > 0 else 0.3 < filled < 0.7


def test_figures_have_a_sign_and_nothing_is_neither_more_nor_less(qtbot: QtBot) -> None:
    parts = ScoreParts()
    qtbot.addWidget(parts)
    parts.show_parts([("place", 1.26), ("figures", -1.26), ("words", -0.04)])
    assert parts.accessibleDescription().endswith("place +1.3 · figures −1.3 · words +0.0")

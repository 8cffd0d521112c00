"""One verdict as a card: its words keep off the frame at every width."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from factdesk.model.scale import ScaleValue
from factdesk.ui.claim.verdict_card import VerdictCard
from tests.ui.dialogs.walk import show

CHANGED = ScaleValue(
    id="changed", label="Fair once cut", definition="", glyph="✎", light="#000000", dark="#ffffff", underline="solid"
)

NEAR = 5
"""Pixels from the edge, of which the frame takes two."""


pytestmark = pytest.mark.usefixtures("faces")


def test_the_words_of_a_slim_card_keep_off_its_frame(qtbot: QtBot) -> None:
    card = VerdictCard("3")
    card.show_value(CHANGED)
    card.set_wide_from(card.in_line())
    show(qtbot, card)
    for width in range(card.minimumSizeHint().width(), card.in_line()):
        card.resize(width, card.heightForWidth(width))
        seen = card.grab().toImage()
        ground = seen.pixel(width // 2, 4)
        sides = [x for near in range(3, NEAR) for x in (near, width - 1 - near)]
        assert {seen.pixel(x, y) for x in sides for y in range(10, seen.height() - 10)} == {ground}, width
